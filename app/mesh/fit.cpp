#include "mesh/fit.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <utility>

namespace mesh {
namespace {

/// Calls visit(point) for every vertex and every triangle's centre.
template <class Visit>
void for_points(const Mesh& mesh, const Visit& visit) {
    for (const glm::vec3& p : mesh.positions) visit(p);
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        visit((mesh.positions[mesh.indices[i]] + mesh.positions[mesh.indices[i + 1]] +
               mesh.positions[mesh.indices[i + 2]]) /
              3.0f);
}

bool holds(const std::optional<Ball>& ball, const glm::vec3& p) {
    return !ball || glm::distance(ball->centre, p) <= ball->radius;
}

/// Smallest distance from the points of `a` to `b`.
float smallest(const Mesh& a, const Distance& b, const std::optional<Ball>& within) {
    float least = 1e30f;
    for_points(a, [&](const glm::vec3& p) {
        if (holds(within, p) && b.box().padded(k_facing).contains(p)) least = std::min(least, b.nearest(p).distance);
    });
    return least;
}

/// (distance, area) of the triangles of `a` that face `b`.
std::vector<std::pair<float, float>> facing(const Mesh& a, const Distance& b, const std::optional<Ball>& within) {
    std::vector<std::pair<float, float>> found;
    for (std::size_t i = 0; i + 2 < a.indices.size(); i += 3) {
        const glm::vec3 &p = a.positions[a.indices[i]], &q = a.positions[a.indices[i + 1]],
                        &r = a.positions[a.indices[i + 2]];
        const glm::vec3 centre = (p + q + r) / 3.0f, across = glm::cross(q - p, r - p);
        const float twice = glm::length(across);
        if (twice <= 0.0f || !holds(within, centre) || !b.box().padded(k_facing).contains(centre)) continue;
        const Distance::Nearest nearest = b.nearest(centre);
        if (std::abs(nearest.distance) > k_facing) continue;
        // the other surface looks back: where the two touch, the way between them has no direction
        if (glm::dot(across / twice, nearest.normal) < -std::sqrt(0.5f))
            found.emplace_back(nearest.distance, 0.5f * twice);
    }
    return found;
}

} // namespace

Entry deepest_entry(const Mesh& a, const Distance& b) {
    Entry deepest;
    for_points(a, [&](const glm::vec3& p) {
        if (!b.box().contains(p)) return;
        const float d = b.nearest(p).distance;
        if (-d > deepest.depth) deepest = {-d, p};
    });
    return deepest;
}

Entry farthest_outside(const Mesh& a, const Distance& b) {
    Entry farthest;
    for_points(a, [&](const glm::vec3& p) {
        const float d = b.nearest(p).distance;
        if (d > farthest.depth) farthest = {d, p};
    });
    return farthest;
}

std::optional<Gap> gap(const Mesh& a, const Distance& to_a, const Mesh& b, const Distance& to_b,
                       const std::optional<Ball>& within) {
    Gap gap;
    gap.smallest = std::min(smallest(a, to_b, within), smallest(b, to_a, within));
    std::vector<std::pair<float, float>> faces = facing(a, to_b, within);
    if (faces.empty() || gap.smallest > k_facing) return std::nullopt;
    std::sort(faces.begin(), faces.end());
    for (const auto& face : faces) gap.area += face.second;
    float below = 0.0f;
    for (const auto& [distance, area] : faces) {
        gap.median = distance;
        below += area;
        if (below >= 0.5f * gap.area) break;
    }
    return gap;
}

} // namespace mesh
