#pragma once
// relief: normals of surfaces that bend: finer than their triangles, and yet those of the shape they have just now.

#include "mesh/mesh.h"

#include <span>

namespace mesh {

/// Unit normals of the triangles round each vertex, weighted by their areas.
std::vector<glm::vec3> area_normals(std::span<const glm::vec3> positions, std::span<const std::uint32_t> indices);

/// Fills Mesh::relief: what each normal is more than that of the triangles round it. Without normals there is none.
void find_relief(Mesh& mesh);

/// `normals` come as the relief, turned as the surface was at each vertex, and go as unit normals of the triangles
/// as they lie now with that relief on them. `area` is reused: no allocation once it has grown.
void add_relief(std::span<const glm::vec3> positions, std::span<const std::uint32_t> indices,
                std::span<glm::vec3> normals, std::vector<glm::vec3>& area);

} // namespace mesh
