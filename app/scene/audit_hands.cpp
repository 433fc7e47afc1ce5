#include "scene/audit_parts.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>

namespace scene {

namespace {

// The patch with which a hand presses: what faces the skin within about a thumb pad of the hand's anchor, metres.
constexpr float k_patch_radius = 0.012f;
constexpr float k_patch_height = 0.008f;
constexpr float k_facing = -0.5f; // of the normal along the hand's outward axis

glm::mat4 to_standing(const Item& hand) { return glm::inverse(couch_transform()) * hand.transform; }

bool in_patch(const mesh::Mesh& hand, std::size_t vertex, const glm::vec3& anchor) {
    const glm::vec3 off = hand.positions[vertex] - anchor;
    return std::hypot(off.x, off.y) <= k_patch_radius && std::abs(off.z) <= k_patch_height &&
           hand.normals[vertex].z <= k_facing;
}

} // namespace

std::optional<Finding> pressing_gap(const World& world, const Item& hand, const mesh::Distance& skin) {
    const mesh::Mesh& mesh = world.model.meshes[static_cast<std::size_t>(hand.mesh)];
    const glm::vec3 anchor(world.atlas.structures[static_cast<std::size_t>(hand.structure)].anchor);
    const glm::mat4 transform = to_standing(hand);
    std::optional<Finding> worst;
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        if (!in_patch(mesh, i, anchor)) continue;
        const double gap = skin.nearest(glm::vec3(transform * glm::vec4(mesh.positions[i], 1.0f))).distance;
        if (!worst || std::abs(gap) > std::abs(worst->amount)) worst = {gap, hand.structure, -1, mesh.positions[i]};
    }
    return worst;
}

std::optional<Finding> holding_gap(const World& world, const Item& hand, const mesh::Distance& skin) {
    const mesh::Mesh& mesh = world.model.meshes[static_cast<std::size_t>(hand.mesh)];
    const glm::mat4 transform = to_standing(hand);
    std::optional<Finding> nearest;
    for (const glm::vec3& p : mesh.positions) {
        const double gap = skin.nearest(glm::vec3(transform * glm::vec4(p, 1.0f))).distance;
        if (!nearest || gap < nearest->amount) nearest = {gap, hand.structure, -1, p};
    }
    return nearest;
}

} // namespace scene
