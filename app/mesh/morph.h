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

/// Adds the shapes of bent joints.
void add_morphs(std::span<const MorphTarget> morphs, const Bends& bends, std::span<glm::vec3> positions);

} // namespace mesh
