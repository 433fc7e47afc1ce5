#pragma once
// Mesh: triangles with the vertex data of a leg.glb node, and Model, the list of them. Values; no GPU, no files.

#include <array>
#include <cstddef>
#include <cstdint>
#include <glm/common.hpp>
#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <glm/vector_relational.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mesh {

/// The movements that have correction shapes: flexion of the knee, dorsiflexion of the ankle, inward turns of thigh and
/// shank.
enum class Bend : std::uint8_t { knee, ankle, hip_rotation, tibial_rotation };
inline constexpr std::size_t k_bend_count = 4;
/// Names used in files, indexed by Bend.
inline constexpr std::array<std::string_view, k_bend_count> k_bend_names = {"knee", "ankle", "hip_rotation",
                                                                            "tibial_rotation"};
/// Degrees of each.
using Bends = std::array<double, k_bend_count>;

/// How a mesh bulges, folds and flattens at a bent joint besides following its bones or strand: displacements of the
/// rest positions at one angle (pose-space deformation, Lewis et al. 2000). Between angles of one movement they are
/// blended, those of all movements add up. In a file a glTF morph target named as "knee_90" or "hip_rotation_-12".
struct MorphTarget {
    Bend bend = Bend::knee;
    float degrees = 0.0f;
    std::vector<std::uint32_t> vertices; ///< the vertices that move, increasing
    std::vector<glm::vec3> offsets;      ///< metres in the standing model, one for each of them

    bool operator==(const MorphTarget&) const = default;
};

/// One named structure. Vectors are empty when the file has no such attribute, else one entry a vertex.
/// Positions are metres in the standing model (glTF axes), outward winding is counter-clockwise.
struct Mesh {
    std::string id; ///< node name = structure id
    std::vector<glm::vec3> positions;
    std::vector<glm::vec3> normals;                  ///< unit
    std::vector<glm::vec2> fibre;                    ///< TEXCOORD_0: (s 0..1 origin to insertion, fascicle line)
    std::vector<glm::vec2> tissue;                   ///< TEXCOORD_1: (0 muscle .. 1 tendon, depth below skin / 0.1 m)
    std::vector<glm::vec4> colours;                  ///< COLOR_0: linear tissue colour x occlusion, alpha
    std::vector<std::array<std::uint8_t, 4>> joints; ///< JOINTS_0: anatomy::Body indices
    std::vector<glm::vec4> weights;                  ///< WEIGHTS_0: sum 1
    std::vector<std::uint32_t> indices;              ///< three a triangle
    std::vector<MorphTarget> morphs;                 ///< by Bend, then increasing; at 0 nothing moves
    std::vector<glm::vec3> relief; ///< of its normals over those of its triangles; no file holds it, see relief.h

    bool operator==(const Mesh&) const = default;
};

/// A whole model, in the order of the file.
struct Model {
    std::vector<Mesh> meshes;

    std::optional<int> find(std::string_view id) const;
    bool operator==(const Model&) const = default;
};

/// Axis-aligned box; empty when low > high.
struct Bounds {
    glm::vec3 low{1e30f}, high{-1e30f};

    void add(const glm::vec3& p);
    void add(const Bounds& other);
    bool empty() const { return low.x > high.x; }
    /// One of the eight; each bit of `i` takes the high end of an axis.
    glm::vec3 corner(int i) const {
        return {(i & 1) != 0 ? high.x : low.x, (i & 2) != 0 ? high.y : low.y, (i & 4) != 0 ? high.z : low.z};
    }
    glm::vec3 centre() const { return (low + high) * 0.5f; }
    float radius() const;
    Bounds padded(float by) const {
        Bounds wider = *this;
        wider.low -= by, wider.high += by;
        return wider;
    }
    bool contains(const glm::vec3& p) const { return glm::clamp(p, low, high) == p; }
    bool overlaps(const Bounds& other) const {
        return glm::all(glm::lessThanEqual(low, other.high)) && glm::all(glm::lessThanEqual(other.low, high));
    }
    bool operator==(const Bounds&) const = default;
};

Bounds bounds(std::span<const glm::vec3> points);
/// Box round a transformed box.
Bounds transformed(const Bounds& bounds, const glm::mat4& transform);
Bounds bounds(const Mesh& mesh);
Bounds bounds(const Model& model);

/// Normal of the triangle that starts at index `i`, as long as twice its area.
glm::vec3 twice_vector_area(std::span<const glm::vec3> positions, std::span<const std::uint32_t> indices,
                            std::size_t i);

/// Signed volume in cubic metres (positive for outward winding of a closed mesh; divergence theorem).
double volume(const Mesh& mesh);

/// Whether every position and normal is made of finite numbers.
bool finite(const Mesh& mesh);

/// What makes a mesh unfit for use, one sentence each; empty when it is closed, oriented, manifold (equal positions
/// merged), finite, indices in range, attribute sizes equal, weights summing to 1 +- 1e-3 and s in 0..1.
std::vector<std::string> defects(const Mesh& mesh);

} // namespace mesh
