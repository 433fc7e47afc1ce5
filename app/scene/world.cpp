#include "scene/world.h"

#include <utility>

namespace scene {

namespace {

Part make_part(const World& world, const mesh::Mesh& mesh, std::vector<tissue::StrandBinding>& strands) {
    Part part;
    const auto structure = world.atlas.find_structure(mesh.id);
    if (!structure) return part;
    part.structure = *structure;
    const anatomy::Structure& known = world.atlas.structures[static_cast<std::size_t>(*structure)];
    if (known.kind == anatomy::Kind::muscle) part.belly = tissue::belly(world.atlas, mesh);
    if (known.follow != anatomy::Follow::strand) return part;
    if (const auto muscle = world.atlas.find_muscle(known.muscle)) {
        part.strand = static_cast<int>(strands.size());
        strands.push_back(tissue::bind(world.atlas, *muscle, mesh));
    }
    return part;
}

} // namespace

World make_world(anatomy::Atlas atlas, mesh::Model model, lesson::Lesson lesson) {
    World world;
    world.atlas = std::move(atlas);
    world.model = std::move(model);
    world.lesson = std::move(lesson);
    for (const mesh::Mesh& mesh : world.model.meshes) {
        world.parts.push_back(make_part(world, mesh, world.strands));
        const int structure = world.parts.back().structure;
        const bool leg =
            structure < 0 || world.atlas.structures[static_cast<std::size_t>(structure)].kind <= anatomy::Kind::skin;
        if (leg) world.bounds.add(mesh::bounds(mesh));
    }
    return world;
}

} // namespace scene
