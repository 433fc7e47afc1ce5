#pragma once
// Ghost: the locked muscle as it would be without the lock, shown beside it and tied to it band by band.

#include "scene/scene.h"

#include <vector>

namespace scene {

/// Bands across a muscle at equal steps of its fibre coordinate, as shaders/strain.glsl draws them.
inline constexpr int k_material_bands = 24;

/// How far the ghost stands from its muscle, world space: square to the muscle in the picture, on the side on which
/// no hand works (the back, for whoever looks from the treated side), and a little behind, so that it hides nothing.
/// `solid_body`: the client is not looked through; then it is never on the couch's side of its muscle.
glm::vec3 ghost_shift(const Camera& camera, const glm::vec3& origin, const glm::vec3& insertion, bool solid_body);

/// The same material of both: the muscle's vertices as `locked`, and as `ghost` beside it.
struct Pair {
    const mesh::Mesh& mesh;
    const Shape& locked;
    const Shape& ghost;
    glm::mat4 to_world{1.0f};
    glm::vec3 shift{0.0f};
};

/// Thin lines from bands of the locked muscle to the same bands of the ghost, on the sides that face each other.
std::vector<Line> band_links(const Pair& pair, float opacity);

/// Where the ghost's name points: its far side at a band of the belly.
glm::vec3 ghost_anchor(const Pair& pair);

} // namespace scene
