#pragma once
// Box: an axis-aligned box in millimetres, used to leave out what is too far away to matter.

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec3.hpp>
#include <glm/vector_relational.hpp>

namespace sculpt {

/// Empty when low > high. Millimetres in the standing model.
struct Box {
    glm::vec3 low{1e30f}, high{-1e30f};

    bool empty() const { return low.x > high.x; }
    void add(const glm::vec3& p, float radius = 0.0f) {
        low = glm::min(low, p - radius);
        high = glm::max(high, p + radius);
    }
    void add(const Box& other) {
        low = glm::min(low, other.low);
        high = glm::max(high, other.high);
    }
    Box padded(float by) const { return {low - by, high + by}; }
    bool overlaps(const Box& other) const {
        return glm::all(glm::lessThanEqual(low, other.high)) && glm::all(glm::lessThanEqual(other.low, high));
    }
    /// Distance to the box; 0 inside it.
    float distance(const glm::vec3& p) const {
        return glm::length(glm::max(glm::max(low - p, p - high), glm::vec3(0.0f)));
    }
};

} // namespace sculpt
