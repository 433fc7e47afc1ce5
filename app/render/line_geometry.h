#pragma once
// Ribbons: polylines of a fixed width in pixels, laid out on the CPU. Pure.

#include "scene/scene.h"

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec4.hpp>
#include <vector>

namespace render {

/// One corner of a ribbon's triangles; mirrors the attributes of shaders/line.vert.
struct LineVertex {
    glm::vec4 clip;
    glm::vec2 across; ///< signed distance from the middle and half width, pixels
    glm::vec4 colour; ///< sRGB, alpha
};

/// Appends the triangles of a polyline with mitred joins; pieces behind the viewer are cut off at the near plane.
void append_ribbon(const scene::Line& line, const glm::mat4& view_projection, glm::ivec2 size, float width_px,
                   std::vector<LineVertex>& out);

} // namespace render
