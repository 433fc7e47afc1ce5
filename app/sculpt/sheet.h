#pragma once
// sheet: a thin closed shell on a part of a surface: footprints on bones, zones on the skin, fascia round the thigh.

#include "mesh/mesh.h"
#include "sculpt/program.h"

#include <functional>

namespace sculpt {

/// Which part of a surface: below 0 inside, in millimetres from its edge. Told the place (mm) and the unit normal.
using Area = std::function<float(const glm::vec3& place, const glm::vec3& normal)>;

/// Outside everything that `steps` cut away and inside everything that they keep.
Area left_by(std::vector<Step> steps);

struct SheetOptions {
    float edge = 4.0f;                 ///< mm; triangles near the edge of the area are split until they are this small
    float above = 0.25f, below = 0.1f; ///< mm from the surface to the shell's outer and inner side
};

/// The triangles of `on` where `area` is negative, cut along its zero, as a closed manifold: outer side, inner side and
/// rim. Every attribute is the surface's; `on` must have normals. Empty where the area
/// misses the surface.
mesh::Mesh sheet(const mesh::Mesh& on, const Area& area, const SheetOptions& options);

} // namespace sculpt
