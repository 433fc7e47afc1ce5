#pragma once
// Chunks: the triangles of a surface in small groups that lie together, each with a box, to skip most of them quickly.

#include "mesh/mesh.h"
#include "mesh/ray.h"

#include <optional>
#include <span>
#include <vector>

namespace mesh {

/// Remembers which vertices a group needs; where these are is given each time, so that the surface may move.
class Chunks {
public:
    struct Chunk {
        std::uint32_t first_vertex = 0, vertices = 0; ///< in `vertex`
        std::uint32_t first_corner = 0, corners = 0;  ///< in `corner`, three a triangle
    };

    Chunks() = default;
    /// `indices`: three corners a triangle.
    Chunks(std::span<const glm::vec3> positions, std::span<const std::uint32_t> indices);

    /// The box of each chunk with the vertices where they are now.
    void measure(std::span<const glm::vec3> positions, std::vector<Bounds>& boxes) const;
    /// Distance of the first triangle that a ray meets, from either side.
    std::optional<float> first_hit(const Ray& ray, std::span<const glm::vec3> positions,
                                   std::span<const Bounds> boxes) const;

    std::span<const Chunk> chunks() const { return chunks_; }
    /// Of a chunk, indices into the positions.
    std::span<const std::uint32_t> vertices(const Chunk& chunk) const {
        return std::span(vertex_).subspan(chunk.first_vertex, chunk.vertices);
    }
    /// Of a chunk, indices into its vertices.
    std::span<const std::uint8_t> corners(const Chunk& chunk) const {
        return std::span(corner_).subspan(chunk.first_corner, chunk.corners);
    }
    static constexpr std::size_t k_triangles = 64; ///< in a chunk, at most

private:
    std::vector<Chunk> chunks_;
    std::vector<std::uint32_t> vertex_;
    std::vector<std::uint8_t> corner_;
};

} // namespace mesh
