#pragma once
// shape_parts: reads the parts of one [[structure]] of a shape file: its solids, hull, carry and paint. Only
// for the files of this folder that read TOML.

#include "files/toml_reader.h"
#include "sculpt/shape_file.h"

namespace sculpt {

// Each notes what is wrong in the section and returns what can be used; the caller goes on and reports all at once.

/// The solid that `center_mm`, `radii_mm` and `rotate_deg` describe.
Solid read_ellipsoid(files::Section& section);
/// The operation and the solid of one shape; Step::solid is null when the solid cannot be made.
Step read_step(files::Section& shape);
/// Every [[structure.shape]], in order. Solids that cannot be made are left out.
std::vector<Step> read_steps(files::Section& structure);
/// [structure.hull]; without it the spec covers nothing.
HullSpec read_hull(files::Section& structure);
/// [structure.carry]; without it there are no bodies.
Carry read_carry(files::Section& structure);
/// Every [[structure.paint]], in order.
std::vector<Paint> read_paint(files::Section& structure);

} // namespace sculpt
