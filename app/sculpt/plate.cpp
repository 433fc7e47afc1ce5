// Plate: a Catmull-Rom surface cut into small triangles; the nearest is searched cell by cell (bounding balls).

#include "base/assert.h"
#include "sculpt/primitive.h"

#include <algorithm>
#include <cmath>
#include <glm/vec2.hpp>
#include <limits>

namespace sculpt {
namespace {

constexpr int k_steps = 6; ///< samples a cell and direction

struct Sample {
    glm::vec3 centre{0.0f};
    float half_thickness = 0.0f;
};

PlatePoint weighted(const std::array<PlatePoint, 4>& p, const std::array<float, 4>& w) {
    PlatePoint sum;
    for (std::size_t i = 0; i < 4; ++i) {
        sum.centre += p[i].centre * w[i];
        sum.thickness += p[i].thickness * w[i];
    }
    return sum;
}

/// Uniform Catmull-Rom weights (Catmull & Rom 1974).
std::array<float, 4> weights(float t) {
    const float t2 = t * t, t3 = t2 * t;
    return {0.5f * (-t3 + 2.0f * t2 - t), 0.5f * (3.0f * t3 - 5.0f * t2 + 2.0f), 0.5f * (-3.0f * t3 + 4.0f * t2 + t),
            0.5f * (t3 - t2)};
}

/// The grid with one more row and column all round, continued straight.
class Padded {
public:
    Padded(const std::vector<PlatePoint>& grid, int columns)
        : grid_(grid), columns_(columns), rows_(static_cast<int>(grid.size()) / columns) {}
    int rows() const { return rows_; }
    int columns() const { return columns_; }
    PlatePoint at(int row, int column) const {
        if (row < 0) return beyond(at(0, column), at(1, column));
        if (row >= rows_) return beyond(at(rows_ - 1, column), at(rows_ - 2, column));
        if (column < 0) return beyond(at(row, 0), at(row, 1));
        if (column >= columns_) return beyond(at(row, columns_ - 1), at(row, columns_ - 2));
        return grid_[static_cast<std::size_t>(row * columns_ + column)];
    }

private:
    static PlatePoint beyond(const PlatePoint& edge, const PlatePoint& inner) {
        return {2.0f * edge.centre - inner.centre, edge.thickness};
    }
    const std::vector<PlatePoint>& grid_;
    int columns_, rows_;
};

Sample surface_point(const Padded& grid, float row, float column) {
    const int r = std::min(static_cast<int>(row), grid.rows() - 2);
    const int c = std::min(static_cast<int>(column), grid.columns() - 2);
    const auto across = weights(column - static_cast<float>(c)), down = weights(row - static_cast<float>(r));
    std::array<PlatePoint, 4> line;
    for (int i = 0; i < 4; ++i) {
        const int at = r - 1 + i;
        line[static_cast<std::size_t>(i)] =
            weighted({grid.at(at, c - 1), grid.at(at, c), grid.at(at, c + 1), grid.at(at, c + 2)}, across);
    }
    const PlatePoint p = weighted(line, down);
    return {p.centre, std::max(0.1f, 0.5f * p.thickness)};
}

/// Barycentric weights of the point of triangle abc nearest to p (Ericson 2005, Real-Time Collision Detection, 5.1.5).
glm::vec3 nearest_in_triangle(const glm::vec3& p, const glm::vec3& a, const glm::vec3& b, const glm::vec3& c) {
    const glm::vec3 ab = b - a, ac = c - a, ap = p - a, bp = p - b, cp = p - c;
    const float d1 = glm::dot(ab, ap), d2 = glm::dot(ac, ap), d3 = glm::dot(ab, bp), d4 = glm::dot(ac, bp);
    const float d5 = glm::dot(ab, cp), d6 = glm::dot(ac, cp);
    if (d1 <= 0.0f && d2 <= 0.0f) return {1.0f, 0.0f, 0.0f};
    if (d3 >= 0.0f && d4 <= d3) return {0.0f, 1.0f, 0.0f};
    if (d6 >= 0.0f && d5 <= d6) return {0.0f, 0.0f, 1.0f};
    const float vc = d1 * d4 - d3 * d2, vb = d5 * d2 - d1 * d6, va = d3 * d6 - d5 * d4;
    if (vc <= 0.0f && d1 >= 0.0f && d3 <= 0.0f) return {1.0f - d1 / (d1 - d3), d1 / (d1 - d3), 0.0f};
    if (vb <= 0.0f && d2 >= 0.0f && d6 <= 0.0f) return {1.0f - d2 / (d2 - d6), 0.0f, d2 / (d2 - d6)};
    const float e = d4 - d3, f = d5 - d6;
    if (va <= 0.0f && e >= 0.0f && f >= 0.0f) return {0.0f, f / (e + f), e / (e + f)};
    const float sum = va + vb + vc;
    return {va / sum, vb / sum, vc / sum};
}

class Plate final : public Primitive {
public:
    Plate(std::vector<Sample> samples, int fine_columns, const Box& box)
        : Primitive(box), samples_(std::move(samples)), columns_(fine_columns),
          rows_(static_cast<int>(samples_.size()) / fine_columns) {
        for (int r = 0; r + 1 < rows_; r += k_steps)
            for (int c = 0; c + 1 < columns_; c += k_steps) {
                Cell cell{r, c, at(r + k_steps / 2, c + k_steps / 2).centre, 0.0f};
                for (int i = 0; i <= k_steps; ++i)
                    for (int j = 0; j <= k_steps; ++j)
                        cell.radius = std::max(cell.radius, glm::length(at(r + i, c + j).centre - cell.centre));
                cells_.push_back(cell);
            }
    }

    float distance(const glm::vec3& p) const override {
        const Nearest near = nearest(p);
        return std::sqrt(near.squared) - near.half_thickness;
    }

    Fibre fibre(const glm::vec3& p, const glm::vec3& /*side*/) const override {
        const Nearest near = nearest(p);
        return {near.row / static_cast<float>(rows_ - 1), near.column / static_cast<float>(columns_ - 1)};
    }

private:
    struct Cell {
        int row, column;
        glm::vec3 centre;
        float radius;
    };
    struct Nearest {
        float squared = std::numeric_limits<float>::max();
        float half_thickness = 0.0f, row = 0.0f, column = 0.0f;
    };

    const Sample& at(int row, int column) const { return samples_[static_cast<std::size_t>(row * columns_ + column)]; }

    void try_triangle(const glm::vec3& p, const std::array<glm::ivec2, 3>& corner, Nearest& best) const {
        const Sample &a = at(corner[0].x, corner[0].y), &b = at(corner[1].x, corner[1].y),
                     &c = at(corner[2].x, corner[2].y);
        const glm::vec3 w = nearest_in_triangle(p, a.centre, b.centre, c.centre);
        const glm::vec3 d = p - (a.centre * w.x + b.centre * w.y + c.centre * w.z);
        const float squared = glm::dot(d, d);
        if (squared >= best.squared) return;
        const glm::vec2 place = glm::vec2(corner[0]) * w.x + glm::vec2(corner[1]) * w.y + glm::vec2(corner[2]) * w.z;
        best = {squared, a.half_thickness * w.x + b.half_thickness * w.y + c.half_thickness * w.z, place.x, place.y};
    }

    void try_cell(const glm::vec3& p, const Cell& cell, Nearest& best) const {
        glm::ivec2 closest(cell.row, cell.column);
        float least = std::numeric_limits<float>::max();
        for (int r = cell.row; r <= cell.row + k_steps; ++r)
            for (int c = cell.column; c <= cell.column + k_steps; ++c) {
                const glm::vec3 d = p - at(r, c).centre;
                if (glm::dot(d, d) < least) least = glm::dot(d, d), closest = {r, c};
            }
        for (int r = std::max(0, closest.x - 1); r <= closest.x && r + 1 < rows_; ++r)
            for (int c = std::max(0, closest.y - 1); c <= closest.y && c + 1 < columns_; ++c) {
                try_triangle(p, {glm::ivec2(r, c), glm::ivec2(r + 1, c), glm::ivec2(r, c + 1)}, best);
                try_triangle(p, {glm::ivec2(r + 1, c + 1), glm::ivec2(r, c + 1), glm::ivec2(r + 1, c)}, best);
            }
    }

    Nearest nearest(const glm::vec3& p) const {
        const Cell* start = nullptr;
        float least = std::numeric_limits<float>::max();
        for (const Cell& cell : cells_) {
            const float bound = glm::length(p - cell.centre) - cell.radius;
            if (bound < least) least = bound, start = &cell;
        }
        Nearest best;
        try_cell(p, *start, best);
        for (const Cell& cell : cells_) {
            const float bound = glm::length(p - cell.centre) - cell.radius;
            if (&cell != start && (bound <= 0.0f || bound * bound < best.squared)) try_cell(p, cell, best);
        }
        return best;
    }

    std::vector<Sample> samples_;
    int columns_, rows_;
    std::vector<Cell> cells_;
};

} // namespace

Solid make_plate(const std::vector<PlatePoint>& grid, int columns) {
    APP_ASSERT(columns >= 2 && static_cast<int>(grid.size()) >= 2 * columns);
    APP_ASSERT(static_cast<int>(grid.size()) % columns == 0);
    const Padded padded(grid, columns);
    const int fine_rows = (padded.rows() - 1) * k_steps + 1, fine_columns = (columns - 1) * k_steps + 1;
    std::vector<Sample> samples;
    Box box;
    for (int r = 0; r < fine_rows; ++r)
        for (int c = 0; c < fine_columns; ++c) {
            samples.push_back(surface_point(padded, static_cast<float>(r) / k_steps, static_cast<float>(c) / k_steps));
            box.add(samples.back().centre, samples.back().half_thickness);
        }
    return std::make_shared<Plate>(std::move(samples), fine_columns, box);
}

} // namespace sculpt
