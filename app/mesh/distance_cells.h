#pragma once
// Distance cells: between what bounds a point's distance from a closed surface lies, without looking at its triangles.

#include "mesh/distance.h"

#include <atomic>
#include <cstdint>
#include <memory>

namespace mesh {

/// The distance of the middle of each cell of a box round a surface, worked out when first asked for: the more often
/// points come to the same places, the quicker. Answers never depend on what was asked before. Safe to ask from several
/// threads.
class DistanceCells {
public:
    /// Farther than `reach` metres from the surface it tells no more than that.
    DistanceCells(Distance distance, float reach);
    const Distance& distance() const { return distance_; }

    struct Range {
        float low = 0.0f, high = 0.0f; ///< metres, negative inside
    };
    /// What the signed distance of p lies between; nullopt: farther than `reach` from the surface, on whichever side.
    std::optional<Range> range(const glm::vec3& p) const;
    /// What range() said of p, made narrower by the middles of the eight cells round it. Dearer than range(), and
    /// cheaper than asking the surface once these have been asked for.
    Range narrowed(const glm::vec3& p, Range range) const;

private:
    /// What the middle of a cell tells about the point that lies `from_middle` of it, in cells; nullopt: nothing.
    std::optional<Range> told_by(const glm::ivec3& cell, const glm::vec3& from_middle) const;
    std::int16_t steps_at(const glm::ivec3& cell) const;
    std::int16_t middle_distance(const glm::ivec3& cell) const;

    Distance distance_;
    float reach_;
    glm::vec3 low_;
    glm::ivec3 cells_;
    std::unique_ptr<std::atomic<std::int16_t>[]> of_middle_; ///< in steps, x fastest; k_unknown until asked for
};

} // namespace mesh
