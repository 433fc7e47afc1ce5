#include "sculpt/field.h"

#include "sculpt/grid.h"

#include <openvdb/tools/Filter.h>

namespace sculpt {

Field smoothed(const Field& field, const Box& box, float voxel, int passes) {
    const auto grid = sample(field, box, voxel);
    openvdb::tools::Filter<openvdb::FloatGrid>(*grid).mean(1, passes);
    return [grid](const glm::vec3& p) { return value_at(*grid, p); };
}

} // namespace sculpt
