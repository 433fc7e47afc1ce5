#include "motion/pose.h"

#include <algorithm>

namespace motion {
namespace {

base::Angle mix_angle(base::Angle a, base::Angle b, double t) { return a * (1.0 - t) + b * t; }

base::Angle clamp_angle(const anatomy::Range& range, base::Angle angle) {
    return std::clamp(angle, range.low, range.high);
}

constexpr std::array<base::Angle Pose::*, k_coordinate_count> k_members = {
    &Pose::hip_flexion,     &Pose::hip_adduction,      &Pose::hip_rotation, &Pose::knee_flexion,
    &Pose::tibial_rotation, &Pose::ankle_dorsiflexion, &Pose::toe_extension};

} // namespace

base::Angle& angle_of(Pose& pose, Coordinate coordinate) {
    return pose.*k_members[static_cast<std::size_t>(index(coordinate))];
}

base::Angle angle_of(const Pose& pose, Coordinate coordinate) {
    return pose.*k_members[static_cast<std::size_t>(index(coordinate))];
}

Pose mix(const Pose& a, const Pose& b, double t) {
    return {
        mix_angle(a.hip_flexion, b.hip_flexion, t),         mix_angle(a.hip_adduction, b.hip_adduction, t),
        mix_angle(a.hip_rotation, b.hip_rotation, t),       mix_angle(a.knee_flexion, b.knee_flexion, t),
        mix_angle(a.tibial_rotation, b.tibial_rotation, t), mix_angle(a.ankle_dorsiflexion, b.ankle_dorsiflexion, t),
        mix_angle(a.toe_extension, b.toe_extension, t)};
}

Pose plus(const Pose& pose, const Pose& more) {
    Pose sum = pose;
    for (const auto member : k_members) sum.*member = pose.*member + more.*member;
    return sum;
}

Pose clamp(const anatomy::Atlas& atlas, const Pose& pose) {
    return {clamp_angle(atlas.hip_flexion, pose.hip_flexion),
            clamp_angle(atlas.hip_adduction, pose.hip_adduction),
            clamp_angle(atlas.hip_rotation, pose.hip_rotation),
            clamp_angle(atlas.knee_flexion, pose.knee_flexion),
            clamp_angle(atlas.tibial_rotation, pose.tibial_rotation),
            clamp_angle(atlas.ankle_dorsiflexion, pose.ankle_dorsiflexion),
            clamp_angle(atlas.toe_extension, pose.toe_extension)};
}

} // namespace motion
