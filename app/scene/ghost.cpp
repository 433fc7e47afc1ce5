#include "scene/ghost.h"

#include "base/assert.h"

#include <array>
#include <cmath>
#include <glm/geometric.hpp>

namespace scene {

namespace {

constexpr float k_beside = 0.085f, k_behind = 0.03f; // metres
constexpr glm::vec3 k_back(0.0f, 1.0f, 0.0f);        // of a client who lies prone
// A vertex belongs to a band when it is no farther from it than this part of the way to the next.
constexpr float k_near_band = 0.15f;
// Bands near the bones are tendon, which moves but hardly stretches: links there would only crowd the picture.
constexpr int k_first_link = 4, k_last_link = 20, k_link_step = 2;
constexpr int k_named_band = 16;
constexpr glm::vec4 k_link_colour(0.03f, 0.04f, 0.06f, 0.75f);

/// The vertex of each band that lies farthest along `direction`, or -1.
std::array<int, k_material_bands + 1> outermost(const mesh::Mesh& mesh, const Shape& shape,
                                                const glm::vec3& direction) {
    std::array<int, k_material_bands + 1> best;
    best.fill(-1);
    std::array<float, k_material_bands + 1> farthest{};
    for (std::size_t i = 0; i < mesh.fibre.size(); ++i) {
        const float place = mesh.fibre[i].x * k_material_bands;
        const float nearest = std::round(place);
        if (std::abs(place - nearest) > k_near_band || nearest < 0.0f || nearest > k_material_bands) continue;
        const auto band = static_cast<std::size_t>(nearest);
        const float along = glm::dot(shape.positions[i], direction);
        if (best[band] >= 0 && along <= farthest[band]) continue;
        best[band] = static_cast<int>(i);
        farthest[band] = along;
    }
    return best;
}

/// A direction of the world in the muscle's own space.
glm::vec3 local(const Pair& pair, const glm::vec3& world) { return glm::transpose(glm::mat3(pair.to_world)) * world; }

glm::vec3 placed(const Pair& pair, const Shape& shape, int vertex) {
    return glm::vec3(pair.to_world * glm::vec4(shape.positions[static_cast<std::size_t>(vertex)], 1.0f));
}

} // namespace

glm::vec3 ghost_shift(const Camera& camera, const glm::vec3& origin, const glm::vec3& insertion, bool solid_body) {
    const glm::vec3 gaze = glm::normalize(0.5f * (origin + insertion) - camera.eye);
    const glm::vec3 across = glm::cross(gaze, insertion - origin);
    const float size = glm::length(across);
    if (size < 1e-4f) return k_back * k_beside; // along the muscle every side is as good
    // toward the couch it would be within the body
    const float side = solid_body && glm::dot(across, k_back) < 0.0f ? -1.0f : 1.0f;
    return across * (side / size * k_beside) + gaze * k_behind;
}

std::vector<Line> band_links(const Pair& pair, float opacity) {
    APP_ASSERT(pair.locked.positions.size() == pair.ghost.positions.size());
    std::vector<Line> lines;
    if (pair.mesh.fibre.empty() || glm::length(pair.shift) <= 0.0f) return lines;
    const glm::vec3 toward = local(pair, glm::normalize(pair.shift));
    const auto from = outermost(pair.mesh, pair.locked, toward), to = outermost(pair.mesh, pair.ghost, -toward);
    for (std::size_t band = k_first_link; band <= k_last_link; band += k_link_step) {
        if (from[band] < 0 || to[band] < 0) continue;
        Line line{{placed(pair, pair.locked, from[band]), placed(pair, pair.ghost, to[band]) + pair.shift},
                  k_link_colour,
                  1.3f,
                  false};
        line.colour.w *= opacity;
        lines.push_back(std::move(line));
    }
    return lines;
}

glm::vec3 ghost_anchor(const Pair& pair) {
    const auto far = outermost(pair.mesh, pair.ghost, local(pair, pair.shift));
    return placed(pair, pair.ghost, std::max(far[k_named_band], 0)) + pair.shift;
}

} // namespace scene
