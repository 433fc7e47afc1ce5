#pragma once
// TissueState: what the soft tissue does in a pose, under a lock. A pure function of (atlas, pose, lock, activation).

#include "anatomy/atlas.h"
#include "motion/pose.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <glm/common.hpp>
#include <glm/vec3.hpp>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tissue {

/// How the therapist holds the tissue; decides the contact patch.
enum class Grip { palm, reinforced_thumb, soft_fist, forearm, elbow };
inline constexpr int k_grip_count = 5;
inline constexpr std::array<std::string_view, k_grip_count> k_grip_names = {"palm", "reinforced_thumb", "soft_fist",
                                                                            "forearm", "elbow"};

/// How long a piece of the muscle a grip holds, metres along it, indexed by Grip. Breadth of the hand (ANSUR II) and of
/// the thumb; the others are estimates from the same hand and forearm. Illustrative.
inline constexpr std::array<double, k_grip_count> k_patch_lengths = {0.088, 0.023, 0.045, 0.060, 0.030};
constexpr double patch_length(Grip grip) { return k_patch_lengths[static_cast<std::size_t>(grip)]; }

/// A lock: tissue of one muscle held by the therapist. Loading is monotonic from the moment it is set, so the
/// state depends only on the pose then, the pose now and this, never on the way between.
struct Lock {
    int muscle = 0;           ///< index into Atlas::muscles
    double position = 0.5;    ///< fraction of the path from origin, 0..1, in the pose when set
    double pressure_n = 80.0; ///< normal force of the contact, newtons
    Grip grip = Grip::reinforced_thumb;
    double toward_origin = 0.0; ///< slack the hand takes up toward the origin before holding, metres
    double grasp = 1.0; ///< how much of the hold is on: 0 the hand rests and tissue runs freely under it, 1 it holds
    motion::Pose set_in;         ///< the pose when the lock was set
    double set_activation = 0.0; ///< activation of the muscle then
    bool operator==(const Lock&) const = default;
};

inline constexpr int k_strand_nodes = 64;
/// One value at each node of a strand, origin to insertion, in equal steps of material.
using NodeValues = std::array<float, k_strand_nodes>;
/// Linear between the nodes; `material` 0..1.
inline float at_material(const NodeValues& values, float material) {
    const float place = material * static_cast<float>(k_strand_nodes - 1);
    const auto node = std::min(static_cast<std::size_t>(place), static_cast<std::size_t>(k_strand_nodes - 2));
    return glm::mix(values[node], values[node + 1], place - static_cast<float>(node));
}

/// One muscle now. Arrays run from origin (0) to insertion (k_strand_nodes - 1) in equal steps of material.
struct MuscleState {
    std::vector<glm::dvec3> path; ///< polyline of the line of action, metres, standing model space
    double length = 0;            ///< m, of the path
    double rest_length = 0;       ///< m, of the path in the standing pose
    double slack_length = 0;      ///< m, longest length without passive tension
    /// m, about each motion::Coordinate, -dL/dq: positive when the muscle turns the joint the way the coordinate grows.
    std::array<double, motion::k_coordinate_count> moment_arms{};
    NodeValues fraction{};                             ///< where each material node lies now along the path, 0..1
    NodeValues stretch{};                              ///< fibre length over optimal length at each node
    NodeValues strain{};                               ///< of fibres in the belly, of tendon at the ends; 0 where slack
    NodeValues slack{};                                ///< share by which fibres are shorter than slack; 0 where taut
    std::array<double, k_strand_nodes> node_tension{}; ///< N along the muscle
    double proximal_strain = 0; ///< of the fibres from slack, origin to lock (to insertion without a lock)
    double distal_strain = 0;   ///< of the fibres from slack, lock to insertion (same as proximal without a lock)
    double tension = 0;         ///< N at the insertion
    double passive_tension = 0; ///< N of it that is not due to activation
    double activation = 0;      ///< 0..1
    double lock_force = 0;      ///< N the hand carries along the muscle, positive toward the origin; 0 without a lock
    double slide = 0;           ///< m the tissue slid under the hand
    double hand = 0;            ///< where the middle of the hand is along the path now, 0..1; 0 without a lock
    double patch_begin = 0, patch_end = 0; ///< the held tissue, as fractions of the material (node / (nodes - 1))
    bool locked = false;

    double moment_arm(motion::Coordinate coordinate) const {
        return moment_arms[static_cast<std::size_t>(motion::index(coordinate))];
    }
    /// N m about the knee, positive flexes: passive tension at the insertion times its moment arm.
    double passive_knee_moment() const { return passive_tension * moment_arm(motion::Coordinate::knee_flexion); }
    bool operator==(const MuscleState&) const = default;
};

struct TissueState {
    std::vector<MuscleState> muscles; ///< one for each Atlas::muscles
    bool operator==(const TissueState&) const = default;
};

/// How hard each muscle works, 0..1, one for each Atlas::muscles; empty: all passive.
using Activation = std::span<const double>;

} // namespace tissue
