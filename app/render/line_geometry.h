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

/// Pixels of a picture with so many lines for each of a line's: widths are meant for about 1000; larger pictures keep
/// the proportion, smaller ones the pixels.
float line_scale(int lines);

/// How far from its points a line can reach, its pixels.
float line_reach(const scene::Line& line);

/// Appends the triangles of a polyline with mitred joins, its halo beneath and its head; pieces behind the viewer are
/// cut off at the near plane. `scale`: pixels of the picture for each of the line's.
void append_ribbon(const scene::Line& line, const glm::mat4& view_projection, glm::ivec2 size, float scale,
                   std::vector<LineVertex>& out);

} // namespace render
