#pragma once
// collapse: few triangles for a closed surface, which stays whole whatever the budget.

#include "mesh/mesh.h"

namespace sculpt {

/// Moves vertices onto neighbours, those first that stray least from the planes round them (Garland & Heckbert 1997,
/// "Surface simplification using quadric error metrics"), until about `triangles` are left or each further move would
/// stray by more than `error` (in the unit of the positions), turn normals or a triangle too far, smear a leap of hue,
/// or tear the surface (link condition: Dey et al. 1999, "Topology preserving edge contraction"). Vertices that stay
/// keep their data. `fine` is closed.
mesh::Mesh collapsed(const mesh::Mesh& fine, int triangles, float error);

} // namespace sculpt
