#include "viewer/command_words.h"

#include "base/nearest_word.h"
#include "viewer/target.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>

namespace viewer {

namespace {

const std::vector<std::string> k_listable = {"lessons",   "steps",  "cameras", "structures",
                                             "landmarks", "layers", "bodies"};

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

void add_detail(CLI::App& command, std::string& detail) {
    const std::vector<std::string> names(mesh::k_detail_names.begin(), mesh::k_detail_names.end());
    command
        .add_option("--detail", detail, "Level of detail of the leg: full, half, low or least, whatever the quality")
        ->check(CLI::IsMember(names));
}

void add_level(CLI::App& command, std::string& level, const std::string& otherwise) {
    const std::vector<std::string> names(render::k_level_names.begin(), render::k_level_names.end());
    command.add_option("--level", level, "Quality: lowest, low, fair, medium, high or full; " + otherwise)
        ->check(CLI::IsMember(names));
}

/// The value whose name this is; nullopt for no name.
template <class Value, std::size_t N>
std::optional<Value> named(const std::array<std::string_view, N>& names, const std::string& name) {
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<Value>(found - names.begin()));
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
    command.grip = named<tissue::Grip>(tissue::k_grip_names, words.grip).value_or(command.grip);
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
    add_detail(*audit, words.detail);
    audit->add_option("--every", words.every_s, "Seconds of the lesson from one measure to the next")
        ->check(CLI::Range(0.04, 60.0))
        ->capture_default_str();
    audit->add_flag("--sweep", words.sweep,
                    "Instead of the lesson: the knee from 0 to 135 degrees at every lock and grip");
}

void add_bench(CLI::App& app, Words& words) {
    CLI::App* bench = app.add_subcommand("bench", "Measure what a lesson costs to draw at each level of quality");
    add_inputs(*bench, words.inputs);
    add_level(*bench, words.level, "otherwise all of them");
    bench->add_option("--size", words.size, "Width and height in pixels")->capture_default_str();
    bench->add_option("--frames", words.frames, "Frames at each level")
        ->check(CLI::Range(8, 100000))
        ->capture_default_str();
    bench->add_flag("--json", words.json, "Print one JSON object instead of a table");
    CLI::Option* turntable =
        bench->add_flag("--turntable", words.turntable,
                        "The model alone, solid, turned round without effects: to compare with other viewers");
    bench
        ->add_flag("--refinement", words.refinement,
                   "How long a picture must stand until it is at full quality, at --frames moments")
        ->excludes(turntable);
    bench->add_option("--samples", words.samples, "Samples a pixel on the turntable")
        ->check(CLI::Range(1, 8))
        ->capture_default_str();
    bench->add_flag("--gpu-times", words.gpu_times, "Time the passes on the GPU's own clock");
}

void add_view(CLI::App& app, Words& words) {
    CLI::App* view = app.add_subcommand("view", "Open the window on a lesson (the default command)");
    add_inputs(*view, words.inputs);
    add_detail(*view, words.detail);
    add_level(*view, words.level, "otherwise what holds the frame rate, and full when the picture stands");
    view->add_option("--time", words.time, "Start at this second of the lesson")->check(CLI::NonNegativeNumber);
    view->add_flag("--fullscreen", words.fullscreen, "Fill the screen");
}

void add_looks(CLI::App& render, Words& words) {
    render.add_option("--camera", words.camera,
                      "Camera of the lesson to look through (see 'list cameras'), or 'cut' to look straight at --cut");
    render.add_option("--show", words.show,
                      "Layers to show and nothing else: bones,hamstrings,skin=0.3 (see 'list layers')");
    render.add_option(
        "--cut", words.cut,
        "Cut open at a place in millimetres and take the half nearer to the camera away: "
        "transverse=MM from the soles, frontal=MM from the floor, sagittal=MM from the middle (right below 0)");
    render.add_option("--look", words.look, "plate (paper and ink), studio (dark) or plain (high contrast)")
        ->check(CLI::IsMember(std::vector<std::string>(scene::k_look_names.begin(), scene::k_look_names.end())))
        ->capture_default_str();
    render.add_flag("--depth-of-field", words.depth_of_field,
                    "Blur what is nearer or farther than what the camera looks at");
    render.add_flag("--no-text", words.no_text, "Leave out captions, labels and legend");
    render.add_flag("--transparent", words.transparent,
                    "Leave out background and floor: PNG and WebM with an alpha channel");
}

void add_render(CLI::App& app, Words& words) {
    CLI::App* render = app.add_subcommand("render", "Draw pictures or a film of a lesson without a window");
    add_inputs(*render, words.inputs);
    add_detail(*render, words.detail);
    add_level(*render, words.level, "otherwise full for pictures, high for films");
    render
        ->add_option("--out", words.out,
                     "FILE.png; a film: FILE.mp4, FILE.webm, FILE.gif or numbered pictures, FOLDER/NAME_%05d.png; or a "
                     "folder for a picture of each step and a contact sheet")
        ->required();
    render->add_option("--time", words.time, "Second of the lesson to draw (one picture)")
        ->check(CLI::NonNegativeNumber);
    render->add_option("--from", words.from, "Second of the lesson at which a film begins; otherwise 0")
        ->check(CLI::NonNegativeNumber);
    render->add_option("--to", words.to, "Second of the lesson at which a film ends; otherwise the lesson's end")
        ->check(CLI::NonNegativeNumber);
    render->add_option("--fps", words.fps, "Pictures for each second of a film, at even steps")
        ->check(CLI::Range(1, 120))
        ->capture_default_str();
    render->add_option("--size", words.size, "Width and height in pixels, up to 16384x16384")->capture_default_str();
    render
        ->add_option(
            "--samples", words.pictures,
            fmt::format("Pictures, each moved by part of a pixel, of which the mean is taken for smooth edges; "
                        "otherwise {} for pictures at full quality, else 1",
                        render::k_still_samples))
        ->check(CLI::Range(1, 256));
    add_looks(*render, words);
}

void add_check_and_list(CLI::App& app, Words& words) {
    CLI::App* check =
        app.add_subcommand("check", "Check lesson, anatomy or model files and print everything wrong in them");
    check->add_option("files", words.files, "Files (.toml lessons, .glb and other models) or an anatomy folder")
        ->required();

    CLI::App* list = app.add_subcommand("list", "List what can be named in other commands");
    list->add_option("what", words.what, "lessons, steps, cameras, structures, landmarks, layers or bodies")
        ->required();
    add_inputs(*list, words.inputs);
}

std::optional<base::Seconds> asked(double seconds) {
    return seconds >= 0.0 ? std::optional(base::Seconds(seconds)) : std::nullopt;
}

RenderCommand render_command(const Inputs& inputs, const Words& words) {
    const Target target = target_of(words.out);
    if (is_film(target) && words.time >= 0.0)
        throw UsageError("--time draws one picture; a film takes --from and --to");
    if (!is_film(target) && (words.from >= 0.0 || words.to >= 0.0))
        throw UsageError("--from and --to are for films and numbered pictures; one picture takes --time");
    if (words.to >= 0.0 && words.to <= words.from)
        throw UsageError(fmt::format("--from {} is not before --to {}", words.from, words.to));
    if (words.transparent && !can_be_transparent(target))
        throw UsageError(fmt::format("--transparent: '{}' cannot be transparent; write a .webm, a .png or numbered "
                                     "pictures, such as frame_%05d.png",
                                     words.out));
    const auto level = named<render::Level>(render::k_level_names, words.level);
    return {.inputs = inputs,
            .out = words.out,
            .time = asked(words.time),
            .from = asked(words.from),
            .to = asked(words.to),
            .size = parse_size(words.size),
            .camera = words.camera,
            .show = words.show,
            .cut = words.cut,
            .fps = words.fps,
            .level = level,
            .samples = words.pictures,
            .text = !words.no_text,
            .transparent = words.transparent,
            .look = named<scene::Look>(scene::k_look_names, words.look).value_or(scene::Look::plate),
            .depth_of_field = words.depth_of_field};
}

} // namespace

void add_commands(CLI::App& app, Words& words) {
    add_view(app, words);
    add_render(app, words);
    add_check_and_list(app, words);
    add_curves(app, words);
    add_audit(app, words);
    add_bench(app, words);
}

Command to_command(const std::string& name, const Words& words) {
    Inputs inputs = words.inputs;
    inputs.detail = named<mesh::Detail>(mesh::k_detail_names, words.detail);
    const auto level = named<render::Level>(render::k_level_names, words.level);
    if (name == "render") return render_command(inputs, words);
    if (name == "audit") return AuditCommand{inputs, base::Seconds(words.every_s), words.sweep};
    if (name == "bench")
        return BenchCommand{inputs,          parse_size(words.size), words.frames,  level,           words.json,
                            words.gpu_times, words.turntable,        words.samples, words.refinement};
    if (name == "check") return CheckCommand{words.files};
    if (name == "list") {
        if (std::ranges::find(k_listable, words.what) == k_listable.end())
            throw UsageError(fmt::format("list: unknown word '{}'; it lists lessons, steps, cameras, structures, "
                                         "landmarks, layers or bodies. {}",
                                         words.what, base::did_you_mean(words.what, k_listable)));
        return ListCommand{words.what, words.inputs};
    }
    if (name == "curves") return curves_command(words);
    return ViewCommand{inputs, asked(words.time).value_or(base::Seconds(0)), words.fullscreen, level};
}

} // namespace viewer
