#include "sculpt/leg_reach.h"

#include "base/assert.h"
#include "sculpt/tape.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>

namespace sculpt {
namespace {

constexpr double k_row = 0.010;       // metres from row to row
constexpr double k_midline = 0.001;   // no nearer than this to the midline does a free thigh come
constexpr double k_least_fat = 0.003; // between inner and outer radius where the skin lies on bone

double weight(int i, double t) { // uniform cubic B-spline
    switch (i) {
    case 0: return (1 - t) * (1 - t) * (1 - t) / 6.0;
    case 1: return (3 * t * t * t - 6 * t * t + 4) / 6.0;
    case 2: return (-3 * t * t * t + 3 * t * t + 3 * t + 1) / 6.0;
    default: return t * t * t / 6.0;
    }
}

/// Angles without a reading take the greatest of the nearest ones; a row without any keeps 0.
void fill(LegReach::Row& row) {
    const LegReach::Row read = row;
    for (int i = 0; i < LegReach::k_angles; ++i) {
        if (read[static_cast<std::size_t>(i)] > 0.0) continue;
        for (int off = 1; off < LegReach::k_angles && row[static_cast<std::size_t>(i)] <= 0.0; ++off)
            for (const int k : {i + off, i - off + LegReach::k_angles})
                row[static_cast<std::size_t>(i)] =
                    std::max(row[static_cast<std::size_t>(i)], read[static_cast<std::size_t>(k % LegReach::k_angles)]);
    }
}

/// Adds what the cuts of one mesh reach in each direction from the middle.
void stretch_to(LegReach::Row& row, const std::vector<Cut>& cuts, const glm::dvec2& middle) {
    constexpr int k_pieces = 4;
    for (const Cut& cut : cuts)
        for (int i = 0; i <= k_pieces; ++i) {
            const glm::dvec2 off = cut.a + (cut.b - cut.a) * (static_cast<double>(i) / k_pieces) - middle;
            const double angle = std::atan2(off.x, off.y) / (2.0 * std::numbers::pi) * LegReach::k_angles;
            const int bin = (static_cast<int>(std::lround(angle)) + LegReach::k_angles) % LegReach::k_angles;
            double& radius = row[static_cast<std::size_t>(bin)];
            radius = std::max(radius, glm::length(off));
        }
}

/// Each entry becomes the greatest of itself and its neighbours, so that smoothing does not cut the peaks off.
std::vector<LegReach::Row> widened(const std::vector<LegReach::Row>& rows) {
    std::vector<LegReach::Row> result = rows;
    const int last = static_cast<int>(rows.size()) - 1;
    for (int r = 0; r <= last; ++r)
        for (int i = 0; i < LegReach::k_angles; ++i)
            for (int dr = -1; dr <= 1; ++dr)
                for (int di = -1; di <= 1; ++di) {
                    const auto& row = rows[static_cast<std::size_t>(std::clamp(r + dr, 0, last))];
                    double& value = result[static_cast<std::size_t>(r)][static_cast<std::size_t>(i)];
                    value = std::max(value,
                                     row[static_cast<std::size_t>((i + di + LegReach::k_angles) % LegReach::k_angles)]);
                }
    return result;
}

/// Above the crotch the skin of the right half ends with a flat face in the midline, which is no skin: there the other
/// half goes on.
void join_halves(std::vector<Cut>& cuts) {
    const auto in_midline = [](const glm::dvec2& p) { return p.x > -k_midline; };
    const auto joined = [&](const Cut& cut) { return in_midline(cut.a) || in_midline(cut.b); };
    if (std::ranges::none_of(cuts, joined)) return;
    std::erase_if(cuts, [&](const Cut& cut) { return in_midline(cut.a) && in_midline(cut.b); });
    const std::vector<Cut> half = cuts;
    for (const Cut& cut : half) cuts.push_back({{-cut.a.x, cut.a.y}, {-cut.b.x, cut.b.y}});
}

glm::dvec2 middle_of(const std::vector<Cut>& cuts) {
    glm::dvec2 low(1e9), high(-1e9);
    for (const Cut& cut : cuts)
        for (const glm::dvec2& p : {cut.a, cut.b}) low = glm::min(low, p), high = glm::max(high, p);
    return (low + high) * 0.5;
}

} // namespace

double LegReach::Table::operator()(double row, double angle) const {
    const double first = std::floor(row), around = std::floor(angle);
    const int last = static_cast<int>(rows.size()) - 1;
    double value = 0.0;
    for (int r = 0; r < 4; ++r) {
        const auto& at = rows[static_cast<std::size_t>(std::clamp(static_cast<int>(first) + r - 1, 0, last))];
        double in_row = 0.0;
        for (int i = 0; i < 4; ++i) {
            const int bin = ((static_cast<int>(around) + i - 1) % k_angles + k_angles) % k_angles;
            in_row += weight(i, angle - around) * at[static_cast<std::size_t>(bin)];
        }
        value += weight(r, row - first) * in_row;
    }
    return value;
}

LegReach::LegReach(const mesh::Mesh& skin, std::span<const mesh::Mesh> inside) {
    const mesh::Bounds box = mesh::bounds(skin);
    APP_ASSERT(!box.empty());
    low_ = static_cast<double>(box.low.y) + 0.5 * k_row;
    for (double height = low_; height < static_cast<double>(box.high.y); height += k_row) {
        std::vector<Cut> cuts = level_cuts(skin, height);
        middles_.push_back(middle_of(cuts));
        join_halves(cuts);
        Row &outer = outer_.rows.emplace_back(), &inner = inner_.rows.emplace_back();
        stretch_to(outer, cuts, middles_.back());
        for (const mesh::Mesh& mesh : inside) stretch_to(inner, level_cuts(mesh, height), middles_.back());
        fill(outer);
        fill(inner);
    }
    inner_.rows = widened(inner_.rows);
}

LegReach::Place LegReach::place(const glm::dvec3& p) const {
    const double row = std::clamp((p.y - low_) / k_row, 0.0, static_cast<double>(middles_.size()) - 1.0);
    const double first = std::floor(row);
    glm::dvec2 middle(0.0);
    for (int r = 0; r < 4; ++r) {
        const int at = std::clamp(static_cast<int>(first) + r - 1, 0, static_cast<int>(middles_.size()) - 1);
        middle += middles_[static_cast<std::size_t>(at)] * weight(r, row - first);
    }
    const glm::dvec2 off(p.x - middle.x, p.z - middle.y);
    Place result;
    result.radius = glm::length(off);
    result.outward = result.radius > 0.0 ? off / result.radius : glm::dvec2(0.0, 1.0);
    const double angle = std::atan2(off.x, off.y) / (2.0 * std::numbers::pi) * k_angles;
    result.outer = outer_(row, angle);
    result.inner = std::min(inner_(row, angle), result.outer - k_least_fat);
    return result;
}

} // namespace sculpt
