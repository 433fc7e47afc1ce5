#pragma once
// fit: how two closed surfaces lie to each other: where one enters the other, how wide the gap between them is.

#include "mesh/distance.h"

#include <optional>

namespace mesh {

/// Metres and the place of it.
struct Entry {
    float depth = 0.0f;
    glm::vec3 at{0.0f};
};

/// Deepest point of `a` (its vertices and the centres of its triangles) inside `b`; depth 0 where nothing enters.
Entry deepest_entry(const Mesh& a, const Distance& b);

/// Point of `a` (likewise) that stands out of `b` the farthest; depth 0 where all of it lies inside.
Entry farthest_outside(const Mesh& a, const Distance& b);

/// A ball that a joint is looked for in.
struct Ball {
    glm::vec3 centre{0.0f};
    float radius = 0.0f;
};

/// The gap of a joint. Two pieces of surface face each other where they are at most k_facing apart and their
/// normals are opposite within 45 degrees.
struct Gap {
    float smallest = 0.0f; ///< metres between the surfaces, facing or not
    float median = 0.0f;   ///< over the area of `a` that faces `b`; metres
    float area = 0.0f;     ///< of `a` that faces `b`, square metres
};
inline constexpr float k_facing = 0.008f;

/// Between vertices and triangle centres of either mesh and the surface of the other, inside `within` where given.
/// nullopt when nothing lies within k_facing.
std::optional<Gap> gap(const Mesh& a, const Distance& to_a, const Mesh& b, const Distance& to_b,
                       const std::optional<Ball>& within);

} // namespace mesh
