#pragma once
// HeightField: one height over each point of a grid, over a plane or round an axis. Hand and skin meet on these.

#include "mesh/mesh.h"

#include <array>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace mesh {

/// Coordinates (across, along, height) over the x, y plane, or round the y axis: there across is the angle times
/// `round` and height the distance from the axis.
struct Chart {
    float round = 0.0f; ///< metres; 0: over the plane
    glm::vec3 to(const glm::vec3& p) const;
    glm::vec3 from(const glm::vec3& c) const;
    bool operator==(const Chart&) const = default;
};

/// Which of several surfaces over one point counts. Of a solid seen from above the highest one faces up: triangles that
/// face down are then left out.
enum class Side { lowest, highest };

/// Heights at the crossings of a grid. Round an axis its columns go once round.
struct HeightField {
    Chart chart;
    glm::vec2 low{0.0f}; ///< of the first column and row
    float step = 0.002f;
    int columns = 0, rows = 0;
    std::vector<float> height; ///< row by row; `empty` where nothing lies

    static constexpr float k_nothing = 1e9f; ///< at least this far off, up or down, is nothing

    /// A square grid of this half width about the chart's origin; round an axis the half width is that along it.
    static HeightField around(const Chart& chart, float half_width, float step, float empty);

    int index(int column, int row) const { return row * columns + column; }
    glm::vec2 at(int column, int row) const {
        return low + glm::vec2(static_cast<float>(column), static_cast<float>(row)) * step;
    }
    /// Calls visit(a, b) with the indices of every two crossings side by side; round an axis the last column has the
    /// first beside it.
    template <class Visit>
    void each_pair(Visit visit) const;
    /// The four crossings round a place and how far it lies between them.
    struct Cell {
        std::array<std::size_t, 4> at{};
        float u = 0.0f, v = 0.0f;
    };
    /// Clamped to the grid; across wraps round an axis.
    Cell cell(const glm::vec2& p) const;
    /// Bilinear. `values` has one entry a crossing.
    static float sample(std::span<const float> values, const Cell& cell) {
        const float near = values[cell.at[0]] + (values[cell.at[1]] - values[cell.at[0]]) * cell.u;
        const float far = values[cell.at[2]] + (values[cell.at[3]] - values[cell.at[2]]) * cell.u;
        return near + (far - near) * cell.v;
    }
    float operator()(const glm::vec2& p) const { return sample(height, cell(p)); }
    bool covers(const glm::vec2& p) const;

    /// Lays one triangle (its corners in chart coordinates) over the grid.
    void lay(const glm::vec3& a, const glm::vec3& b, const glm::vec3& c, Side side);

private:
    void lay_unwrapped(const glm::vec3& a, const glm::vec3& b, const glm::vec3& c, Side side);
};

template <class Visit>
void HeightField::each_pair(Visit visit) const {
    const auto place = [&](int column, int row) { return static_cast<std::size_t>(index(column, row)); };
    const bool wraps = chart.round > 0.0f;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            if (column + 1 < columns || wraps)
                visit(place(column, row), place(column + 1 < columns ? column + 1 : 0, row));
            if (row + 1 < rows) visit(place(column, row), place(column, row + 1));
        }
}

} // namespace mesh
