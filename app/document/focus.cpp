#include "document/focus.h"

#include "lesson/sample.h"
#include "mesh/mesh.h"
#include "motion/pose.h"
#include "scene/build.h"

#include <glm/vec4.hpp>

namespace document {

namespace {

// A leg's length about the hip, for a world without any mesh.
constexpr Sphere k_leg_without_mesh{{-0.077f, 0.85f, 0.45f}, 0.5f};

glm::vec3 carry(const base::Rigid& frame, const glm::vec3& point) {
    return glm::vec3(scene::couch_transform() * glm::vec4(glm::vec3(frame.point(glm::dvec3(point))), 1.0f));
}

Sphere round(const mesh::Bounds& bounds) { return {bounds.centre(), bounds.radius()}; }

// Corners of the rest box, each carried by every body in `bodies`: a box that holds the structure wherever it bends.
Sphere posed(const mesh::Bounds& rest, const motion::BoneFrames& frames, const std::vector<anatomy::Body>& bodies) {
    mesh::Bounds moved;
    for (int corner = 0; corner < 8; ++corner)
        for (const anatomy::Body body : bodies) moved.add(carry(frames[body], rest.corner(corner)));
    return round(moved);
}

motion::Pose pose_at(const scene::World& world, base::Seconds at) {
    return world.lesson.keys.empty() ? motion::Pose{} : lesson::pose_at(world.lesson, at);
}

} // namespace

Sphere sphere_of(const scene::World& world, std::optional<int> structure, base::Seconds at) {
    const motion::BoneFrames frames = motion::from_rest(world.atlas, pose_at(world, at));
    if (structure && *structure >= 0 && static_cast<std::size_t>(*structure) < world.atlas.structures.size()) {
        const anatomy::Structure& known = world.atlas.structures[static_cast<std::size_t>(*structure)];
        if (const auto found = world.model.find(known.id)) {
            const mesh::Bounds rest = mesh::bounds(world.model.meshes[static_cast<std::size_t>(*found)]);
            if (!rest.empty() && known.follow != anatomy::Follow::blend) {
                const bool rides = known.follow == anatomy::Follow::strand;
                return posed(rest, frames, {rides ? anatomy::Body::femur : known.body});
            }
        }
    }
    if (world.bounds.empty()) return k_leg_without_mesh;
    return posed(world.bounds, frames, {anatomy::Body::pelvis});
}

Sphere sphere_of_region(const scene::World& world, int region, base::Seconds at) {
    const anatomy::Region& known = world.atlas.regions[static_cast<std::size_t>(region)];
    const motion::BoneFrames frames = motion::frames(world.atlas, pose_at(world, at));
    return {carry(frames[known.body], glm::vec3(known.centre)), static_cast<float>(known.radius)};
}

} // namespace document
