#include "sculpt/hand_nail.h"

#include <algorithm>
#include <glm/common.hpp>

namespace sculpt {
namespace {

/// Half a nail's thickness and how far it stands out of the flesh, mm.
constexpr float k_half = 0.55f, k_lift = 0.1f;
/// Thickness of the bed under it, deep enough to reach the surface everywhere, mm.
constexpr float k_bed = 5.0f;
constexpr int k_columns = 7, k_rows = 6;

/// Height of the flesh over the segment's axis at (x, y), mm.
float height(const Program& flesh, const Placing& frame, float x, float y, float most) {
    float inside = 0.0f, outside = most;
    for (int i = 0; i < 20; ++i) {
        const float middle = 0.5f * (inside + outside);
        (flesh.distance(frame.point({x, y, middle})) < 0.0f ? inside : outside) = middle;
    }
    return inside;
}

/// Grid over the nail, from the fold to the free edge, in the segment's frame.
std::vector<PlatePoint> grid_of(const Program& flesh, const Digit& digit, const Placing& frame) {
    const float length = digit.nail.x, half = 0.5f * digit.nail.y;
    const float most = digit.depth[2], edge = -(digit.lengths[2] - 0.17f * digit.depth[3]);
    std::vector<PlatePoint> grid;
    for (int row = 0; row < k_rows; ++row) {
        const float t = static_cast<float>(row) / (k_rows - 1);
        const float y = edge + length * (1.0f - t);
        // rounded at the fold, nearly straight at the sides
        const float share = row == 0 ? 0.72f : row == k_rows - 1 ? 0.86f : 1.0f;
        for (int column = 0; column < k_columns; ++column) {
            const float across = 2.0f * static_cast<float>(column) / (k_columns - 1) - 1.0f;
            const float x = across * half * share;
            // the free edge runs on straight where the tip of the flesh falls away
            const float firm = std::max(y, edge + 0.22f * length), beyond = y - firm;
            const float slope =
                (height(flesh, frame, x, firm + 2.0f, most) - height(flesh, frame, x, firm, most)) / 2.0f;
            const float z = height(flesh, frame, x, firm, most) + beyond * std::clamp(slope, -0.1f, 0.4f);
            // under the fold at one end, flush with the pulp at the other
            const float lift = row == 0 ? -0.7f : row == k_rows - 1 ? -0.3f : k_lift;
            const float arch = row == k_rows - 1 ? 0.5f * (1.0f - across * across) : 0.0f;
            grid.push_back({{x, y - arch, z + lift - k_half}, 2.0f * k_half});
        }
    }
    return grid;
}

/// The part of the grid from a little before its last row to the end.
std::vector<PlatePoint> last_rows(const std::vector<PlatePoint>& grid) {
    std::vector<PlatePoint> rows(grid.end() - 2 * k_columns, grid.end());
    for (std::size_t i = 0; i < k_columns; ++i)
        rows[i].centre = glm::mix(rows[i].centre, rows[i + k_columns].centre, 0.6f);
    return rows;
}

} // namespace

Nail make_nail(const Program& flesh, const Digit& digit, const Placing& frame) {
    const std::vector<PlatePoint> grid = grid_of(flesh, digit, frame);
    // no groove before the free edge: the flesh ends there
    std::vector<PlatePoint> bed(grid.begin(), grid.end() - k_columns);
    for (PlatePoint& point : bed) point.thickness = k_bed;
    const auto plate = [&](const std::vector<PlatePoint>& points) {
        return make_placed(make_plate(points, k_columns), frame);
    };
    return {plate(grid), plate(last_rows(grid)), plate(bed)};
}

} // namespace sculpt
