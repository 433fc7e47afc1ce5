#include "mesh/morph.h"

#include "base/assert.h"

#include <algorithm>
#include <glm/geometric.hpp>

namespace mesh {

MorphShares morph_shares(std::span<const MorphTarget> morphs, double knee_flexion_deg) {
    MorphShares shares;
    const auto flexion = static_cast<float>(knee_flexion_deg);
    if (morphs.empty() || flexion <= 0.0f) return shares;
    const auto above = std::ranges::lower_bound(morphs, flexion, {}, &MorphTarget::knee_flexion_deg);
    const auto next = static_cast<std::size_t>(above - morphs.begin());
    if (next == morphs.size()) return {{next - 1, next - 1}, {1.0f, 0.0f}};
    const float from = next == 0 ? 0.0f : morphs[next - 1].knee_flexion_deg;
    const float t = (flexion - from) / (morphs[next].knee_flexion_deg - from);
    return {{next, next == 0 ? 0 : next - 1}, {t, next == 0 ? 0.0f : 1.0f - t}};
}

void add_morphs(std::span<const MorphTarget> morphs, double knee_flexion_deg, std::span<glm::vec3> positions,
                std::span<glm::vec3> normals) {
    const MorphShares shares = morph_shares(morphs, knee_flexion_deg);
    for (std::size_t k = 0; k < shares.share.size(); ++k) {
        const float share = shares.share[k];
        if (share == 0.0f) continue;
        const MorphTarget& morph = morphs[shares.target[k]];
        APP_ASSERT(morph.turns.size() == morph.vertices.size());
        for (std::size_t i = 0; i < morph.vertices.size(); ++i) {
            positions[morph.vertices[i]] += morph.offsets[i] * share;
            normals[morph.vertices[i]] += morph.turns[i] * share;
        }
    }
}

std::vector<glm::vec3> area_normals(std::span<const glm::vec3> positions, std::span<const std::uint32_t> indices) {
    std::vector<glm::vec3> normals(positions.size(), glm::vec3(0.0f));
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
        const glm::vec3& a = positions[indices[i]];
        const glm::vec3 twice_area = glm::cross(positions[indices[i + 1]] - a, positions[indices[i + 2]] - a);
        for (std::size_t k = 0; k < 3; ++k) normals[indices[i + k]] += twice_area;
    }
    for (glm::vec3& normal : normals) {
        const float size = glm::length(normal);
        if (size > 0.0f) normal /= size;
    }
    return normals;
}

void turn_normals(Mesh& mesh) {
    if (mesh.morphs.empty() || mesh.normals.empty()) return;
    const std::vector<glm::vec3> before = area_normals(mesh.positions, mesh.indices);
    for (MorphTarget& morph : mesh.morphs) {
        std::vector<glm::vec3> moved = mesh.positions;
        for (std::size_t i = 0; i < morph.vertices.size(); ++i) moved[morph.vertices[i]] += morph.offsets[i];
        const std::vector<glm::vec3> after = area_normals(moved, mesh.indices);
        morph.turns.clear();
        for (const std::uint32_t v : morph.vertices) morph.turns.push_back(after[v] - before[v]);
    }
}

} // namespace mesh
