#include "scene/contact.h"

#include "base/smooth.h"
#include "scene/ground.h"
#include "tissue/path.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>
#include <glm/mat3x3.hpp>

namespace scene {

namespace {

// Used only when the model has no skin: soft tissue over the hamstrings' line of action, metres.
constexpr double k_depth_without_skin = 0.04;
// A hand round the ankle lies over the slender part of the shank: its middle from the joint, in the tibia's frame,
// metres.
const glm::dvec3 k_above_ankle(0.0, 0.096, -0.018);
// Angle between the forearm and the thigh's axis. A flat hand on the outer side turns more, so that the forearm clears
// the buttock; on the inner side its fingers would then leave the thigh.
constexpr base::Angle k_across = base::Angle::degrees(64.0), k_oblique = base::Angle::degrees(60.0),
                      k_lengthwise = base::Angle::degrees(8.0), k_clear_of_buttock = base::Angle::degrees(15.0);

base::Rigid frame(const glm::dvec3& origin, const glm::dvec3& y_hint, const glm::dvec3& z) {
    const glm::dvec3 x = glm::normalize(glm::cross(y_hint, z));
    const glm::dvec3 y = glm::cross(z, x);
    return {glm::quat_cast(glm::dmat3(x, y, z)), origin};
}

/// The way the forearm leaves a hand on the back of the thigh, standing model.
glm::dvec3 forearm_leaves(std::optional<tissue::Grip> grip, bool outer_side) {
    base::Angle from_axis = k_across;
    if (grip == tissue::Grip::palm) from_axis = outer_side ? k_clear_of_buttock : k_lengthwise;
    if (grip == tissue::Grip::forearm) from_axis = k_oblique;
    return {-std::sin(from_axis.radians()), std::cos(from_axis.radians()), 0.0};
}

} // namespace

int skin_mesh(const World& world) {
    const auto found = world.model.find("skin");
    return found ? *found : -1;
}

anatomy::Body carrier(const mesh::Mesh& mesh, std::uint32_t vertex) {
    if (mesh.joints.empty()) return anatomy::Body::femur;
    const glm::vec4& weight = mesh.weights[vertex];
    glm::vec4::length_type best = 0;
    for (glm::vec4::length_type k = 1; k < 4; ++k)
        if (weight[k] > weight[best]) best = k;
    return static_cast<anatomy::Body>(mesh.joints[vertex][static_cast<std::size_t>(best)]);
}

base::Rigid skin_contact(const World& world, int muscle, double s, const motion::Pose& pose, const Ground& ground,
                         std::optional<tissue::Grip> grip) {
    const motion::BoneFrames frames = motion::frames(world.atlas, pose);
    const auto path = tissue::path_points(world.atlas, muscle, frames);
    const glm::dvec3 knee = frames[anatomy::Body::femur].point(world.atlas.joints.knee_parent.translation);
    const bool outer_side = path.back().x < knee.x; // that of the right leg
    const tissue::OnPath on = tissue::at_fraction(path, s);
    const glm::dvec3 posterior(0.0, 0.0, -1.0);
    const glm::dvec3 outward = glm::normalize(posterior - on.tangent * glm::dot(posterior, on.tangent));
    const auto depth = ground.skin_along({glm::vec3(on.point), glm::vec3(outward)});
    return frame(on.point + outward * (depth ? static_cast<double>(*depth) : k_depth_without_skin),
                 forearm_leaves(grip, outer_side), outward);
}

base::Rigid ankle_hold(const World& world, const motion::BoneFrames& frames, base::Angle knee_flexion) {
    const base::Rigid& tibia = frames[anatomy::Body::tibia];
    const double flexed = base::smoothstep(5.0, 115.0, knee_flexion.degrees());
    const auto turn = base::Angle::degrees(base::mix(-90.0, -40.0, flexed));
    const glm::dquat round_shank = glm::angleAxis(turn.radians(), glm::dvec3(0.0, 1.0, 0.0));
    return {tibia.rotation * round_shank, tibia.point(world.atlas.joints.ankle_parent.translation + k_above_ankle)};
}

base::Rigid forefoot_hold(const World& world, const motion::BoneFrames& frames) {
    const base::Rigid& foot = frames[anatomy::Body::calcaneus];
    // The calcaneus frame's +Z runs to the toes and +Y up through the dorsum: turn it so that +Y is to the heel.
    const glm::dvec3 heelward = foot.direction(glm::dvec3(0.0, 0.0, -1.0));
    const glm::dvec3 dorsal = foot.direction(glm::dvec3(0.0, 1.0, 0.0));
    return frame(foot.point(world.atlas.joints.toes_parent.translation), heelward, dorsal);
}

} // namespace scene
