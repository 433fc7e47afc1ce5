#include "viewer/commands.h"
#include "viewer/cut.h"
#include "viewer/overview.h"
#include "viewer/picture_maker.h"
#include "viewer/session.h"
#include "viewer/video.h"

#include "base/failure.h"
#include "base/nearest_word.h"
#include "files/load.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <sstream>

namespace viewer {

namespace fs = std::filesystem;

namespace {

constexpr const char* k_cut = "cut"; ///< the camera that no lesson needs to state

scene::Camera find_camera(const scene::World& world, const RenderCommand& command) {
    const lesson::Camera* camera = world.lesson.find_camera(command.camera);
    if (!camera) {
        std::vector<std::string> known = {k_cut};
        for (const lesson::Camera& c : world.lesson.cameras) known.push_back(c.id);
        throw UsageError(fmt::format("--camera: the lesson has no camera '{}'. {}", command.camera,
                                     base::did_you_mean(command.camera, known)));
    }
    return scene::scene_camera(*camera);
}

scene::ViewOptions view_options(const scene::World& world, const RenderCommand& command, base::Seconds at) {
    scene::ViewOptions options;
    options.look = command.look;
    options.depth_of_field = command.depth_of_field;
    if (!command.show.empty()) options.layer_opacity = parse_layers(world.atlas, command.show);
    const bool facing = command.camera == k_cut;
    if (!command.camera.empty() && !facing) options.camera = find_camera(world, command);
    if (command.cut.empty()) {
        if (facing) throw UsageError("--camera cut looks straight at a cut; say which with --cut transverse=MM");
        return options;
    }
    const scene::Camera camera =
        options.camera ? *options.camera : scene::scene_camera(lesson::sample(world.lesson, at).camera);
    options.clip = parse_cut(command.cut, camera.eye);
    if (facing) options.camera = cut_camera(world, options, at);
    return options;
}

/// Refuses before any work is done if the file could not be written at the end.
void check_parent(const fs::path& file) { prepare_folder(file.has_parent_path() ? file.parent_path() : fs::path(".")); }

} // namespace

std::vector<std::pair<std::string, float>> parse_layers(const anatomy::Atlas& atlas, const std::string& show) {
    std::vector<std::string> known;
    std::vector<std::pair<std::string, float>> layers;
    for (const anatomy::Layer& layer : atlas.layers) {
        known.push_back(layer.id);
        layers.emplace_back(layer.id, 0.0f);
    }
    std::istringstream words(show);
    std::string word;
    while (std::getline(words, word, ',')) {
        const std::size_t equals = word.find('=');
        const std::string id = word.substr(0, equals);
        const auto layer = std::ranges::find(layers, id, &std::pair<std::string, float>::first);
        if (layer == layers.end())
            throw UsageError(fmt::format("--show: there is no layer '{}'. {}", id, base::did_you_mean(id, known)));
        layer->second = 1.0f;
        if (equals == std::string::npos) continue;
        char* end = nullptr;
        const std::string number = word.substr(equals + 1);
        layer->second = std::strtof(number.c_str(), &end);
        if (number.empty() || *end != '\0' || !(layer->second >= 0.0f && layer->second <= 1.0f))
            throw UsageError(fmt::format("--show: '{}' is not an opacity from 0 to 1 for the layer {}", number, id));
    }
    return layers;
}

int run(const RenderCommand& command) {
    const bool film = command.out.extension() == ".mp4";
    const render::Level level = command.level.value_or(film ? render::Level::high : render::Level::full);
    const scene::World world = load_world(command.inputs, render::quality_of(level).detail);
    OverviewOptions options;
    options.level = command.level;
    options.size = command.size;
    const base::Seconds at = command.time.value_or(telling_moment(world.lesson.steps.front()));
    options.view = view_options(world, command, at);
    options.text = command.text;
    const fs::path& out = command.out;
    if (out.extension() == ".png") {
        check_parent(out);
        PictureMaker maker(world);
        files::write_png(maker.make({at, command.size, options.view, command.text, level}), out);
    } else if (film) {
        check_parent(out);
        options.fps = command.fps;
        PictureMaker maker(world);
        write_film(world, maker, out, options);
    } else if (out.has_extension() && !fs::is_directory(out)) {
        throw UsageError(fmt::format("--out: '{}' ends in neither .png nor .mp4 and is no folder", out.string()));
    } else {
        write_overview(world, out, options);
        return 0;
    }
    fmt::print("{}\n", out.string());
    return 0;
}

} // namespace viewer
