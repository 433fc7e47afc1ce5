#include "render/cuts.h"

#include <algorithm>
#include <array>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <utility>

namespace render {

namespace {

// Illustrative: a long bone is this much longer than wide, and its shaft's compact bone this part of its length thick,
// but never more than this part of what the cut is wide.
constexpr float k_long = 3.0f, k_shaft_of_length = 0.015f, k_shaft_of_radius = 0.5f;

/// Place in the order of drawing: what lies inside comes after what lies round it.
int rank(anatomy::Kind kind) {
    // bone, footprint, muscle, tendon, fascia, nerve, vessel, zone, skin, person, room, hand
    constexpr std::array<int, anatomy::k_kind_count> k_ranks = {9, 10, 5, 6, 4, 8, 7, 11, 3, 1, 0, 2};
    return k_ranks[static_cast<std::size_t>(kind)];
}

bool crosses(const mesh::Bounds& bounds, const scene::ClipPlane& plane) {
    const glm::vec3 half = (bounds.high - bounds.low) * 0.5f;
    const float reach = glm::dot(glm::abs(plane.normal), half);
    return std::abs(glm::dot(plane.normal, bounds.centre()) - plane.offset) <= reach;
}

void to_world(mesh::Section& section, const glm::mat4& transform) {
    const auto point = [&](const glm::vec3& p) { return glm::vec3(transform * glm::vec4(p, 1.0f)); };
    const float before = section.length;
    section.bounds = {};
    section.length = 0.0f;
    for (mesh::Section::Edge& edge : section.edges) {
        edge.from = point(edge.from);
        edge.to = point(edge.to);
        section.bounds.add(edge.from);
        section.bounds.add(edge.to);
        section.length += glm::distance(edge.from, edge.to);
    }
    if (before > 0.0f) section.area *= section.length * section.length / (before * before);
    section.along = glm::mat3(transform) * section.along;
}

/// Finds the long axis of a bone in its rest position.
void measure_bone(const mesh::Mesh& mesh, Cut& cut) {
    const mesh::Bounds bounds = mesh::bounds(mesh);
    const glm::vec3 size = bounds.high - bounds.low;
    int axis = 0;
    for (int i = 1; i < 3; ++i)
        if (size[i] > size[axis]) axis = i;
    const float wide = std::max(size[(axis + 1) % 3], size[(axis + 2) % 3]);
    if (size[axis] < k_long * wide) return;
    const glm::mat4 back = glm::transpose(glm::inverse(cut.transform));
    const float scale = 1.0f / size[axis];
    cut.bone = back[axis] * scale; // a row of the inverse: that coordinate of a world point in the bone
    cut.bone.w -= bounds.low[axis] * scale;
    const float radius = 2.0f * std::abs(cut.section.area) / std::max(cut.section.length, 1e-6f);
    cut.shaft = std::min(k_shaft_of_length * size[axis], k_shaft_of_radius * radius);
}

std::vector<float> vertex_strain(const scene::Shape& shape) {
    std::vector<float> strain;
    strain.reserve(shape.material.size());
    for (const float material : shape.material) strain.push_back(tissue::at_material(shape.strain, material));
    return strain;
}

Cut cut_item(const scene::Item& item, const scene::ClipPlane& plane, const mesh::Model& model) {
    Cut cut;
    cut.item = &item;
    cut.shape = item.shape;
    cut.mesh = item.mesh;
    cut.transform = item.transform;
    const mesh::Mesh& mesh = model.meshes[static_cast<std::size_t>(item.mesh)];
    const glm::mat3 turned = glm::transpose(glm::mat3(item.transform));
    const mesh::Plane local{turned * plane.normal, plane.offset - glm::dot(plane.normal, glm::vec3(item.transform[3]))};
    if (item.shape)
        cut.section = mesh::section(mesh, item.shape->positions, vertex_strain(*item.shape), local);
    else
        cut.section = mesh::section(mesh, mesh.positions, {}, local);
    to_world(cut.section, item.transform);
    if (item.kind == anatomy::Kind::bone) measure_bone(mesh, cut);
    return cut;
}

} // namespace

bool cut_is_seen(const scene::Scene& scene) {
    if (!scene.clip.on) return false;
    const scene::Camera& camera = scene.camera;
    if (camera.orthographic) return glm::dot(scene.clip.normal, camera.target - camera.eye) < 0.0f;
    return glm::dot(scene.clip.normal, camera.eye) > scene.clip.offset;
}

void Cuts::update(const scene::Scene& scene, const DrawList& list, const mesh::Model& model) {
    std::vector<Cut> before = std::exchange(cuts_, {});
    changed_ = !before.empty();
    if (!cut_is_seen(scene)) return;
    if (plane_ != scene.clip) before.clear();
    plane_ = scene.clip;
    for (const std::vector<Draw>* draws : {&list.opaque, &list.transparent})
        for (const Draw& draw : *draws) {
            const scene::Item& item = *draw.item;
            const bool tissue = !item.ghost && item.kind != anatomy::Kind::zone; // a zone is a place, not a thing
            if (!tissue || item.opacity < k_section_opacity || !crosses(draw.world, plane_)) continue;
            const auto same = [&](const Cut& c) {
                return c.mesh == item.mesh && c.shape == item.shape && c.transform == item.transform;
            };
            const auto found = std::ranges::find_if(before, same);
            cuts_.push_back(found != before.end() ? *found : cut_item(item, plane_, model));
            cuts_.back().item = &item;
        }
    std::ranges::stable_sort(cuts_, {}, [](const Cut& c) { return std::pair(rank(c.item->kind), c.mesh); });
    changed_ = !std::ranges::equal(cuts_, before, [](const Cut& a, const Cut& b) {
        return a.mesh == b.mesh && a.shape == b.shape && a.transform == b.transform;
    });
}

const Cut* cut_under(const std::vector<Cut>& cuts, const scene::ClipPlane& plane, const glm::vec3& point) {
    for (auto cut = cuts.rbegin(); cut != cuts.rend(); ++cut)
        if (cut->section.closed && mesh::inside(cut->section, plane.normal, point)) return &*cut;
    return nullptr;
}

} // namespace render
