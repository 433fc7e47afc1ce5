#include "mesh/distance_cells.h"

#include "base/assert.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vector_relational.hpp>
#include <utility>

namespace mesh {

namespace {
constexpr float k_side = 0.004f; ///< of a cell, metres
constexpr float k_half_diagonal = 0.5f * 1.7320508f * k_side;
/// Metres that one step of a remembered distance is: it is off by half of that, and floats by less than the rest.
constexpr float k_step = 1e-5f;
constexpr std::int16_t k_unknown = INT16_MIN, k_far = INT16_MAX;

std::size_t index_of(const glm::ivec3& cell, const glm::ivec3& cells) {
    const glm::uvec3 c(cell), n(cells);
    return (std::size_t{c.z} * n.y + c.y) * n.x + c.x;
}

bool within(const glm::ivec3& cell, const glm::ivec3& cells) {
    return !glm::any(glm::lessThan(cell, glm::ivec3(0))) && !glm::any(glm::greaterThanEqual(cell, cells));
}

std::size_t count_of(const glm::ivec3& cells) { return index_of({0, 0, cells.z}, cells); }
} // namespace

DistanceCells::DistanceCells(Distance distance, float reach)
    : distance_(std::move(distance)), reach_(reach), low_(distance_.box().low - reach),
      cells_(glm::ivec3((distance_.box().high + reach - low_) / k_side) + 1),
      of_middle_(new std::atomic<std::int16_t>[count_of(cells_)]) {
    APP_ASSERT(reach + k_half_diagonal < k_step * static_cast<float>(k_far));
    for (std::size_t i = 0; i < count_of(cells_); ++i) of_middle_[i].store(k_unknown, std::memory_order_relaxed);
}

std::int16_t DistanceCells::middle_distance(const glm::ivec3& cell) const {
    const glm::vec3 middle = low_ + (glm::vec3(cell) + 0.5f) * k_side;
    const auto met = distance_.surface_within(middle, reach_ + k_half_diagonal);
    if (!met) return k_far;
    const float steps = std::round(met->distance / k_step);
    return static_cast<std::int16_t>(distance_.inside(middle) ? -steps : steps);
}

std::int16_t DistanceCells::steps_at(const glm::ivec3& cell) const {
    std::atomic<std::int16_t>& known = of_middle_[index_of(cell, cells_)];
    std::int16_t steps = known.load(std::memory_order_relaxed);
    if (steps == k_unknown) {
        steps = middle_distance(cell); // two threads find the same
        known.store(steps, std::memory_order_relaxed);
    }
    return steps;
}

std::optional<DistanceCells::Range> DistanceCells::told_by(const glm::ivec3& cell, const glm::vec3& from_middle) const {
    if (!within(cell, cells_)) return std::nullopt;
    const std::int16_t steps = steps_at(cell);
    if (steps == k_far) return std::nullopt;
    // a distance grows by at most the way that one goes
    const float off = glm::length(from_middle) * k_side + k_step, middle = static_cast<float>(steps) * k_step;
    return Range{middle - off, middle + off};
}

std::optional<DistanceCells::Range> DistanceCells::range(const glm::vec3& p) const {
    const glm::vec3 at = (p - low_) / k_side;
    const glm::ivec3 cell(glm::floor(at));
    const std::optional<Range> range = told_by(cell, at - (glm::vec3(cell) + 0.5f));
    if (!range || range->low > reach_ || range->high < -reach_) return std::nullopt;
    return range;
}

DistanceCells::Range DistanceCells::narrowed(const glm::vec3& p, Range range) const {
    const glm::vec3 at = (p - low_) / k_side - 0.5f;
    const glm::ivec3 first(glm::floor(at));
    for (int i = 0; i < 8; ++i) {
        const glm::ivec3 cell = first + glm::ivec3(i & 1, (i >> 1) & 1, i >> 2);
        const std::optional<Range> told = told_by(cell, at - glm::vec3(cell));
        if (!told) continue;
        range.low = std::max(range.low, told->low);
        range.high = std::min(range.high, told->high);
    }
    return range;
}

} // namespace mesh
