#include "mesh/chunks.h"

#include <algorithm>
#include <array>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vector_relational.hpp>
#include <limits>
#include <numeric>

namespace mesh {

namespace {

/// Spreads ten bits so that two free ones follow each.
std::uint32_t spread(std::uint32_t x) {
    x = (x | (x << 16)) & 0x030000ffu;
    x = (x | (x << 8)) & 0x0300f00fu;
    x = (x | (x << 4)) & 0x030c30c3u;
    return (x | (x << 2)) & 0x09249249u;
}

/// Place along a curve through all cells of a box that keeps neighbours together (Morton 1966).
std::uint32_t along_curve(const glm::vec3& p, const Bounds& box) {
    const glm::vec3 size = glm::max(box.high - box.low, glm::vec3(1e-9f));
    const glm::uvec3 cell(glm::clamp((p - box.low) / size, 0.0f, 1.0f) * 1023.0f);
    return spread(cell.x) | (spread(cell.y) << 1) | (spread(cell.z) << 2);
}

/// Whether a ray passes through a box (the three slabs).
bool meets(const Ray& ray, const Bounds& box) {
    const glm::vec3 a = (box.low - ray.origin) / ray.direction, b = (box.high - ray.origin) / ray.direction;
    const glm::vec3 near = glm::min(a, b), far = glm::max(a, b);
    // a ray within the plane of a side gives no number and passes
    return !(std::max({near.x, near.y, near.z, 0.0f}) > std::min({far.x, far.y, far.z}));
}

} // namespace

Chunks::Chunks(std::span<const glm::vec3> positions, std::span<const std::uint32_t> indices) {
    const Bounds box = bounds(positions);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> order; // place along the curve, triangle
    for (std::uint32_t i = 0; i + 2 < indices.size(); i += 3) {
        const glm::vec3 sum = positions[indices[i]] + positions[indices[i + 1]] + positions[indices[i + 2]];
        order.emplace_back(along_curve(sum / 3.0f, box), i);
    }
    std::ranges::sort(order);
    for (std::size_t from = 0; from < order.size(); from += k_triangles) {
        Chunk chunk{static_cast<std::uint32_t>(vertex_.size()), 0, static_cast<std::uint32_t>(corner_.size()), 0};
        for (std::size_t t = from; t < std::min(from + k_triangles, order.size()); ++t)
            for (std::uint32_t k = 0; k < 3; ++k) {
                const std::uint32_t vertex = indices[order[t].second + k];
                const auto mine = vertex_.begin() + chunk.first_vertex;
                const auto found = std::find(mine, vertex_.end(), vertex);
                corner_.push_back(static_cast<std::uint8_t>(found - mine));
                if (found == vertex_.end()) vertex_.push_back(vertex);
            }
        chunk.vertices = static_cast<std::uint32_t>(vertex_.size()) - chunk.first_vertex;
        chunk.corners = static_cast<std::uint32_t>(corner_.size()) - chunk.first_corner;
        chunks_.push_back(chunk);
    }
}

void Chunks::measure(std::span<const glm::vec3> positions, std::vector<Bounds>& boxes) const {
    boxes.resize(chunks_.size());
    for (std::size_t i = 0; i < chunks_.size(); ++i) {
        glm::vec3 low(std::numeric_limits<float>::max()), high(-std::numeric_limits<float>::max());
        for (const std::uint32_t v : vertices(chunks_[i])) {
            low = glm::min(low, positions[v]);
            high = glm::max(high, positions[v]);
        }
        boxes[i].low = low, boxes[i].high = high;
    }
}

std::optional<float> Chunks::first_hit(const Ray& ray, std::span<const glm::vec3> positions,
                                       std::span<const Bounds> boxes) const {
    std::optional<float> nearest;
    for (std::size_t i = 0; i < chunks_.size(); ++i) {
        if (!meets(ray, boxes[i])) continue;
        const auto mine = vertices(chunks_[i]);
        const auto corner = corners(chunks_[i]);
        for (std::size_t k = 0; k + 2 < corner.size(); k += 3) {
            const auto hit = hit_triangle(ray, positions[mine[corner[k]]], positions[mine[corner[k + 1]]],
                                          positions[mine[corner[k + 2]]]);
            if (hit && (!nearest || hit->distance < *nearest)) nearest = hit->distance;
        }
    }
    return nearest;
}

} // namespace mesh
