#include "motion/pose.h"

#include <cmath>

namespace motion {
namespace {

using base::Rigid;

// Joint frames keep the axes of the source: x anterior, y superior, z to the right, before the frame's own rotation.
constexpr glm::dvec3 k_x{1.0, 0.0, 0.0};
constexpr glm::dvec3 k_y{0.0, 1.0, 0.0};
constexpr glm::dvec3 k_z{0.0, 0.0, 1.0};
/// Half the step of a central difference, radians: errors of 1e-9 from curvature and 1e-12 from rounding.
constexpr double k_half_step = 5e-5;

Rigid placed(const anatomy::JointFrame& frame) { return {frame.rotation, frame.translation}; }

Rigid turn(const glm::dvec3& axis, double radians) { return {glm::angleAxis(radians, axis), glm::dvec3(0.0)}; }

/// Child body in parent body: parent frame, movement in it, inverse of the child frame.
Rigid joint(const anatomy::JointFrame& parent, const Rigid& movement, const anatomy::JointFrame& child) {
    return placed(parent) * movement * placed(child).inverse();
}

Rigid hip(const anatomy::Joints& joints, const Pose& pose) {
    const Rigid movement = turn(k_z, pose.hip_flexion.radians()) * turn(k_x, pose.hip_adduction.radians()) *
                           turn(k_y, pose.hip_rotation.radians());
    return joint(joints.hip_parent, movement, joints.hip_child);
}

/// Lai, Arnold & Wakeling 2017: flexion drives two rotations and three translations. Tibial rotation is added about
/// the long axis of the tibia (internal positive), at the origin of the tibia.
Rigid knee(const anatomy::Joints& joints, const Pose& pose) {
    const double flexion = pose.knee_flexion.radians();
    Rigid movement;
    for (std::size_t i = 0; i < 3; ++i)
        movement.translation += joints.knee_translation_axes[i] * joints.knee_translations[i](flexion);
    movement = movement * turn(joints.knee_rotation_axes[0], flexion) *
               turn(joints.knee_rotation_axes[1], joints.knee_rotations[0](flexion)) *
               turn(joints.knee_rotation_axes[2], joints.knee_rotations[1](flexion));
    return joint(joints.knee_parent, movement, joints.knee_child) * turn(k_y, pose.tibial_rotation.radians());
}

/// Dorsiflexion about an axis parallel to the joint's own, which lies `off` it.
Rigid ankle(const anatomy::Joints& joints, double dorsiflexion, const glm::dvec3& off) {
    Rigid movement = turn(k_z, dorsiflexion);
    movement.translation = off - movement.rotation * off;
    return joint(joints.ankle_parent, movement, joints.ankle_child);
}

Rigid patella(const anatomy::Joints& joints, double rotation, double x, double y) {
    Rigid movement = turn(k_z, rotation);
    movement.translation = {x, y, joints.patella_translation_z};
    return joint(joints.patella_parent, movement, joints.patella_child);
}

Rigid published_patella(const anatomy::Joints& joints, double flexion) {
    return patella(joints, joints.patella_rotation(flexion), joints.patella_translation_x(flexion),
                   joints.patella_translation_y(flexion));
}

Rigid drawn_patella(const anatomy::Joints& joints, double flexion, double tibial_rotation) {
    const double forward = joints.drawn_patella_x(flexion) + joints.drawn_patella_forward * std::abs(tibial_rotation);
    return patella(joints, joints.patella_rotation(flexion) + joints.drawn_patella_rotation(flexion),
                   joints.patella_translation_x(flexion) + forward,
                   joints.patella_translation_y(flexion) + joints.drawn_patella_y(flexion));
}

/// From the tibia on. The source counts flexion of the toes about their axis as positive.
void hang_foot(BoneFrames& out, const anatomy::Joints& joints, const Pose& pose, const glm::dvec3& ankle_off) {
    using anatomy::Body;
    out[Body::talus] = out[Body::tibia] * ankle(joints, pose.ankle_dorsiflexion.radians(), ankle_off);
    // the subtalar joint stays at zero: the lesson does not use it and the source locks it
    out[Body::calcaneus] = out[Body::talus] * joint(joints.subtalar_parent, Rigid{}, joints.subtalar_child);
    out[Body::toes] =
        out[Body::calcaneus] * joint(joints.toes_parent, turn(k_z, -pose.toe_extension.radians()), joints.toes_child);
}

} // namespace

BoneFrames frames(const anatomy::Atlas& atlas, const Pose& pose) {
    using anatomy::Body;
    const anatomy::Joints& joints = atlas.joints;
    BoneFrames out;
    out[Body::pelvis] = {glm::dquat(1.0, 0.0, 0.0, 0.0), joints.pelvis_rest};
    out[Body::femur] = out[Body::pelvis] * hip(joints, pose);
    out[Body::patella] = out[Body::femur] * published_patella(joints, pose.knee_flexion.radians());
    out[Body::tibia] = out[Body::femur] * knee(joints, pose);
    hang_foot(out, joints, pose, glm::dvec3(0.0));
    return out;
}

std::array<BodyTwists, k_coordinate_count> twists(const anatomy::Atlas& atlas, const Pose& pose) {
    std::array<BodyTwists, k_coordinate_count> out{};
    for (int c = 0; c < k_coordinate_count; ++c) {
        const auto coordinate = static_cast<Coordinate>(c);
        Pose less = pose, more = pose;
        angle_of(less, coordinate) = angle_of(pose, coordinate) - base::Angle::radians(k_half_step);
        angle_of(more, coordinate) = angle_of(pose, coordinate) + base::Angle::radians(k_half_step);
        const BoneFrames before = frames(atlas, less), after = frames(atlas, more);
        for (std::size_t b = 0; b < before.body.size(); ++b) {
            const glm::dquat turn = after.body[b].rotation * glm::conjugate(before.body[b].rotation);
            // a small turn: twice the vector part is the angle times the axis
            const double sign = turn.w < 0.0 ? -1.0 : 1.0;
            Twist& twist = out[static_cast<std::size_t>(c)][b];
            twist.angular = glm::dvec3(turn.x, turn.y, turn.z) * (sign / k_half_step);
            const glm::dvec3 middle = 0.5 * (after.body[b].translation + before.body[b].translation);
            twist.linear = (after.body[b].translation - before.body[b].translation) / (2.0 * k_half_step) -
                           glm::cross(twist.angular, middle);
        }
    }
    return out;
}

BoneFrames drawn_frames(const anatomy::Atlas& atlas, const Pose& pose) {
    using anatomy::Body;
    BoneFrames out = frames(atlas, pose);
    out[Body::patella] =
        out[Body::femur] * drawn_patella(atlas.joints, pose.knee_flexion.radians(), pose.tibial_rotation.radians());
    hang_foot(out, atlas.joints, pose, atlas.joints.drawn_ankle_shift);
    return out;
}

BoneFrames from_rest(const anatomy::Atlas& atlas, const Pose& pose) {
    const BoneFrames rest = drawn_frames(atlas, Pose{}), now = drawn_frames(atlas, pose);
    BoneFrames out;
    for (std::size_t i = 0; i < out.body.size(); ++i) out.body[i] = now.body[i] * rest.body[i].inverse();
    return out;
}

} // namespace motion
