#pragma once
// FrameUniforms: what every pass knows about the picture; mirrors shaders/frame.glsl (std140).

#include "render/canvas.h"
#include "scene/scene.h"

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec4.hpp>

namespace render {

struct FrameUniforms {
    glm::mat4 view_projection{1.0f};
    glm::mat4 inverse_view_projection{1.0f};
    glm::mat4 world_to_shadow{1.0f};
    glm::vec4 eye{0.0f};
    glm::vec4 gaze{0.0f};
    glm::vec4 key_direction{0.0f};
    glm::vec4 clip_plane{0.0f};
    glm::vec4 background_top{0.0f};
    glm::vec4 background_bottom{0.0f};
    glm::vec4 picture{0.0f};
    glm::vec4 depth_span{0.0f};
    glm::vec4 key_light{0.0f};
    glm::vec4 fill_light{0.0f};
    glm::vec4 rim_light{0.0f};
    glm::vec4 sky_light{0.0f};
    glm::vec4 ground_light{0.0f};
    glm::vec4 window_right{0.0f};
    glm::vec4 window_up{0.0f};
    glm::vec4 ink{0.0f};
    glm::vec4 shadow_scale{0.0f};
    glm::vec4 shadow_tilt{0.0f};
    glm::vec4 depth_reading{0.0f};
    glm::vec4 sight{0.0f};
    glm::vec4 focus{0.0f};
    glm::vec4 whole{0.0f};
};
static_assert(sizeof(FrameUniforms) == 3 * 64 + 22 * 16, "std140: matrices and vec4 only, no padding");

/// Of the whole of a picture.
glm::mat4 view_projection(const scene::Scene& scene, glm::ivec2 whole);

/// Pixels to the right and up: what is worked out for four pixels at once, or in half the size, falls on others in each
/// of four samples in a row.
glm::ivec2 shift_of(int sample);

/// Everything but the shadow's own fields and the span of depths. `inked`: a pass of its own draws the lines of what is
/// opaque. Of several pictures whose mean is taken, `sample` is moved by part of a pixel and shift_of() whole ones, and
/// its patterns are turned; 0 is not.
FrameUniforms frame_uniforms(const scene::Scene& scene, const Canvas& canvas, bool inked, int sample = 0);

} // namespace render
