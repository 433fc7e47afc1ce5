#pragma once
// Pose: the joint angles of the treated (right) leg; BoneFrames: where that puts each body.

#include "anatomy/atlas.h"
#include "base/angle.h"
#include "base/rigid.h"

#include <array>
#include <glm/vec3.hpp>
#include <string_view>

namespace motion {

/// Free coordinates. Zero is the standing anatomical position; knee flexion is positive.
struct Pose {
    base::Angle hip_flexion, hip_adduction, hip_rotation; ///< rotation: internal positive
    base::Angle knee_flexion;
    base::Angle tibial_rotation; ///< internal positive
    base::Angle ankle_dorsiflexion;
    base::Angle toe_extension;

    bool operator==(const Pose&) const = default;
};

/// The free coordinates by number, in the order of Pose.
enum class Coordinate {
    hip_flexion,
    hip_adduction,
    hip_rotation,
    knee_flexion,
    tibial_rotation,
    ankle_dorsiflexion,
    toe_extension
};
inline constexpr int k_coordinate_count = 7;
/// Names used in files and on the command line, indexed by Coordinate.
inline constexpr std::array<std::string_view, k_coordinate_count> k_coordinate_names = {
    "hip_flexion",     "hip_adduction",      "hip_rotation", "knee_flexion",
    "tibial_rotation", "ankle_dorsiflexion", "toe_extension"};

constexpr int index(Coordinate coordinate) { return static_cast<int>(coordinate); }

base::Angle& angle_of(Pose& pose, Coordinate coordinate);
base::Angle angle_of(const Pose& pose, Coordinate coordinate);

/// Linear blend of every angle; t in 0..1.
Pose mix(const Pose& a, const Pose& b, double t);

/// The pose turned by further angles.
Pose plus(const Pose& pose, const Pose& more);

/// Each angle clamped to the atlas's ranges.
Pose clamp(const anatomy::Atlas& atlas, const Pose& pose);

/// Body frame -> standing model space (pelvis does not move), metres.
struct BoneFrames {
    std::array<base::Rigid, anatomy::k_body_count> body;

    const base::Rigid& operator[](anatomy::Body b) const { return body[static_cast<std::size_t>(anatomy::index(b))]; }
    base::Rigid& operator[](anatomy::Body b) { return body[static_cast<std::size_t>(anatomy::index(b))]; }
    bool operator==(const BoneFrames&) const = default;
};

/// Forward kinematics: hip (3 rotations), coupled knee of Lai et al. 2017, patella by its own table, ankle, toes.
BoneFrames frames(const anatomy::Atlas& atlas, const Pose& pose);

/// How a body moves while one coordinate grows: v(p) = linear + cross(angular, p), in the standing model, a radian.
struct Twist {
    glm::dvec3 angular{0.0}, linear{0.0};
};
using BodyTwists = std::array<Twist, anatomy::k_body_count>;

/// The twists of every body about each coordinate in a pose (central difference of frames(), exact to 1e-9).
std::array<BodyTwists, k_coordinate_count> twists(const anatomy::Atlas& atlas, const Pose& pose);

/// frames() with patella and foot as they are drawn, which muscle paths and moment arms know nothing of
/// (Joints::drawn_patella_rotation, Joints::drawn_ankle_shift). Standing they are the same.
BoneFrames drawn_frames(const anatomy::Atlas& atlas, const Pose& pose);

/// The transform that carries a rest-position (standing) vertex of each body to the pose: drawn_frames(pose) *
/// drawn_frames(0)^-1.
BoneFrames from_rest(const anatomy::Atlas& atlas, const Pose& pose);

} // namespace motion
