#pragma once
// leg: from shape programs to the whole model, in every level of detail.

#include "mesh/detail.h"
#include "mesh/mesh.h"
#include "sculpt/shape_file.h"

#include <functional>

namespace sculpt {

/// Triangles of the whole model at each level. When the structures ask for more, each gets its share of this; a surface
/// that would then stray too far from its shape keeps more.
inline constexpr std::array<int, mesh::k_detail_count> k_triangle_budget = {288'500, 133'600, 48'600, 21'760};

/// One model a level; every level has the same structures in the same order.
using Levels = std::array<mesh::Model, mesh::k_detail_count>;

/// Told once for each structure when it is there at full detail; `kept` when the cache had it. May be called from
/// several threads, one at a time.
using Progress = std::function<void(const mesh::Mesh& done, bool kept, int count, int of)>;

struct LegOptions {
    std::vector<std::string> only = {}; ///< ids of the structures to make; empty: all
    std::filesystem::path cache = {};   ///< folder of the structures made before; empty: make everything anew
    std::uint64_t maker = 0;            ///< what else a cached structure depends on: the program that made it
    Progress progress = {};
};

/// Makes the structures in the order of `shapes`. Depth below the skin is 0 where the skin is not made. The result does
/// not depend on the number of threads or on the cache. Throws base::Failure for an id that is not there or a structure
/// that cannot be meshed.
Levels make_leg(std::vector<Shape> shapes, const LegOptions& options);

} // namespace sculpt
