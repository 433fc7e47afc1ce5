#include "mesh/distance.h"

#include "base/assert.h"
#include "mesh/ray.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <utility>

namespace mesh {
namespace {

constexpr std::uint32_t k_leaf = 6;   ///< triangles in a leaf at most
constexpr std::size_t k_deepest = 64; ///< a tree of halves over 2^32 triangles needs no more room on the way down

/// Ericson 2005, "Real-Time Collision Detection", 5.1.5.
glm::vec3 nearest_on(const std::array<glm::vec3, 3>& t, const glm::vec3& p) {
    const glm::vec3 ab = t[1] - t[0], ac = t[2] - t[0], ap = p - t[0];
    const float d1 = glm::dot(ab, ap), d2 = glm::dot(ac, ap);
    if (d1 <= 0.0f && d2 <= 0.0f) return t[0];
    const glm::vec3 bp = p - t[1];
    const float d3 = glm::dot(ab, bp), d4 = glm::dot(ac, bp);
    if (d3 >= 0.0f && d4 <= d3) return t[1];
    const float vc = d1 * d4 - d3 * d2;
    if (vc <= 0.0f && d1 >= 0.0f && d3 <= 0.0f) return t[0] + ab * (d1 / (d1 - d3));
    const glm::vec3 cp = p - t[2];
    const float d5 = glm::dot(ab, cp), d6 = glm::dot(ac, cp);
    if (d6 >= 0.0f && d5 <= d6) return t[2];
    const float vb = d5 * d2 - d1 * d6;
    if (vb <= 0.0f && d2 >= 0.0f && d6 <= 0.0f) return t[0] + ac * (d2 / (d2 - d6));
    const float va = d3 * d6 - d5 * d4;
    if (va <= 0.0f && d4 >= d3 && d5 >= d6) return t[1] + (t[2] - t[1]) * ((d4 - d3) / ((d4 - d3) + (d5 - d6)));
    const float sum = va + vb + vc;
    return t[0] + ab * (vb / sum) + ac * (vc / sum);
}

/// Square to a triangle, outward, twice as long as its area is large.
glm::vec3 across(const std::array<glm::vec3, 3>& t) { return glm::cross(t[1] - t[0], t[2] - t[0]); }

float square(const glm::vec3& v) { return glm::dot(v, v); }

float square_distance(const Bounds& box, const glm::vec3& p) {
    return square(glm::max(glm::max(box.low - p, p - box.high), glm::vec3(0.0f)));
}

/// Does the ray from p meet the box? `inverse` is 1 / direction; no part of the direction is 0.
bool meets(const Bounds& box, const glm::vec3& p, const glm::vec3& inverse) {
    const glm::vec3 a = (box.low - p) * inverse, b = (box.high - p) * inverse;
    const glm::vec3 enter = glm::min(a, b), leave = glm::max(a, b);
    const float last = std::min({leave.x, leave.y, leave.z});
    return last >= 0.0f && std::max({enter.x, enter.y, enter.z}) <= last;
}

} // namespace

Distance::Distance(const Mesh& mesh) : points_(mesh.positions) {
    triangles_.reserve(mesh.indices.size() / 3);
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const Triangle t{{mesh.indices[i], mesh.indices[i + 1], mesh.indices[i + 2]},
                         static_cast<std::uint32_t>(i / 3)};
        if (glm::length(across(corners(t))) > 0.0f) triangles_.push_back(t);
    }
    APP_ASSERT(!triangles_.empty());
    nodes_.emplace_back();
    divide(0, 0, static_cast<std::uint32_t>(triangles_.size()));
}

void Distance::divide(std::uint32_t node, std::uint32_t first, std::uint32_t count) {
    Bounds box, middles;
    const auto middle = [this](const Triangle& t) {
        const auto [a, b, c] = corners(t);
        return a + b + c;
    };
    for (std::uint32_t i = first; i < first + count; ++i) {
        for (const glm::vec3& p : corners(triangles_[i])) box.add(p);
        middles.add(middle(triangles_[i]));
    }
    nodes_[node].box = box;
    if (count <= k_leaf) {
        nodes_[node].first = first;
        nodes_[node].count = count;
        return;
    }
    const glm::vec3 extent = middles.high - middles.low;
    const int axis = extent.x >= extent.y && extent.x >= extent.z ? 0 : extent.y >= extent.z ? 1 : 2;
    const std::uint32_t half = count / 2;
    const auto from = triangles_.begin() + first;
    std::nth_element(from, from + half, from + count,
                     [&](const Triangle& a, const Triangle& b) { return middle(a)[axis] < middle(b)[axis]; });
    const auto children = static_cast<std::uint32_t>(nodes_.size());
    nodes_[node].first = children;
    nodes_.resize(nodes_.size() + 2);
    divide(children, first, half);
    divide(children + 1, first + half, count - half);
}

Distance::Nearest Distance::nearest(const glm::vec3& p) const {
    Nearest best = *surface_within(p, 1e18f);
    if (inside(p)) best.distance = -best.distance;
    return best;
}

std::optional<Distance::Nearest> Distance::surface_within(const glm::vec3& p, float within) const {
    float least = within * within;
    glm::vec3 nearest(0.0f);
    const Triangle* met = nullptr;
    std::array<std::pair<std::uint32_t, float>, k_deepest> stack;
    std::size_t waiting = 0;
    stack[waiting++] = {0, 0.0f};
    while (waiting > 0) {
        const auto [index, reach] = stack[--waiting];
        if (reach >= least) continue;
        const Node& node = nodes_[index];
        for (std::uint32_t i = node.first; i < node.first + node.count; ++i) {
            const glm::vec3 point = nearest_on(corners(triangles_[i]), p);
            const float d = square(point - p);
            if (d >= least) continue;
            least = d;
            nearest = point;
            met = &triangles_[i];
        }
        if (node.count > 0) continue;
        std::pair near(node.first, square_distance(nodes_[node.first].box, p));
        std::pair far(node.first + 1, square_distance(nodes_[node.first + 1].box, p));
        if (far.second < near.second) std::swap(near, far);
        stack[waiting++] = far;
        stack[waiting++] = near;
    }
    if (!met) return std::nullopt;
    return Nearest{std::sqrt(least), nearest, glm::normalize(across(corners(*met))), met->number};
}

bool Distance::inside(const glm::vec3& p) const {
    if (square_distance(box(), p) > 0.0f) return false;
    // no direction that the modelling grid or a mirror plane has
    constexpr std::array k_directions = {glm::vec3(0.5773f, 0.2113f, 0.7887f), glm::vec3(-0.3091f, 0.8415f, 0.4431f),
                                         glm::vec3(0.1327f, -0.6180f, -0.7749f)};
    const bool first = leavings(p, k_directions[0]) > 0, second = leavings(p, k_directions[1]) > 0;
    return first == second ? first : leavings(p, k_directions[2]) > 0;
}

int Distance::leavings(const glm::vec3& p, const glm::vec3& direction) const {
    const glm::vec3 inverse = 1.0f / direction;
    int sum = 0;
    std::array<std::uint32_t, k_deepest> stack;
    std::size_t waiting = 0;
    stack[waiting++] = 0;
    while (waiting > 0) {
        const Node& node = nodes_[stack[--waiting]];
        if (!meets(node.box, p, inverse)) continue;
        for (std::uint32_t i = node.first; i < node.first + node.count; ++i) {
            const std::array<glm::vec3, 3> corner = corners(triangles_[i]);
            if (hit_triangle({p, direction}, corner[0], corner[1], corner[2]))
                sum += glm::dot(across(corner), direction) > 0.0f ? 1 : -1;
        }
        if (node.count > 0) continue;
        stack[waiting++] = node.first;
        stack[waiting++] = node.first + 1;
    }
    return sum;
}

} // namespace mesh
