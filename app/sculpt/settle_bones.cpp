#include "sculpt/settle_parts.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <glm/mat4x4.hpp>

namespace sculpt {
namespace {

using anatomy::Body;

/// Nothing gets deeper into a bone than this, metres.
constexpr float k_thick = 0.02f;
/// A point this square over its nearest triangle is on the side it looks to be on.
constexpr float k_square = 0.9f;

void append(mesh::Mesh& whole, const mesh::Mesh& part) {
    const auto offset = static_cast<std::uint32_t>(whole.positions.size());
    whole.positions.insert(whole.positions.end(), part.positions.begin(), part.positions.end());
    for (const std::uint32_t index : part.indices) whole.indices.push_back(index + offset);
}

} // namespace

Neighbours::Neighbours(const mesh::Mesh& mesh) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    edges.reserve(mesh.indices.size() * 2);
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t a = mesh.indices[i + k], b = mesh.indices[i + (k + 1) % 3];
            edges.emplace_back(a, b);
            edges.emplace_back(b, a);
        }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    first_.assign(mesh.positions.size() + 1, 0);
    for (const auto& [from, to] : edges) {
        ++first_[from + 1];
        list_.push_back(to);
    }
    for (std::size_t v = 1; v < first_.size(); ++v) first_[v] += first_[v - 1];
}

Bones::Bones(const mesh::Model& model, const anatomy::Atlas& atlas, std::span<const Body> bodies) {
    for (const Body body : bodies) {
        mesh::Mesh whole;
        for (const mesh::Mesh& mesh : model.meshes) {
            const auto found = atlas.find_structure(mesh.id);
            if (!found) continue;
            const anatomy::Structure& structure = atlas.structures[static_cast<std::size_t>(*found)];
            if (structure.kind == anatomy::Kind::bone && structure.body == body) append(whole, mesh);
        }
        if (!whole.indices.empty()) bones_.push_back({body, mesh::Distance(whole), {}, {}});
    }
}

void Bones::move_to(const PosedLeg& leg) {
    for (Bone& bone : bones_) {
        bone.from_bone = glm::mat4(leg.from_rest[bone.body].matrix());
        bone.to_bone = glm::mat4(leg.from_rest[bone.body].inverse().matrix());
    }
}

std::optional<Bones::Near> Bones::near(const glm::vec3& p, float within) const {
    std::optional<Near> best;
    for (const Bone& bone : bones_) {
        const glm::vec3 local(bone.to_bone * glm::vec4(p, 1.0f));
        if (!bone.solid.box().padded(within).contains(local)) continue;
        const auto met = bone.solid.surface_within(local, std::max(within, k_thick));
        if (!met) continue;
        // far from edges the nearest triangle tells the side, else rays do
        const float size = met->distance, height = glm::dot(local - met->point, met->normal);
        const bool inside = std::abs(height) > k_square * size ? height < 0.0f : bone.solid.inside(local);
        if (!inside && size > within) continue;
        const float distance = inside ? -size : size;
        if (best && best->distance <= distance) continue;
        const glm::vec3 away = inside ? met->point - local : local - met->point;
        const glm::vec3 outward = size > 1e-6f ? away / size : met->normal;
        best = Near{distance, glm::vec3(bone.from_bone * glm::vec4(outward, 0.0f))};
    }
    return best;
}

} // namespace sculpt
