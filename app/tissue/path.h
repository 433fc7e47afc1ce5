#pragma once
// Geometry of a line of action: origin, via points and wrap cylinders in a pose.

#include "anatomy/atlas.h"
#include "motion/pose.h"

#include <glm/vec3.hpp>
#include <vector>

namespace tissue {

/// Polyline of the path in standing model space, metres; arcs on cylinders are sampled finely enough that the
/// polyline's length is within 0.01 mm of the true one.
std::vector<glm::dvec3> path_points(const anatomy::Atlas& atlas, int muscle, const motion::BoneFrames& frames);

/// Exact length of the path (straight pieces plus helical arcs), metres.
double path_length(const anatomy::Atlas& atlas, int muscle, const motion::BoneFrames& frames);

/// Knee flexion moment arm -dL/dq in metres, central difference (An et al. 1984, tendon excursion method).
double knee_moment_arm(const anatomy::Atlas& atlas, int muscle, const motion::Pose& pose);

/// Point and unit tangent at fraction s (0..1) of a polyline's length.
struct OnPath {
    glm::dvec3 point, tangent;
};
OnPath at_fraction(const std::vector<glm::dvec3>& path, double s);

} // namespace tissue
