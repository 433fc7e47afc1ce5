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

/// Whether the hue differs so much between two vertices, as at a sleeve, that a longer triangle would smear it.
bool hue_leaps(const mesh::Mesh& mesh, std::uint32_t a, std::uint32_t b);
/// The corners of triangles across which it does, marked.
std::vector<bool> colour_borders(const mesh::Mesh& mesh);

} // namespace sculpt
