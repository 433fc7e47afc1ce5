#pragma once
// Moves of a camera round a target: pure functions that keep the eye out of the floor and the couch.

#include "scene/scene.h"

#include <glm/vec3.hpp>
#include <optional>

namespace document {

inline constexpr float k_nearest = 0.15f;     ///< metres from the target; nearer shows the inside of things
inline constexpr float k_farthest = 6.0f;     ///< the whole room
inline constexpr float k_lowest_eye = 0.05f;  ///< metres above the floor
inline constexpr float k_target_reach = 2.0f; ///< metres the target may leave the leg by: nobody pans until lost

/// True when the eye is above the floor and outside the couch and the distance is within its limits.
bool is_allowed(const scene::Camera& camera);

/// Turns the eye about the target: `yaw` about the vertical, `pitch` up; radians. Up becomes world +Y.
scene::Camera orbited(const scene::Camera& camera, double yaw, double pitch);

/// Shifts eye and target in the picture plane by fractions of the picture's height, so that the picture moves
/// right and up; the target stays within k_target_reach of `home`, here and below.
scene::Camera panned(const scene::Camera& camera, double right, double up, const glm::vec3& home);

/// Nearer by `steps` notches (negative: farther); a point `toward` stays where it is in the picture.
scene::Camera zoomed(const scene::Camera& camera, double steps, std::optional<glm::vec3> toward, const glm::vec3& home);

/// Looks at `target` from the same side, at `distance` metres (clamped).
scene::Camera aimed(const scene::Camera& camera, const glm::vec3& target, float distance);

/// Looks along `direction` (from eye to target), same target and distance; up is world +Y.
scene::Camera turned(const scene::Camera& camera, const glm::vec3& direction);

/// Distance at which a sphere of this radius fills the picture's height with a margin.
float fitting_distance(const scene::Camera& camera, float radius);

/// Between two cameras; t in 0..1. The eye swings round the target, so the picture never passes through it.
scene::Camera between(const scene::Camera& from, const scene::Camera& to, double t);

} // namespace document
