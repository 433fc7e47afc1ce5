#pragma once
// Distance: how far a point lies from a closed surface, and on which side of it.

#include "mesh/mesh.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace mesh {

/// A tree of boxes over the triangles of one mesh. Holds a copy of what it needs; safe to ask from several threads.
class Distance {
public:
    /// `mesh` must be closed and wound outward (see defects()) and have at least one triangle with an area; those
    /// without are left out.
    explicit Distance(const Mesh& mesh);

    struct Nearest {
        float distance = 0.0f;      ///< metres, negative inside
        glm::vec3 point{0.0f};      ///< of the surface
        glm::vec3 normal{0.0f};     ///< unit, of the triangle
        std::uint32_t triangle = 0; ///< its number in the mesh
    };

    Nearest nearest(const glm::vec3& p) const;
    /// The same without a sign, or nullopt when the surface is farther than `within`: much quicker for small ones.
    std::optional<Nearest> surface_within(const glm::vec3& p, float within) const;
    /// Whether p is inside: how often a ray leaves the surface less how often it enters it, by the vote of three rays,
    /// so that a fold of the surface or a ray through an edge does not matter.
    bool inside(const glm::vec3& p) const;
    const Bounds& box() const { return nodes_.front().box; }

private:
    struct Triangle {
        std::array<std::uint32_t, 3> corner; ///< of `points_`
        std::uint32_t number = 0;
    };
    struct Node {
        Bounds box;
        std::uint32_t first = 0, count = 0; ///< triangles of a leaf; an inner node has count 0 and its children at
                                            ///< `first` and `first + 1`
    };

    void divide(std::uint32_t node, std::uint32_t first, std::uint32_t count);
    int leavings(const glm::vec3& p, const glm::vec3& direction) const;
    std::array<glm::vec3, 3> corners(const Triangle& t) const {
        return {points_[t.corner[0]], points_[t.corner[1]], points_[t.corner[2]]};
    }

    std::vector<glm::vec3> points_;
    std::vector<Triangle> triangles_;
    std::vector<Node> nodes_;
};

} // namespace mesh
