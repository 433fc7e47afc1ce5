#pragma once
// morph: which correction shapes make a pose, and how they change the vertices.

#include "mesh/mesh.h"

#include <array>
#include <span>

namespace mesh {

/// The two shapes between which an angle lies. Linear between them and from nothing at 0 to the first to either side;
/// beyond the last it stays.
struct MorphShares {
    std::array<std::size_t, 2> target{};
    std::array<float, 2> share{}; ///< 0: not needed
};
/// `morphs`: those of one joint.
MorphShares morph_shares(std::span<const MorphTarget> morphs, double degrees);

/// Adds the shapes of bent joints to positions, and their turns to normals, which are then no longer unit.
void add_morphs(std::span<const MorphTarget> morphs, const Bends& bends, std::span<glm::vec3> positions,
                std::span<glm::vec3> normals);

/// Fills MorphTarget::turns from the triangles round each vertex that moves. A mesh without normals has none.
void turn_normals(Mesh& mesh);

/// Unit normals of the triangles round each vertex, weighted by their areas.
std::vector<glm::vec3> area_normals(std::span<const glm::vec3> positions, std::span<const std::uint32_t> indices);

} // namespace mesh
