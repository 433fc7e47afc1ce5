#include "scene/audit_parts.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_inverse.hpp>
#include <glm/matrix.hpp>
#include <glm/vector_relational.hpp>
#include <numeric>

namespace scene {

namespace {

constexpr float k_cell = 0.004f; // of the grid over a bone, metres
// A point this square over its nearest triangle is outside; asked for so near to bone, metres.
constexpr float k_square = 0.9f, k_near_bone = 0.010f;
// What is farther from the skin than this, metres, is on the same side of it as its neighbours nearer than this.
constexpr float k_far_from_skin = 0.008f;

glm::vec3 carried(const glm::mat4& m, const glm::vec3& p) { return glm::vec3(m * glm::vec4(p, 1.0f)); }

/// Six times the volume; the sums stay small about a point of the mesh's own.
double six_volumes(std::span<const glm::vec3> positions, std::span<const std::uint32_t> indices) {
    if (positions.empty()) return 0.0;
    const glm::dvec3 origin(positions.front());
    double sum = 0.0;
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
        const glm::dvec3 a = glm::dvec3(positions[indices[i]]) - origin;
        const glm::dvec3 b = glm::dvec3(positions[indices[i + 1]]) - origin;
        const glm::dvec3 c = glm::dvec3(positions[indices[i + 2]]) - origin;
        sum += glm::dot(a, glm::cross(b, c));
    }
    return sum;
}

/// The first of those that a vertex is joined with.
std::uint32_t first_of(std::vector<std::uint32_t>& joined, std::uint32_t v) {
    while (joined[v] != v) v = joined[v] = joined[joined[v]];
    return v;
}

/// Which vertices lie outside the skin: those far from it are joined along short edges and asked for once.
std::vector<bool> outside_of(const PosedMesh& muscle, const mesh::Distance& skin) {
    const std::size_t count = muscle.positions.size();
    std::vector<bool> far(count), outside(count);
    for (std::size_t i = 0; i < count; ++i) far[i] = !skin.surface_within(muscle.positions[i], k_far_from_skin);
    std::vector<std::uint32_t> joined(count);
    std::iota(joined.begin(), joined.end(), 0u);
    const std::vector<std::uint32_t>& corners = muscle.rest->indices;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const std::uint32_t a = corners[i], b = corners[i % 3 == 2 ? i - 2 : i + 1];
        if (far[a] && far[b] && glm::distance(muscle.positions[a], muscle.positions[b]) < k_far_from_skin)
            joined[first_of(joined, a)] = first_of(joined, b);
    }
    for (std::uint32_t i = 0; i < count; ++i)
        if (first_of(joined, i) == i) outside[i] = !skin.inside(muscle.positions[i]);
    for (std::uint32_t i = 0; i < count; ++i) outside[i] = outside[first_of(joined, i)];
    return outside;
}

} // namespace

glm::mat4 standing(const Item& item) { return glm::inverse(couch_transform()) * item.transform; }

PosedMesh posed(const World& world, const Item& item) {
    PosedMesh part;
    part.structure = item.structure;
    part.kind = item.kind;
    part.rest = &world.model.meshes[static_cast<std::size_t>(item.mesh)];
    const glm::mat4 transform = standing(item);
    const std::vector<glm::vec3>& from = item.shape ? item.shape->positions : part.rest->positions;
    part.positions.reserve(from.size());
    for (const glm::vec3& p : from) part.positions.push_back(carried(transform, p));
    part.box = mesh::bounds(part.positions);
    return part;
}

BoneField::BoneField(const mesh::Mesh& bone) : surface_(bone) {
    cells_ = glm::ivec3((box().high - box().low) / k_cell) + 1;
    free_.reserve(static_cast<std::size_t>(cells_.x) * static_cast<std::size_t>(cells_.y) *
                  static_cast<std::size_t>(cells_.z));
    const float half_diagonal = 0.5f * std::sqrt(3.0f) * k_cell;
    for (int z = 0; z < cells_.z; ++z)
        for (int y = 0; y < cells_.y; ++y)
            for (int x = 0; x < cells_.x; ++x)
                free_.push_back(
                    surface_.nearest(box().low + (glm::vec3(glm::ivec3(x, y, z)) + 0.5f) * k_cell).distance >
                    half_diagonal);
}

float BoneField::depth(const glm::vec3& p) const {
    const glm::ivec3 cell(glm::floor((p - box().low) / k_cell));
    if (glm::any(glm::lessThan(cell, glm::ivec3(0))) || glm::any(glm::greaterThanEqual(cell, cells_))) return 0.0f;
    const auto index = static_cast<std::size_t>((cell.z * cells_.y + cell.y) * cells_.x + cell.x);
    if (free_[index]) return 0.0f;
    // what lies square before its nearest triangle is outside; that saves the rays
    const auto near = surface_.surface_within(p, k_near_bone);
    if (near && glm::dot(p - near->point, near->normal) > k_square * near->distance) return 0.0f;
    return std::max(0.0f, -surface_.nearest(p).distance);
}

std::optional<Finding> deepest_entry(const PosedMesh& part, const BoneField& bone, const glm::mat4& bone_from_rest) {
    if (!part.box.overlaps(mesh::transformed(bone.box(), bone_from_rest))) return std::nullopt;
    const glm::mat4 to_rest = glm::inverse(bone_from_rest);
    float deepest = 0.0f;
    std::size_t vertex = 0;
    for (std::size_t i = 0; i < part.positions.size(); ++i) {
        const float depth = bone.depth(carried(to_rest, part.positions[i]));
        if (depth <= deepest) continue;
        deepest = depth;
        vertex = i;
    }
    if (deepest <= 0.0f) return std::nullopt;
    return Finding{deepest, part.structure, -1, part.rest->positions[vertex]};
}

double volume_change(const PosedMesh& muscle) {
    const double rest = six_volumes(muscle.rest->positions, muscle.rest->indices);
    return rest > 0.0 ? six_volumes(muscle.positions, muscle.rest->indices) / rest - 1.0 : 0.0;
}

std::optional<Finding> farthest_outside(const PosedMesh& muscle, const mesh::Distance& skin) {
    const std::vector<bool> outside = outside_of(muscle, skin);
    float farthest = 0.0f;
    std::size_t vertex = 0;
    for (std::size_t i = 0; i < muscle.positions.size(); ++i) {
        if (!outside[i]) continue;
        const float distance = skin.nearest(muscle.positions[i]).distance;
        if (distance <= farthest) continue;
        farthest = distance;
        vertex = i;
    }
    if (farthest <= 0.0f) return std::nullopt;
    return Finding{farthest, muscle.structure, -1, muscle.rest->positions[vertex]};
}

} // namespace scene
