#pragma once
// hull: skin and deep fascia. Everything inside is thickened by fat, hollows are bridged, the surface is smoothed.

#include "sculpt/program.h"

#include <string>
#include <vector>

namespace sculpt {

/// Fat between the muscles and the skin at one height, millimetres.
struct FatRow {
    float height = 0.0f;
    float front = 0.0f, outer = 0.0f, back = 0.0f, inner = 0.0f;
};

struct HullSpec {
    std::vector<std::string> over; ///< ids of the structures inside; empty: there is no hull
    float voxel = 3.0f;            ///< mm, of the grid on which it is made
    float close = 15.0f;           ///< mm; hollows narrower than twice this are bridged
    int smooth = 2;                ///< passes of the averaging filter
    glm::vec3 axis{0.0f};          ///< a point of the upright axis from which front, outer, back and inner are told
    std::vector<FatRow> fat;       ///< increasing height
    /// mm; above 0 the structure is not the whole hull but a sheet of this thickness just inside its surface, and the
    /// structure's own shapes do not change the hull but trim the sheet's edge.
    float sheet = 0.0f;
};

/// Fat at p: linear between the heights, and round the axis by the squares of the direction's components. The right
/// side's outer is -x.
float fat_at(const HullSpec& spec, const glm::vec3& p);

/// A solid with the hull's distances, its fibres running down its axis; `inside` are the fields of HullSpec::over.
Solid make_hull(const HullSpec& spec, const std::vector<const Program*>& inside);

} // namespace sculpt
