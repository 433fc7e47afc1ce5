#pragma once
// morph: which correction shapes make a pose, and how they change the vertices.

#include "mesh/mesh.h"

#include <array>
#include <span>

namespace mesh {

/// The two shapes between which a knee flexion lies. Linear between them and from nothing at 0 to the first; beyond the
/// last it stays.
struct MorphShares {
    std::array<std::size_t, 2> target{};
    std::array<float, 2> share{}; ///< 0: not needed
};
MorphShares morph_shares(std::span<const MorphTarget> morphs, double knee_flexion_deg);

/// Adds the shapes of a knee flexion to positions, and their turns to normals, which are then no longer unit.
void add_morphs(std::span<const MorphTarget> morphs, double knee_flexion_deg, std::span<glm::vec3> positions,
                std::span<glm::vec3> normals);

/// Fills MorphTarget::turns from the triangles round each vertex that moves. A mesh without normals has none.
void turn_normals(Mesh& mesh);

/// Unit normals of the triangles round each vertex, weighted by their areas.
std::vector<glm::vec3> area_normals(std::span<const glm::vec3> positions, std::span<const std::uint32_t> indices);

} // namespace mesh
