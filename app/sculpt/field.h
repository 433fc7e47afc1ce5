#pragma once
// Field: a signed distance, and one worn down on a grid.

#include "sculpt/box.h"

#include <functional>

namespace sculpt {

/// Signed distance in millimetres, negative inside; at most about twice too steep or too shallow near the surface.
using Field = std::function<float(const glm::vec3&)>;

/// The field near its surface, each value the mean of those within a voxel, `passes` times: what is finer is worn down.
/// Right to three voxels from the surface; farther off only the sign is.
Field smoothed(const Field& field, const Box& box, float voxel, int passes);

} // namespace sculpt
