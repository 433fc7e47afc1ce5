#include "viewer/command_line.h"

#include "base/nearest_word.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace viewer {

namespace {

const std::vector<std::string> k_commands = {"view", "render", "check", "list", "curves", "audit"};
const std::vector<std::string> k_listable = {"lessons",   "steps",  "cameras", "structures",
                                             "landmarks", "layers", "bodies"};
constexpr int k_smallest = 16, k_largest = 16384;

/// Every value that CLI11 writes into before it is turned into a Command.
struct Words {
    Inputs inputs;
    double time = -1.0;
    bool fullscreen = false, no_text = false, depth_of_field = false;
    std::string look = "plate";
    std::string view_detail = "half", render_detail = "full", audit_detail = "full";
    std::string out, size = "1280x720", camera, show, cut, what, muscle;
    int fps = 25;
    std::vector<std::string> files;
    double every_s = 0.5;
    bool sweep = false;
    double step_deg = 5.0, lock = -1.0, lock_knee_deg = 120.0, pressure_n = 80.0, toward_origin_mm = 0.0;
    double activation = 0.0;
    std::string grip = "reinforced_thumb";
    std::array<double, motion::k_coordinate_count> pose_deg{};
};

void add_body(CLI::App& command, std::string& body) {
    command.add_option("--body", body, "Whose leg it is (see 'list bodies')")->capture_default_str();
}

void add_inputs(CLI::App& command, Inputs& inputs) {
    command.add_option("lesson", inputs.lesson, "Lesson file, or the id of a lesson that comes with the program")
        ->capture_default_str();
    command.add_option("--model", inputs.model,
                       "Model to show instead of the program's own leg (any file Assimp reads)");
    add_body(command, inputs.body);
}

/// Level of detail of the program's own leg: what moves in a window is drawn with half of it unless told otherwise.
void add_detail(CLI::App& command, std::string& detail) {
    const std::vector<std::string> names(mesh::k_detail_names.begin(), mesh::k_detail_names.end());
    command.add_option("--detail", detail, "Level of detail of the leg: full, half or low")
        ->check(CLI::IsMember(names))
        ->capture_default_str();
}

mesh::Detail to_detail(const std::string& name) {
    return static_cast<mesh::Detail>(std::ranges::find(mesh::k_detail_names, name) - mesh::k_detail_names.begin());
}

scene::Look to_look(const std::string& name) {
    return static_cast<scene::Look>(std::ranges::find(scene::k_look_names, name) - scene::k_look_names.begin());
}

/// "hip_flexion" -> "--hip-flexion".
std::string option_of(std::string_view coordinate) {
    std::string option = "--" + std::string(coordinate);
    std::ranges::replace(option, '_', '-');
    return option;
}

void add_curves(CLI::App& app, Words& words) {
    CLI::App* curves = app.add_subcommand("curves", "Print everything about a muscle over knee flexion (TSV)");
    curves->add_option("--muscle", words.muscle, "Id of the muscle (see 'list structures')")->required();
    add_body(*curves, words.inputs.body);
    curves->add_option("--step", words.step_deg, "Degrees from row to row")
        ->check(CLI::Range(0.1, 140.0))
        ->capture_default_str();
    curves->add_option("--lock", words.lock, "Lock at this fraction of the muscle, 0 origin, 1 insertion")
        ->check(CLI::Range(0.0, 1.0));
    curves->add_option("--lock-knee", words.lock_knee_deg, "Knee flexion in degrees when the lock is set")
        ->check(CLI::Range(0.0, 140.0))
        ->capture_default_str();
    curves->add_option("--pressure", words.pressure_n, "Force of the hand on the tissue in newtons")
        ->check(CLI::Range(0.0, 500.0))
        ->capture_default_str();
    curves->add_option("--grip", words.grip, "palm, reinforced_thumb, soft_fist, forearm or elbow")
        ->check(CLI::IsMember(std::vector<std::string>(tissue::k_grip_names.begin(), tissue::k_grip_names.end())))
        ->capture_default_str();
    curves
        ->add_option("--toward-origin", words.toward_origin_mm,
                     "Millimetres of slack the hand takes up before it holds")
        ->check(CLI::Range(0.0, 30.0))
        ->capture_default_str();
    curves->add_option("--activation", words.activation, "How hard the muscle works itself, 0 passive, 1 fully")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    for (int c = 0; c < motion::k_coordinate_count; ++c) {
        if (static_cast<motion::Coordinate>(c) == motion::Coordinate::knee_flexion) continue;
        const auto i = static_cast<std::size_t>(c);
        curves->add_option(option_of(motion::k_coordinate_names[i]), words.pose_deg[i], "Degrees, in every row")
            ->check(CLI::Range(-90.0, 120.0))
            ->capture_default_str();
    }
}

CurvesCommand curves_command(const Words& words) {
    CurvesCommand command;
    command.body = words.inputs.body;
    command.muscle = words.muscle;
    command.step = base::Angle::degrees(words.step_deg);
    if (words.lock >= 0.0) command.lock = words.lock;
    command.lock_knee = base::Angle::degrees(words.lock_knee_deg);
    command.pressure_n = words.pressure_n;
    command.grip =
        static_cast<tissue::Grip>(std::ranges::find(tissue::k_grip_names, words.grip) - tissue::k_grip_names.begin());
    command.toward_origin = words.toward_origin_mm * 1e-3;
    command.activation = words.activation;
    for (int c = 0; c < motion::k_coordinate_count; ++c)
        motion::angle_of(command.pose, static_cast<motion::Coordinate>(c)) =
            base::Angle::degrees(words.pose_deg[static_cast<std::size_t>(c)]);
    return command;
}

void add_audit(CLI::App& app, Words& words) {
    CLI::App* audit = app.add_subcommand(
        "audit",
        "Measure flesh and hands in a lesson: volume, bone entered, skin left, gaps, jumps; fails beyond a limit");
    add_inputs(*audit, words.inputs);
    add_detail(*audit, words.audit_detail);
    audit->add_option("--every", words.every_s, "Seconds of the lesson from one measure to the next")
        ->check(CLI::Range(0.04, 60.0))
        ->capture_default_str();
    audit->add_flag("--sweep", words.sweep,
                    "Instead of the lesson: the knee from 0 to 135 degrees at every lock and grip");
}

void add_commands(CLI::App& app, Words& words) {
    CLI::App* view = app.add_subcommand("view", "Open the window on a lesson (the default command)");
    add_inputs(*view, words.inputs);
    add_detail(*view, words.view_detail);
    view->add_option("--time", words.time, "Start at this second of the lesson")->check(CLI::NonNegativeNumber);
    view->add_flag("--fullscreen", words.fullscreen, "Fill the screen");

    CLI::App* render = app.add_subcommand("render", "Draw pictures or a film of a lesson without a window");
    add_inputs(*render, words.inputs);
    add_detail(*render, words.render_detail);
    render
        ->add_option("--out", words.out,
                     "FILE.png, FILE.mp4, or a folder for a picture of each step and a contact sheet")
        ->required();
    render->add_option("--time", words.time, "Second of the lesson to draw (one picture)")
        ->check(CLI::NonNegativeNumber);
    render->add_option("--size", words.size, "Width and height in pixels")->capture_default_str();
    render->add_option("--camera", words.camera,
                       "Camera of the lesson to look through (see 'list cameras'), or 'cut' to look straight at --cut");
    render->add_option("--show", words.show,
                       "Layers to show and nothing else: bones,hamstrings,skin=0.3 (see 'list layers')");
    render->add_option(
        "--cut", words.cut,
        "Cut open at a place in millimetres and take the half nearer to the camera away: "
        "transverse=MM from the soles, frontal=MM from the floor, sagittal=MM from the middle (right below 0)");
    render->add_option("--fps", words.fps, "Pictures a second of a film")
        ->check(CLI::Range(1, 120))
        ->capture_default_str();
    render->add_option("--look", words.look, "plate (paper and ink), studio (dark) or plain (high contrast)")
        ->check(CLI::IsMember(std::vector<std::string>(scene::k_look_names.begin(), scene::k_look_names.end())))
        ->capture_default_str();
    render->add_flag("--depth-of-field", words.depth_of_field,
                     "Blur what is nearer or farther than what the camera looks at");
    render->add_flag("--no-text", words.no_text, "Leave out captions, labels and legend");

    CLI::App* check =
        app.add_subcommand("check", "Check lesson, anatomy or model files and print everything wrong in them");
    check->add_option("files", words.files, "Files (.toml lessons, .glb and other models) or an anatomy folder")
        ->required();

    CLI::App* list = app.add_subcommand("list", "List what can be named in other commands");
    list->add_option("what", words.what, "lessons, steps, cameras, structures, landmarks, layers or bodies")
        ->required();
    add_inputs(*list, words.inputs);

    add_curves(app, words);
    add_audit(app, words);
}

Command to_command(const CLI::App& app, const Words& words) {
    const std::optional<base::Seconds> time =
        words.time >= 0.0 ? std::optional(base::Seconds(words.time)) : std::nullopt;
    const std::string name = app.get_subcommands().front()->get_name();
    Inputs inputs = words.inputs;
    inputs.detail = to_detail(name == "render"  ? words.render_detail
                              : name == "audit" ? words.audit_detail
                                                : words.view_detail);
    if (name == "render")
        return RenderCommand{
            inputs,    words.out, time,           parse_size(words.size), words.camera,        words.show,
            words.cut, words.fps, !words.no_text, to_look(words.look),    words.depth_of_field};
    if (name == "audit") return AuditCommand{inputs, base::Seconds(words.every_s), words.sweep};
    if (name == "check") return CheckCommand{words.files};
    if (name == "list") {
        if (std::ranges::find(k_listable, words.what) == k_listable.end())
            throw UsageError(fmt::format("list: unknown word '{}'; it lists lessons, steps, cameras, structures, "
                                         "landmarks, layers or bodies. {}",
                                         words.what, base::did_you_mean(words.what, k_listable)));
        return ListCommand{words.what, words.inputs};
    }
    if (name == "curves") return curves_command(words);
    return ViewCommand{inputs, time.value_or(base::Seconds(0)), words.fullscreen};
}

/// Every option of a command, for "did you mean".
std::vector<std::string> option_names(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options())
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    return names;
}

/// A word that is no command, no option and no file: a slip of the keys for a command?
void refuse_mistyped_command(const std::string& word) {
    const bool looks_like_file = word.find_first_of("./") != std::string::npos;
    if (looks_like_file || std::filesystem::exists(word)) return;
    const std::string suggestion = base::did_you_mean(word, k_commands);
    if (!suggestion.empty()) throw UsageError(fmt::format("unknown command '{}': {}", word, suggestion));
}

[[noreturn]] void refuse(const CLI::App& app, const CLI::ParseError& error, const std::vector<std::string>& words) {
    const auto chosen = app.get_subcommands();
    const CLI::App& command = chosen.empty() ? app : *chosen.front();
    const std::vector<std::string> known = option_names(command);
    std::string text = error.what();
    for (const std::string& word : words) {
        const std::string name = word.substr(0, word.find('='));
        if (!name.starts_with("--") || std::ranges::find(known, name) != known.end()) continue;
        text =
            fmt::format("unknown option '{}' of '{}'. {}", name, command.get_name(), base::did_you_mean(name, known));
        break;
    }
    throw UsageError(text);
}

} // namespace

glm::ivec2 parse_size(const std::string& text) {
    glm::ivec2 size{0};
    char rest = 0;
    if (std::sscanf(text.c_str(), "%dx%d%c", &size.x, &size.y, &rest) != 2 || size.x < k_smallest ||
        size.y < k_smallest || size.x > k_largest || size.y > k_largest)
        throw UsageError(
            fmt::format("--size: '{}' is not a size; write WIDTHxHEIGHT with each from {} to {}, such as 1280x720",
                        text, k_smallest, k_largest));
    return size;
}

Command parse_command_line(const std::vector<std::string>& words) {
    std::vector<std::string> all = words;
    const bool about_program = !all.empty() && (all[0] == "--help" || all[0] == "-h" || all[0] == "--version");
    if (!about_program && (all.empty() || std::ranges::find(k_commands, all[0]) == k_commands.end())) {
        if (!all.empty() && !all[0].starts_with("-")) refuse_mistyped_command(all[0]);
        all.insert(all.begin(), "view");
    }

    Words values;
    CLI::App app("Pinstretch shows soft tissue release of the hamstrings in 3D. Education, not medical advice.",
                 "pinstretch");
    app.set_version_flag("--version", "pinstretch " PINSTRETCH_VERSION);
    app.require_subcommand(1);
    add_commands(app, values);
    std::vector<std::string> reversed(all.rbegin(), all.rend());
    try {
        app.parse(reversed);
    } catch (const CLI::CallForHelp&) {
        const auto chosen = app.get_subcommands();
        return PrintCommand{chosen.empty() ? app.help() : chosen.front()->help()};
    } catch (const CLI::CallForVersion&) {
        return PrintCommand{"pinstretch " PINSTRETCH_VERSION "\n"};
    } catch (const CLI::ParseError& error) {
        refuse(app, error, all);
    }
    return to_command(app, values);
}

} // namespace viewer
