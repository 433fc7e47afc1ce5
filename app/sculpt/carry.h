#pragma once
// carry: which bodies move a vertex, and by how much (JOINTS_0, WEIGHTS_0).

#include "anatomy/body.h"
#include "mesh/mesh.h"

#include <glm/vec2.hpp>
#include <vector>

namespace sculpt {

enum class CarryBy { height, fibre };

/// Bodies along the limb from the first to the last; between neighbours the weight passes over smoothly from
/// between[i].x to between[i].y, in millimetres of height or in fibre coordinate.
struct Carry {
    CarryBy by = CarryBy::height;
    std::vector<anatomy::Body> bodies; ///< empty: the mesh needs no weights
    std::vector<glm::vec2> between;    ///< one fewer than bodies
};

/// Fills joints and weights; two bodies a vertex at most. CarryBy::fibre needs mesh.fibre.
void paint_weights(mesh::Mesh& mesh, const Carry& carry);

} // namespace sculpt
