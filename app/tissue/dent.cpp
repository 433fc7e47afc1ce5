#include "tissue/dent.h"

#include "base/assert.h"
#include "base/smooth.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>

namespace tissue {
namespace {

// Illustrative, of the order of measured soft tissue of the thigh: effective modulus under a hand, pascals, and the
// depth that no hand exceeds, metres.
constexpr double k_modulus = 60e3, k_deepest = 0.020;
/// The skin outside the hand sinks like a stretched membrane on springs (Pasternak 1954): by 1/e over this length.
constexpr float k_fall_off = 0.013f, k_fall_off_round = 0.006f; // round a limb skin lies tight on bone and tendon
/// Successive over-relaxation, first on every other crossing: sweeps, and the factors near the best ones for that
/// length and a grid of 3 mm; a coarser one settles in fewer.
constexpr int k_coarse_sweeps = 14, k_sweeps = 5;
constexpr float k_coarse_relaxation = 1.6f, k_relaxation = 1.3f;
/// Displaced volume comes up again within about twice this distance, metres, up to this share, where the skin has sunk
/// less than that share of the deepest. Illustrative.
constexpr float k_bulge_reach = 0.022f, k_bulge_share = 0.8f, k_bulges_below = 0.2f;
/// Drawn skin eases off over this distance, and skin beyond the hand is drawn most at this distance, metres.
constexpr float k_drag_reach = 0.045f, k_drawn_at = 0.03f;
/// Slopes of the skin against the hand: followed fully up to the one, not at all beyond the other.
constexpr float k_level = 3.2f, k_steep = 4.5f, k_cliff = 7.0f;
constexpr float k_level_over = 0.006f, k_edge_over = 0.003f; ///< they are averaged so far to either side, metres
constexpr float k_rim = 0.020f; ///< displacements vanish toward the rim of the grid over this width
/// Of the room that the patch leaves under it, a multiple of what flesh fills: up to the one it fills it all, from the
/// other on nothing holds the skin to the hand.
constexpr float k_clings = 1.0f, k_hangs_free = 2.5f;
constexpr float k_comes_near = 0.004f; ///< skin so near under the hand begins to follow however steep, metres
constexpr float k_seen = 2e-5f;        ///< skin that would move less stays where it is, metres

float eased(float x) { return static_cast<float>(base::smoothstep(0.0, 1.0, static_cast<double>(x))); }

/// How far p lies outside the ellipse, about; 0 inside.
float outside(const Drag& drag, const glm::vec2& p) {
    const glm::vec2 off = p - drag.middle;
    const float ratio = glm::length(off / drag.half);
    return ratio <= 1.0f ? 0.0f : glm::length(off) * (1.0f - 1.0f / ratio);
}

glm::vec2 drawn(const Drag& drag, const glm::vec2& p) {
    if (drag.carried == 0.0f && drag.drawn == 0.0f) return glm::vec2(0.0f);
    const float away = outside(drag, p);
    // never steeper than half, so that skin is bunched up but not folded over
    const float reach = std::max(k_drag_reach, 3.0f * drag.carried);
    const float beyond = away / k_drawn_at;
    return drag.toward * (drag.carried * (1.0f - eased(away / reach)) - drag.drawn * beyond * std::exp(1.0f - beyond));
}

/// 0 at the rim of the grid, 1 well inside; round an axis there are only two rims.
float inside_rim(const mesh::HeightField& grid, const glm::vec2& p) {
    const glm::vec2 high = grid.at(grid.columns - 1, grid.rows - 1);
    float near = std::min(p.y - grid.low.y, high.y - p.y);
    if (grid.chart.round <= 0.0f) near = std::min({near, p.x - grid.low.x, high.x - p.x});
    return eased(near / k_rim);
}

/// One kind of crossing after the other, as on a chessboard: u - l^2 laplacian(u) = 0 outside the hand, needed <= u <=
/// allowed everywhere (an obstacle problem; projected over-relaxation, Cryer 1971).
struct Membrane {
    int columns, rows;
    bool wraps;
    float share; ///< of the neighbours' sum
    std::span<const float> needed, allowed;

    Membrane(const mesh::HeightField& grid, int columns_, int rows_, float step, std::span<const float> needed_,
             std::span<const float> allowed_)
        : columns(columns_), rows(rows_), wraps(grid.chart.round > 0.0f), needed(needed_), allowed(allowed_) {
        const float length = (wraps ? k_fall_off_round : k_fall_off) / step;
        const float stiff = length * length;
        share = stiff / (1.0f + 4.0f * stiff);
    }
    void relax(std::vector<float>& u, int sweeps, float relaxation) const {
        const int first = wraps ? 0 : 1, last = columns - first;
        for (int half = 0; half < 2 * sweeps; ++half)
            for (int row = 1; row + 1 < rows; ++row) {
                const int base = row * columns;
                for (int column = first + ((row + half + first) & 1); column < last; column += 2) {
                    const int left = column > 0 ? column - 1 : columns - 1;
                    const int right = column + 1 < columns ? column + 1 : 0;
                    const auto at = [&](int i) { return u[static_cast<std::size_t>(i)]; };
                    const float sum =
                        at(base + left) + at(base + right) + at(base + column - columns) + at(base + column + columns);
                    const auto i = static_cast<std::size_t>(base + column);
                    u[i] = std::min(std::max(u[i] + relaxation * (share * sum - u[i]), needed[i]), allowed[i]);
                }
            }
    }
};

/// Solves for the sinking: on every other crossing first, then in between.
void sink(const mesh::HeightField& grid, std::span<const float> needed, std::span<const float> allowed,
          std::vector<float>& u) {
    const int columns = (grid.columns + 1) / 2, rows = (grid.rows + 1) / 2;
    std::vector<float> coarse, coarse_needed, coarse_allowed;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            const auto i = static_cast<std::size_t>(grid.index(2 * column, 2 * row));
            coarse.push_back(u[i]);
            coarse_needed.push_back(needed[i]);
            coarse_allowed.push_back(allowed[i]);
        }
    Membrane(grid, columns, rows, 2.0f * grid.step, coarse_needed, coarse_allowed)
        .relax(coarse, k_coarse_sweeps, k_coarse_relaxation);
    const bool wraps = grid.chart.round > 0.0f;
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column) {
            const int c0 = column / 2, r0 = row / 2, next = column % 2 + c0;
            const int c1 = next < columns ? next : (wraps ? 0 : c0), r1 = std::min(row % 2 + r0, rows - 1);
            const auto at = [&](int c, int r) { return coarse[static_cast<std::size_t>(r * columns + c)]; };
            const auto i = static_cast<std::size_t>(grid.index(column, row));
            const float between = 0.25f * (at(c0, r0) + at(c1, r0) + at(c0, r1) + at(c1, r1));
            u[i] = std::min(std::max(between, needed[i]), allowed[i]);
        }
    Membrane(grid, grid.columns, grid.rows, grid.step, needed, allowed).relax(u, k_sweeps, k_relaxation);
}

/// Mean over a square of 2 * half + 1 crossings, of what of it lies on the grid, by running sums along rows, then
/// columns.
void average(const mesh::HeightField& grid, int half, std::vector<float>& values) {
    std::vector<float> line;
    const auto pass = [&](int count, auto place) {
        line.resize(static_cast<std::size_t>(count));
        float sum = 0.0f;
        for (int k = -half; k < count + half; ++k) {
            if (k + half < count) sum += values[place(k + half)];
            if (k - half - 1 >= 0) sum -= values[place(k - half - 1)];
            const int within = std::min(k + half, count - 1) - std::max(k - half, 0) + 1;
            if (k >= 0 && k < count) line[static_cast<std::size_t>(k)] = sum / static_cast<float>(within);
        }
        for (int k = 0; k < count; ++k) values[place(k)] = line[static_cast<std::size_t>(k)];
    };
    for (int row = 0; row < grid.rows; ++row)
        pass(grid.columns,
             [&](int k) { return static_cast<std::size_t>(grid.index(std::clamp(k, 0, grid.columns - 1), row)); });
    for (int column = 0; column < grid.columns; ++column)
        pass(grid.rows,
             [&](int k) { return static_cast<std::size_t>(grid.index(column, std::clamp(k, 0, grid.rows - 1))); });
}

/// 1 where the skin lies level under the hand, 0 where it is steep or falls away; and 0 over the edge of a cliff, where
/// nothing follows a hand.
struct Level {
    std::vector<float> level, edge;
};
Level levelness(const mesh::HeightField& grid) {
    Level found{std::vector<float>(grid.height.size(), 1.0f), std::vector<float>(grid.height.size(), 1.0f)};
    std::vector<float>& level = found.level;
    grid.each_pair([&](std::size_t a, std::size_t b) {
        const float slope = std::abs(grid.height[a] - grid.height[b]) / grid.step;
        const float here = 1.0f - eased((slope - k_level) / (k_steep - k_level));
        const float edge = 1.0f - eased((slope - k_steep) / (k_cliff - k_steep));
        for (const std::size_t i : {a, b}) {
            level[i] = std::min(level[i], here);
            found.edge[i] = std::min(found.edge[i], edge);
        }
    });
    const auto crossings = [&](float width) { return std::max(static_cast<int>(std::lround(width / grid.step)), 1); };
    average(grid, crossings(k_level_over), level);
    average(grid, crossings(k_edge_over), found.edge);
    return found;
}

/// How the hand holds the skin at a crossing.
struct Held {
    float allowed, takes;
};
Held held(float needed, float allowed, float fills) {
    if (fills <= 0.0f) return {allowed, 0.0f};
    const float free = eased((-needed / fills - k_clings) / (k_hangs_free - k_clings));
    // it comes loose slowly, so that a patch that lifts leaves no step in the skin
    const float most = glm::mix(std::max(needed, -fills), allowed, free * free);
    return {most, 1.0f - free};
}

/// What the skin of the bed does, once it is known how it sinks.
void move_skin(const std::vector<float>& sunk, const std::vector<float>& takes, float share, const Drag& drag,
               Dent& dent) {
    const mesh::HeightField& grid = dent.bed.skin;
    const bool drags = drag.carried != 0.0f || drag.drawn != 0.0f;
    dent.pressed.resize(sunk.size());
    if (drags) dent.dragged.resize(sunk.size());
    std::vector<float> taken(sunk.size());
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column) {
            const auto i = static_cast<std::size_t>(grid.index(column, row));
            taken[i] = takes[i] * inside_rim(grid, grid.at(column, row)) * share;
            dent.pressed[i] = std::abs(sunk[i] * taken[i]) > k_seen ? -sunk[i] * taken[i] : 0.0f;
        }
    if (!drags) return;
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column) {
            const auto i = static_cast<std::size_t>(grid.index(column, row));
            const glm::vec2 from = grid.at(column, row);
            glm::vec2 by = drawn(drag, from) * taken[i];
            float up = mesh::HeightField::sample(grid.height, grid.cell(from + by)) - grid.height[i];
            // it is so far along the skin, not across the chart, that it is drawn
            const float straight = glm::length(by), steep = straight > 0.0f ? up / straight : 0.0f;
            const float less = 1.0f / std::sqrt(1.0f + steep * steep);
            by *= less, up *= less;
            const glm::vec3 all(by, up - mesh::HeightField::sample(sunk, grid.cell(from + by)) * taken[i]);
            dent.dragged[i] = glm::length(all) > k_seen ? all : glm::vec3(0.0f);
        }
}

} // namespace

double press_depth(double newtons, double patch_area) {
    if (newtons <= 0.0 || patch_area <= 0.0) return 0.0;
    // a rigid flat punch of this area on an elastic half-space (Sneddon 1965), stiffening toward the greatest depth
    const double radius = std::sqrt(patch_area / std::numbers::pi);
    const double soft = newtons / (2.0 * radius * k_modulus);
    return k_deepest * (1.0 - std::exp(-soft / k_deepest));
}

Dent make_dent(const base::Rigid& frame, Bed bed, const Hand& hand, const Drag& drag) {
    const mesh::HeightField& grid = bed.skin;
    const std::size_t count = grid.height.size();
    APP_ASSERT(hand.surface.size() == count && bed.depth.size() == count);
    std::vector<float> needed(count), allowed(count), sunk(count);
    auto [takes, edge] = levelness(grid);
    for (std::size_t i = 0; i < count; ++i) {
        allowed[i] = k_most_pressed * bed.depth[i];
        needed[i] = std::min(grid.height[i] - hand.surface[i], allowed[i]);
        sunk[i] = std::max(needed[i], 0.0f);
        takes[i] = std::max(takes[i], edge[i] * eased((needed[i] + k_comes_near) / k_comes_near));
        if (hand.patch.empty() || hand.patch[i] <= 0.0f) continue;
        const Held at = held(needed[i], allowed[i], hand.fills);
        allowed[i] = at.allowed;
        takes[i] = std::max(takes[i], edge[i] * at.takes);
    }
    sink(grid, needed, allowed, sunk);
    std::vector<float> spread = sunk;
    const float low = std::max(k_bulges_below * *std::ranges::max_element(sunk), 1e-6f);
    const int half = static_cast<int>(std::lround(k_bulge_reach / grid.step));
    for (int pass = 0; pass < 2; ++pass) average(grid, half, spread);
    for (std::size_t i = 0; i < count; ++i) {
        const float bulge = k_bulge_share * spread[i] * (1.0f - eased(sunk[i] / low));
        sunk[i] = std::max(sunk[i] - bulge, needed[i]);
    }
    Dent dent{frame, std::move(bed), {}, {}};
    move_skin(sunk, takes, hand.share, drag, dent);
    return dent;
}

} // namespace tissue
