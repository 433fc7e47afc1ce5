#include "render/section_geometry.h"

#include "render/canvas.h"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace render {

namespace {

/// Skin, rims, walls and cortex as shaders/section.frag draws them, with room for ragged edges. Metres.
constexpr float k_skin_reach = 0.003f, k_rim_reach = 0.0012f, k_wall_reach = 0.0016f, k_thin_bone_reach = 0.002f;

struct Piece {
    glm::vec3 from, along, across; ///< its beginning and two unit directions
    float length, tendon;
};

void append_rectangle(const Piece& piece, float reach, std::vector<SectionVertex>& out) {
    const auto corner = [&](float x, float y) {
        return SectionVertex{piece.from + piece.along * x + piece.across * y,
                             glm::vec4(x, y, piece.length, piece.tendon)};
    };
    const SectionVertex a = corner(-reach, -reach), b = corner(piece.length + reach, -reach);
    const SectionVertex c = corner(piece.length + reach, reach), d = corner(-reach, reach);
    out.insert(out.end(), {a, b, c, a, c, d});
}

} // namespace

void append_cover(const std::vector<Cut>& cuts, const scene::ClipPlane& plane, std::vector<SectionVertex>& out) {
    mesh::Bounds all;
    for (const Cut& cut : cuts) all.add(cut.section.bounds);
    const glm::vec3 centre =
        all.centre() - plane.normal * (glm::dot(plane.normal, all.centre()) - plane.offset); // rounding
    const glm::vec3 helper =
        std::abs(plane.normal.x) < 0.5f ? glm::vec3(1.0f, 0.0f, 0.0f) : glm::vec3(0.0f, 1.0f, 0.0f);
    const glm::vec3 x = glm::normalize(glm::cross(helper, plane.normal)), y = glm::cross(plane.normal, x);
    const float half = all.radius() * 1.01f;
    append_rectangle({centre - x * half, x, y, 2.0f * half, 0.0f}, half, out);
}

void append_fan(const mesh::Section& section, std::vector<SectionVertex>& out) {
    if (section.edges.empty()) return;
    const glm::vec3 middle = section.bounds.centre();
    for (const mesh::Section::Edge& edge : section.edges)
        for (const glm::vec3& corner : {middle, edge.from, edge.to}) out.push_back({corner, glm::vec4(0.0f)});
}

void append_trace(const mesh::Section& section, const glm::vec3& normal, float reach, std::vector<SectionVertex>& out) {
    for (const mesh::Section::Edge& edge : section.edges) {
        const float length = glm::distance(edge.from, edge.to);
        if (!(length > 0.0f)) continue;
        const glm::vec3 along = (edge.to - edge.from) / length;
        append_rectangle({edge.from, along, glm::cross(normal, along), length, edge.tendon}, reach, out);
    }
}

float trace_reach(const Cut& cut) {
    switch (cut.item->kind) {
    case anatomy::Kind::bone: return std::min(std::max(k_thin_bone_reach, cut.shaft * 1.2f), k_outline_reach);
    case anatomy::Kind::vessel: return k_wall_reach;
    case anatomy::Kind::skin: return k_skin_reach;
    case anatomy::Kind::footprint:
    case anatomy::Kind::zone:
    case anatomy::Kind::muscle:
    case anatomy::Kind::tendon:
    case anatomy::Kind::fascia:
    case anatomy::Kind::nerve:
    case anatomy::Kind::person:
    case anatomy::Kind::room:
    case anatomy::Kind::cloth:
    case anatomy::Kind::hand: break;
    }
    return k_rim_reach;
}

gpu::Scissor pixels_of(const mesh::Bounds& bounds, const glm::mat4& view_projection, glm::ivec2 size) {
    glm::vec2 low(1e30f), high(-1e30f);
    for (int i = 0; i < 8; ++i) {
        const glm::vec4 clip = view_projection * glm::vec4(bounds.corner(i), 1.0f);
        if (clip.w <= 1e-4f) return {glm::ivec2(0), size}; // reaches behind the eye
        const glm::vec2 at = pixel_of(clip, size);
        low = glm::min(low, at);
        high = glm::max(high, at);
    }
    const glm::ivec2 from = glm::clamp(glm::ivec2(glm::floor(glm::clamp(low, -1e6f, 1e6f))) - 1, glm::ivec2(0), size);
    const glm::ivec2 to = glm::clamp(glm::ivec2(glm::ceil(glm::clamp(high, -1e6f, 1e6f))) + 1, from, size);
    return {from, to - from};
}

} // namespace render
