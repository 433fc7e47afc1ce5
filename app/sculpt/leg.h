#pragma once
// leg: from shape programs to the whole model.

#include "mesh/mesh.h"
#include "sculpt/shape_file.h"

#include <functional>

namespace sculpt {

/// Triangles of the whole model. When the structures ask for more, each gets its share of this.
inline constexpr int k_triangle_budget = 170'000;

/// Told once for each structure when it is done; may be called from several threads, one at a time.
using Progress = std::function<void(const mesh::Mesh& done, int count, int of)>;

/// Makes the structures named in `only` (all when empty), in the order of `shapes`. Depth below the skin is 0 where the
/// skin is not made. The result does not depend on the
/// number of threads. Throws base::Failure for an id that is not there or a structure that cannot be meshed.
mesh::Model make_leg(std::vector<Shape> shapes, const std::vector<std::string>& only, const Progress& progress);

} // namespace sculpt
