#pragma once
// Geometry of a line of action: origin, via points and wrap cylinders in a pose.

#include "anatomy/atlas.h"
#include "motion/pose.h"
#include "tissue/tissue_state.h"

#include <array>
#include <glm/vec3.hpp>
#include <vector>

namespace tissue {

/// Polyline of the path in standing model space, metres; arcs on cylinders are sampled finely enough that the
/// polyline's length is within 0.01 mm of the true one.
std::vector<glm::dvec3> path_points(const anatomy::Atlas& atlas, int muscle, const motion::BoneFrames& frames);

/// Exact length of the path (straight pieces plus helical arcs), metres.
double path_length(const anatomy::Atlas& atlas, int muscle, const motion::BoneFrames& frames);

/// Fills path (as path_points() gives it), length and moment_arms in one walk; no allocation once `path` has grown.
/// Moment arms come from virtual work: an arc that lies on its bone does not change, so dL is what the straight pieces
/// gain at their ends, which move with their bones (the excursion method of An et al. 1984 in the limit of no step).
void trace(const anatomy::Atlas& atlas, int muscle, const motion::BoneFrames& frames,
           const std::array<motion::BodyTwists, motion::k_coordinate_count>& twists, MuscleState& out);

/// Point and unit tangent at fraction s (0..1) of a polyline's length.
struct OnPath {
    glm::dvec3 point, tangent;
};
OnPath at_fraction(const std::vector<glm::dvec3>& path, double s);

} // namespace tissue
