#include "viewer/commands.h"
#include "viewer/cut.h"
#include "viewer/film.h"
#include "viewer/overview.h"
#include "viewer/picture_maker.h"
#include "viewer/progress.h"
#include "viewer/session.h"
#include "viewer/target.h"

#include "base/failure.h"
#include "base/nearest_word.h"
#include "files/load.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <optional>
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

/// The part of the lesson that is asked for.
void film_it(const scene::World& world, const RenderCommand& command, const Shot& shot) {
    const base::Seconds end = world.lesson.duration();
    const FilmOptions options{shot, command.fps, shot.at, command.to.value_or(end)};
    if (options.from >= end || options.to > end)
        throw UsageError(fmt::format("{} {} is beyond the end of the lesson, which is at {:.3f} s",
                                     options.from >= end ? "--from" : "--to",
                                     (options.from >= end ? options.from : options.to).count(), end.count()));
    PictureMaker maker(world);
    write_film(maker, command.out, options);
}

/// What was needed to draw it is gone when it is returned: a large picture takes as much memory again to be compressed.
files::Image draw_still(const scene::World& world, const fs::path& out, const Shot& shot) {
    PictureMaker maker(world);
    std::optional<Progress> progress;
    return maker.make(shot, [&](int tiles) {
        if (!progress) progress.emplace(out.filename().string(), tiles);
        progress->step();
    });
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
    const Target target = target_of(command.out);
    const bool film = is_film(target);
    Shot shot;
    shot.level = command.level.value_or(film ? render::Level::high : render::Level::full);
    const bool stands = !film && shot.level == render::Level::full;
    shot.samples = command.samples.value_or(stands ? render::k_still_samples : 1);
    const scene::World world = load_world(command.inputs, render::quality_of(shot.level).detail);
    shot.at = film ? command.from.value_or(base::Seconds(0))
                   : command.time.value_or(telling_moment(world.lesson.steps.front()));
    shot.size = command.size;
    shot.options = view_options(world, command, shot.at);
    shot.text = command.text;
    shot.transparent = command.transparent;
    if (target == Target::folder) {
        write_overview(world, command.out, {shot});
        return 0;
    }
    check_parent(command.out);
    if (film)
        film_it(world, command, shot);
    else
        files::write_png(draw_still(world, command.out, shot), command.out);
    fmt::print("{}\n", command.out.string());
    return 0;
}

} // namespace viewer
