#pragma once
// Triangles in the plane of the cut, laid out on the CPU. Pure.

#include "gpu/state.h"
#include "render/cuts.h"

#include <vector>

namespace render {

/// How far from an outline its distance is still known, metres: no cut tells skin, wall or rim thicker than this.
inline constexpr float k_outline_reach = 0.008f;

/// One corner; mirrors the attributes of shaders/section.vert.
struct SectionVertex {
    glm::vec3 position; ///< world
    glm::vec4 place;    ///< along and across a piece of outline, its length, metres; how much of it is tendon
};

/// Two triangles over all cuts.
inline constexpr int k_cover_vertices = 6;
void append_cover(const std::vector<Cut>& cuts, const scene::ClipPlane& plane, std::vector<SectionVertex>& out);

/// A triangle from one point to each edge: where they overlap, up and down cancel outside the outline.
void append_fan(const mesh::Section& section, std::vector<SectionVertex>& out);

/// A rectangle round each edge that reaches `reach` metres beyond it.
void append_trace(const mesh::Section& section, const glm::vec3& normal, float reach, std::vector<SectionVertex>& out);

/// How far the look of this cut asks for the distance, metres; at most k_outline_reach.
float trace_reach(const Cut& cut);

/// The part of a picture that a box can touch.
gpu::Scissor pixels_of(const mesh::Bounds& bounds, const glm::mat4& view_projection, glm::ivec2 size);

} // namespace render
