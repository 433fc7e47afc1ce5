#pragma once
// simplify: the same surface with fewer triangles (meshoptimizer's quadric simplification), never torn.

#include "mesh/mesh.h"

namespace sculpt {

/// Removes vertices that no triangle uses, from every list of the mesh, and puts triangles and vertices into an order
/// that is quick to draw.
void compact(mesh::Mesh& mesh);

/// Thins a closed mesh out to about `triangles`, moving no surface by more than about `error` (in the unit of the
/// positions). Vertices that stay keep their data. Where thinning would tear the surface the fine triangles stay; the
/// mesh itself comes back when nothing helps.
mesh::Mesh simplified(const mesh::Mesh& fine, int triangles, float error);

/// The same for few triangles: in steps, each of which tears little, and that little is thinned out by the next. Each
/// step may stray by `error`.
mesh::Mesh simplified_by_steps(const mesh::Mesh& fine, int triangles, float error);

} // namespace sculpt
