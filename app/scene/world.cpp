#include "scene/world.h"

#include "mesh/refine.h"
#include "motion/pose.h"

#include <array>
#include <utility>

namespace scene {

namespace {

// The skin takes the shape of a hand as well as triangles with edges of this length can, metres; at the lower levels of
// detail only what can be told apart in a small picture that moves.
constexpr std::array<float, mesh::k_detail_count> k_finest = {0.006f, 0.009f, 0.016f, 0.030f};
// A hand on the back of the thigh reaches so far in front of the hip's centre, and round the shank so far up from the
// ankle's, metres.
constexpr float k_in_front = 0.01f, k_above_ankle = 0.14f;

Part make_part(World& world, const mesh::Mesh& mesh) {
    Part part;
    const auto structure = world.atlas.find_structure(mesh.id);
    if (!structure) return part;
    part.structure = *structure;
    const anatomy::Structure& known = world.atlas.structures[static_cast<std::size_t>(*structure)];
    if (known.kind == anatomy::Kind::muscle) part.belly = tissue::belly(world.atlas, mesh);
    if (std::optional<HandPrint> print = hand_print(mesh, known)) {
        part.print = static_cast<int>(world.prints.size());
        world.prints.push_back(std::move(*print));
    }
    if (known.follow != anatomy::Follow::strand) return part;
    if (const auto muscle = world.atlas.find_muscle(known.muscle)) {
        part.strand = static_cast<int>(world.strands.size());
        world.strands.push_back(tissue::bind(world.atlas, *muscle, mesh));
    }
    return part;
}

/// Where a hand may lie on the skin, in the standing model: the back of the thigh and the shank above the ankle.
bool may_be_touched(const anatomy::Joints& joints, const motion::BoneFrames& rest, const glm::vec3& p) {
    const auto on = [&](const anatomy::JointFrame& joint) {
        return glm::vec3(rest[joint.body].point(joint.translation));
    };
    const glm::vec3 hip = on(joints.hip_parent), knee = on(joints.knee_parent), ankle = on(joints.ankle_parent);
    const bool thigh = p.y > knee.y && p.y < hip.y && p.z < hip.z + k_in_front;
    return thigh || (p.y > ankle.y && p.y < ankle.y + k_above_ankle);
}

void refine_skin(World& world, mesh::Detail detail) {
    const auto skin = world.model.find("skin");
    if (!skin) return;
    const motion::BoneFrames rest = motion::frames(world.atlas, {});
    mesh::refine(world.model.meshes[static_cast<std::size_t>(*skin)], k_finest[static_cast<std::size_t>(detail)],
                 [&](const glm::vec3& p) { return may_be_touched(world.atlas.joints, rest, p); });
}

} // namespace

World make_world(anatomy::Atlas atlas, mesh::Model model, lesson::Lesson lesson, mesh::Detail detail) {
    World world;
    world.atlas = std::move(atlas);
    world.model = std::move(model);
    world.lesson = std::move(lesson);
    refine_skin(world, detail);
    for (const mesh::Mesh& mesh : world.model.meshes) {
        world.parts.push_back(make_part(world, mesh));
        const int structure = world.parts.back().structure;
        const bool leg =
            structure < 0 || world.atlas.structures[static_cast<std::size_t>(structure)].kind <= anatomy::Kind::skin;
        if (leg) world.bounds.add(mesh::bounds(mesh));
    }
    for (std::size_t i = 0; i < world.parts.size(); ++i) // what rides on a strand has them in its binding
        if (world.parts[i].strand >= 0) world.model.meshes[i].morphs = {};
    return world;
}

} // namespace scene
