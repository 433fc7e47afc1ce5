#include "render/draw_list.h"

#include "render/section_geometry.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>

namespace render {

namespace {
/// Less than this is nothing on an 8-bit screen.
constexpr float k_visible_opacity = 1.0f / 512.0f;

float nearest_along(const mesh::Bounds& bounds, const glm::vec3& eye, const glm::vec3& gaze) {
    float nearest = 1e30f;
    for (int i = 0; i < 8; ++i) nearest = std::min(nearest, glm::dot(bounds.corner(i) - eye, gaze));
    return nearest;
}
} // namespace

bool outside(const mesh::Bounds& bounds, const glm::mat4& view_projection) {
    // bits: beyond the left, right, lower, upper, near, far plane; outside when all corners share one
    int shared = 63;
    for (int i = 0; i < 8; ++i) {
        const glm::vec4 p = view_projection * glm::vec4(bounds.corner(i), 1.0f);
        shared &= (p.x < -p.w ? 1 : 0) | (p.x > p.w ? 2 : 0) | (p.y < -p.w ? 4 : 0) | (p.y > p.w ? 8 : 0) |
                  (p.z < -p.w ? 16 : 0) | (p.z > p.w ? 32 : 0);
    }
    return shared != 0;
}

namespace {
/// The floor reaches as far again beyond the room as the room is wide, so that it can fade out.
glm::vec4 floor_under(const std::vector<Draw>& casters) {
    mesh::Bounds room;
    for (const Draw& caster : casters)
        if (caster.item->kind == anatomy::Kind::room) room.add(caster.world);
    if (room.empty()) return glm::vec4(0.0f);
    const glm::vec3 centre = room.centre(), size = room.high - room.low;
    return {centre.x, centre.z, std::max(size.x, size.z) * 1.1f, 1.0f};
}
} // namespace

DrawList draw_list(const scene::Scene& scene, MeshStore& store, const glm::mat4& view_projection,
                   const glm::mat4& whole) {
    DrawList list;
    const glm::vec3 gaze = glm::normalize(scene.camera.target - scene.camera.eye);
    for (const scene::Item& item : scene.items) {
        if (item.opacity < k_visible_opacity || store.empty(item.mesh)) continue;
        const MeshStore::View view = store.view(item);
        Draw draw;
        draw.item = &item;
        draw.array = view.array;
        const glm::mat3 linear(item.transform);
        draw.normal = glm::transpose(glm::inverse(linear));
        draw.mirrored = glm::determinant(linear) < 0.0f;
        draw.world = mesh::transformed(*view.bounds, item.transform);
        draw.nearest = nearest_along(draw.world, scene.camera.eye, gaze);
        const bool solid = item.opacity >= 1.0f && !item.ghost;
        draw.in_picture = !outside(draw.world, solid ? view_projection : whole);
        if (item.casts_shadow && !item.ghost) {
            list.casters.push_back(draw);
        }
        if (!draw.in_picture) continue;
        (solid ? list.opaque : list.transparent).push_back(draw);
    }
    list.floor = floor_under(list.casters);
    // what is large mostly lies behind what its box reaches round: hands and bones come before the couch
    const auto about = [](const Draw& draw) { return draw.nearest + draw.world.radius(); };
    std::stable_sort(list.opaque.begin(), list.opaque.end(),
                     [&](const Draw& a, const Draw& b) { return about(a) < about(b); });
    return list;
}

gpu::Scissor pixels_of(const std::vector<Draw>& draws, const glm::mat4& view_projection, glm::ivec2 size) {
    gpu::Scissor all;
    for (const Draw& draw : draws) all = around(all, pixels_of(draw.world, view_projection, size));
    return all;
}

void limit(DrawList& list, const Rectangles& parts, const glm::mat4& view_projection, glm::ivec2 size) {
    for (std::vector<Draw>* draws : {&list.opaque, &list.transparent})
        for (Draw& draw : *draws) {
            draw.place = common(parts, pixels_of(draw.world, view_projection, size));
            draw.left_out = !draw.place;
        }
}

} // namespace render
