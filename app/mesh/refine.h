#pragma once
// refine: finer triangles where a surface has to bend more than its file provides for.

#include "mesh/mesh.h"

#include <functional>

namespace mesh {

/// Halves every edge longer than `longest` metres whose middle is `wanted`, until none is left. The surface keeps its
/// form and stays closed; all vertex data is blended along the edges.
void refine(Mesh& mesh, float longest, const std::function<bool(const glm::vec3&)>& wanted);

} // namespace mesh
