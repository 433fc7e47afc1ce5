#include "tissue/dent.h"

#include "base/assert.h"
#include "base/smooth.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>
#include <numbers>

namespace tissue {
namespace {

// Illustrative, of the order of measured soft tissue of the thigh: effective modulus under a hand, pascals, and the
// depth that no hand exceeds, metres.
constexpr double k_modulus = 60e3, k_deepest = 0.020;
/// The skin outside the hand sinks like a stretched membrane on springs (Pasternak 1954): by 1/e over this length.
constexpr float k_fall_off = 0.016f;
/// Successive over-relaxation: sweeps, and the factor near the best one for that length and a grid of 3 mm.
constexpr int k_sweeps = 24;
constexpr float k_relaxation = 1.75f;
/// Displaced tissue comes up again beside the hand, within about twice this distance, metres; illustrative share.
constexpr float k_bulge_reach = 0.024f, k_bulge_share = 0.7f;
/// Drawn skin eases off over this distance, and skin beyond the hand is drawn most at this distance, metres.
constexpr float k_drag_reach = 0.045f, k_drawn_at = 0.03f;
/// What lies higher than this above the skin under the hand is another part of the leg, metres.
constexpr float k_above = 0.008f;
/// Slopes of the skin against the hand: followed fully up to the one, not at all beyond the other.
constexpr float k_level = 2.0f, k_steep = 3.2f;
constexpr float k_rim = 0.020f; ///< displacements vanish toward the rim of the grid over this width
constexpr float k_step = 5e-4f; ///< for differences along the surface

/// 1 at the skin, 0 at the bone, level at both. Its slope is at most 1.5, so that tissue pressed by up to 0.6 of its
/// depth never passes through what lies deeper.
float give(float share) {
    const float t = std::clamp(share, 0.0f, 1.0f);
    return (1.0f - t) * (1.0f - t) * (1.0f + 2.0f * t);
}

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

/// Solves for the sinking: u - l^2 laplacian(u) = 0 outside the hand, needed <= u <= allowed everywhere (an obstacle
/// problem; projected over-relaxation, Cryer 1971).
void sink(const mesh::HeightField& grid, std::span<const float> needed, std::span<const float> allowed,
          std::vector<float>& u) {
    const float stiff = (k_fall_off / grid.step) * (k_fall_off / grid.step);
    const float share = stiff / (1.0f + 4.0f * stiff);
    const bool wraps = grid.chart.round > 0.0f;
    const int first = wraps ? 0 : 1, last = grid.columns - first;
    for (int sweep = 0; sweep < k_sweeps; ++sweep)
        for (int row = 1; row + 1 < grid.rows; ++row)
            for (int column = first; column < last; ++column) {
                const int left = column > 0 ? column - 1 : grid.columns - 1;
                const int right = column + 1 < grid.columns ? column + 1 : 0;
                const auto at = [&](int c, int r) { return u[static_cast<std::size_t>(grid.index(c, r))]; };
                const float sum = at(left, row) + at(right, row) + at(column, row - 1) + at(column, row + 1);
                const auto i = static_cast<std::size_t>(grid.index(column, row));
                u[i] = std::min(std::max(u[i] + k_relaxation * (share * sum - u[i]), needed[i]), allowed[i]);
            }
}

/// Mean over a square of 2 * half + 1 crossings, by running sums along rows, then columns.
void average(const mesh::HeightField& grid, int half, std::vector<float>& values) {
    std::vector<float> line;
    const auto pass = [&](int count, auto place) {
        line.resize(static_cast<std::size_t>(count));
        float sum = 0.0f;
        for (int k = -half; k < count + half; ++k) {
            if (k + half < count) sum += values[place(k + half)];
            if (k - half - 1 >= 0) sum -= values[place(k - half - 1)];
            if (k >= 0 && k < count) line[static_cast<std::size_t>(k)] = sum / static_cast<float>(2 * half + 1);
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

/// 1 where the skin lies level under the hand, 0 where it is steep or falls away.
std::vector<float> levelness(const mesh::HeightField& grid) {
    std::vector<float> level(grid.height.size(), 1.0f);
    const bool wraps = grid.chart.round > 0.0f;
    const auto at = [&](int c, int r) { return static_cast<std::size_t>(grid.index(c, r)); };
    const auto compare = [&](std::size_t a, std::size_t b) {
        const float slope = std::abs(grid.height[a] - grid.height[b]) / grid.step;
        const float here = 1.0f - eased((slope - k_level) / (k_steep - k_level));
        level[a] = std::min(level[a], here);
        level[b] = std::min(level[b], here);
    };
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column) {
            if (column + 1 < grid.columns || wraps)
                compare(at(column, row), at(column + 1 < grid.columns ? column + 1 : 0, row));
            if (row + 1 < grid.rows) compare(at(column, row), at(column, row + 1));
        }
    average(grid, 2, level);
    return level;
}

/// The map of a dent in the hand's coordinates.
class Map {
public:
    Map(const Dent& dent, bool draws)
        : dent_(dent), grid_(dent.bed.skin), draws_(draws && (dent.drag.carried != 0.0f || dent.drag.drawn != 0.0f)) {}

    /// Where p goes; p itself where the dent does not reach.
    glm::vec3 operator()(const glm::vec3& p) const {
        const glm::vec3 c = grid_.chart.to(p);
        const glm::vec2 from(c);
        if (!grid_.covers(from)) return p;
        const auto cell = grid_.cell(from);
        const float skin = mesh::HeightField::sample(grid_.height, cell), under = skin - c.z;
        const float depth = mesh::HeightField::sample(dent_.bed.depth, cell);
        if (under < -k_above || under >= depth) return p;
        // how much of the skin's displacement the point takes
        const float above = under < 0.0f ? 1.0f - eased(-under / k_above) : 1.0f;
        const float taken =
            give(under / depth) * above * inside_rim(grid_, from) * mesh::HeightField::sample(dent_.takes, cell);
        if (!draws_) return sunk(p, c, mesh::HeightField::sample(dent_.sunk, cell) * taken);
        const glm::vec2 at = from + drawn(dent_.drag, from) * taken;
        const auto there = grid_.cell(at);
        const float slope = mesh::HeightField::sample(grid_.height, there) - skin;
        return grid_.chart.from({at, c.z + slope - mesh::HeightField::sample(dent_.sunk, there) * taken});
    }

private:
    glm::vec3 sunk(const glm::vec3& p, const glm::vec3& c, float by) const {
        return by == 0.0f ? p : grid_.chart.from({c.x, c.y, c.z - by});
    }

    const Dent& dent_;
    const mesh::HeightField& grid_;
    bool draws_;
};

/// Tells quickly, without the chart, that a point is out of reach of a dent.
class Reach {
public:
    explicit Reach(const mesh::HeightField& skin)
        : round_(skin.chart.round > 0.0f), low_(skin.low), high_(skin.at(skin.columns - 1, skin.rows - 1)) {
        const auto [lowest, highest] = std::ranges::minmax(skin.height);
        bottom_ = lowest - k_deep;
        top_ = highest + k_above;
    }
    bool operator()(const glm::vec3& p) const {
        if (p.y < low_.y || p.y > high_.y) return false;
        if (round_) return p.x * p.x + p.z * p.z < top_ * top_;
        return p.x > low_.x && p.x < high_.x && p.z > bottom_ && p.z < top_;
    }

private:
    bool round_;
    glm::vec2 low_, high_;
    float bottom_ = 0.0f, top_ = 0.0f;
};

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
    for (std::size_t i = 0; i < count; ++i) {
        allowed[i] = k_most_pressed * bed.depth[i];
        needed[i] = std::min(grid.height[i] - hand.surface[i], allowed[i]);
        const bool clings = !hand.patch.empty() && hand.patch[i] > 0.0f && needed[i] > -hand.fills;
        if (clings) allowed[i] = needed[i];
        sunk[i] = std::max(needed[i], 0.0f);
    }
    std::vector<float> takes = levelness(grid);
    for (std::size_t i = 0; i < takes.size(); ++i)
        if (needed[i] > 0.0f || needed[i] == allowed[i]) takes[i] = 1.0f;
    sink(grid, needed, allowed, sunk);
    std::vector<float> spread = sunk;
    const int half = static_cast<int>(k_bulge_reach / grid.step);
    for (int pass = 0; pass < 2; ++pass) average(grid, half, spread);
    for (std::size_t i = 0; i < sunk.size(); ++i)
        sunk[i] = std::max(sunk[i] - k_bulge_share * std::max(spread[i] - sunk[i], 0.0f), needed[i]);
    return {frame, std::move(bed), std::move(sunk), std::move(takes), drag};
}

void press(const Dent& dent, bool draws, Deformed& inout) {
    APP_ASSERT(inout.normals.size() == inout.positions.size());
    const Map map(dent, draws);
    const Reach reach(dent.bed.skin);
    const base::Rigid back = dent.frame.inverse();
    const glm::mat3 turn = glm::mat3_cast(glm::quat(back.rotation)), turn_back = glm::transpose(turn);
    const glm::vec3 shift(back.translation), origin(dent.frame.translation);
    for (std::size_t i = 0; i < inout.positions.size(); ++i) {
        const glm::vec3 p = turn * inout.positions[i] + shift;
        if (!reach(p)) continue;
        const glm::vec3 moved = map(p);
        if (moved == p) continue;
        // the surface's own directions, carried along, span it afterwards
        const glm::vec3 n = turn * inout.normals[i];
        const glm::vec3 other = std::abs(n.x) < 0.7f ? glm::vec3(1.0f, 0.0f, 0.0f) : glm::vec3(0.0f, 1.0f, 0.0f);
        const glm::vec3 a = glm::normalize(glm::cross(other, n)), b = glm::cross(n, a);
        const glm::vec3 now = glm::cross(map(p + a * k_step) - moved, map(p + b * k_step) - moved);
        const float size = glm::length(now);
        if (size > 0.0f) inout.normals[i] = turn_back * (now / size);
        inout.positions[i] = turn_back * moved + origin;
    }
}

} // namespace tissue
