#pragma once
// grid: a field sampled into an OpenVDB level set. Only for the files of this folder that include OpenVDB.

#include "sculpt/surface.h"

#include <openvdb/openvdb.h>

namespace sculpt {

/// Values near the surface are the field's own; the rest holds the right sign. `voxel` in mm; world units are mm.
openvdb::FloatGrid::Ptr sample(const Field& field, const Box& box, float voxel);

} // namespace sculpt
