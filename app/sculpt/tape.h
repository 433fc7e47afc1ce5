#pragma once
// tape: level sections of a mesh, and what a tape measure reads round them.

#include "mesh/mesh.h"

#include <glm/vec2.hpp>
#include <vector>

namespace sculpt {

/// One straight piece of a section, (x, z) in metres.
struct Cut {
    glm::dvec2 a, b;
};

/// Where the level plane at `height` (metres) cuts the mesh.
std::vector<Cut> level_cuts(const mesh::Mesh& mesh, double height);

/// Length of a tape pulled tight round the points: the perimeter of their convex hull. 0 for fewer than 3 points.
double tape_round(std::vector<glm::dvec2> points);

/// The tape round a section of one side of the body, or round both sides of it (the other side is its mirror image).
double girth(const std::vector<Cut>& cuts, bool both_sides);

} // namespace sculpt
