#pragma once
// grid: a field sampled into an OpenVDB level set. Only for the files of this folder that include OpenVDB.

#include "sculpt/field.h"

#include <openvdb/openvdb.h>

namespace sculpt {

/// Values near the surface are the field's own; the rest holds the right sign. `voxel` in mm; world units are mm.
openvdb::FloatGrid::Ptr sample(const Field& field, const Box& box, float voxel);

/// Trilinear between the voxels; `p` in mm.
float value_at(const openvdb::FloatGrid& grid, const glm::vec3& p);

} // namespace sculpt
