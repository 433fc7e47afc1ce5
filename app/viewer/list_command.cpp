#include "viewer/commands.h"
#include "viewer/session.h"

#include "files/load.h"

#include <fmt/format.h>

namespace viewer {

namespace {

void list_lessons(const Inputs& inputs) {
    const anatomy::Atlas atlas = load_atlas(inputs.body);
    for (const auto& file : shipped_lessons()) {
        const auto loaded = files::load_lesson(file, atlas);
        fmt::print("{}\t{}\n", file.stem().string(),
                   loaded ? loaded.value->title : "(has errors: run 'pinstretch check')");
    }
}

void list_landmarks(const Inputs& inputs) {
    const anatomy::Atlas atlas = load_atlas(inputs.body);
    for (const anatomy::Region& region : atlas.regions)
        if (region.structure)
            fmt::print("{}\t{}\t{}\t{}\n", region.id, region.name, region.latin,
                       atlas.structures[static_cast<std::size_t>(*region.structure)].id);
}

} // namespace

int run(const ListCommand& command) {
    if (command.what == "lessons") {
        list_lessons(command.inputs);
        return 0;
    }
    if (command.what == "bodies") {
        for (const anatomy::Physique& body : shipped_bodies()) fmt::print("{}\t{}\n", body.id, body.name);
        return 0;
    }
    if (command.what == "landmarks") {
        list_landmarks(command.inputs);
        return 0;
    }
    if (command.what == "structures" || command.what == "layers") {
        const anatomy::Atlas atlas = load_atlas(command.inputs.body);
        if (command.what == "layers")
            for (const anatomy::Layer& layer : atlas.layers) fmt::print("{}\t{}\n", layer.id, layer.name);
        else
            for (const anatomy::Structure& s : atlas.structures)
                fmt::print("{}\t{}\t{}\t{}\n", s.id, s.name, s.latin, s.layer);
        return 0;
    }
    const scene::World world = load_lesson_only(command.inputs);
    if (command.what == "cameras")
        for (const lesson::Camera& camera : world.lesson.cameras) fmt::print("{}\t{}\n", camera.id, camera.name);
    else
        for (const lesson::Step& step : world.lesson.steps)
            fmt::print("{}\t{:.1f} s\t{:.1f} s\t{}\n", step.id, step.start.count(), step.duration.count(), step.title);
    return 0;
}

int run(const PrintCommand& command) {
    fmt::print("{}", command.text);
    return 0;
}

} // namespace viewer
