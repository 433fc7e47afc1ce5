#pragma once
// Section: the outline in which a plane cuts a mesh. Values and a pure function.

#include "mesh/mesh.h"

#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace mesh {

/// Points p with dot(normal, p) = offset; the normal need not be unit.
struct Plane {
    glm::vec3 normal{1.0f, 0.0f, 0.0f};
    float offset = 0.0f;
};

/// Means are over the outline, by length; each is 0 where the mesh has no such attribute.
struct Section {
    struct Edge {
        glm::vec3 from, to;  ///< the inside is on the left hand, seen from the side that the normal points to
        float tendon = 0.0f; ///< Mesh::tissue.x there
    };
    std::vector<Edge> edges; ///< in no order
    float length = 0.0f;     ///< of all edges
    Bounds bounds;
    float area = 0.0f;      ///< inside of the outline; negative when the mesh is inside out
    bool closed = false;    ///< the edges make loops, so that there is an inside
    glm::vec3 along{0.0f};  ///< mean gradient of the fibre coordinate, per metre
    glm::vec3 colour{0.0f}; ///< mean vertex colour
    float tendon = 0.0f;    ///< mean of Mesh::tissue.x
    float strain = 0.0f;    ///< mean of `strain`
};

/// `positions` stand for those of the mesh (deformed, say), one a vertex; `strain` is one a vertex or empty.
/// Vertices on the plane count as beyond it.
Section section(const Mesh& mesh, std::span<const glm::vec3> positions, std::span<const float> strain,
                const Plane& plane);

/// Whether a point of the plane lies inside a closed section (winding number not 0, so overlaps are inside).
bool inside(const Section& section, const glm::vec3& normal, const glm::vec3& point);

} // namespace mesh
