#include "render/frame_uniforms.h"

#include <algorithm>
#include <cmath>
#include <glm/ext/matrix_transform.hpp>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>

namespace render {

namespace {

/// What is at infinity blurs over this part of the picture's height. Illustrative: a portrait lens from near by.
constexpr float k_blur = 0.022f;

void set_light(const scene::Scene& scene, FrameUniforms& frame) {
    const scene::Style& style = scene.style;
    const glm::vec3 key = glm::normalize(scene.key_light);
    frame.key_direction = glm::vec4(key, 0.0f);
    frame.key_light = glm::vec4(style.key, style.exposure);
    frame.fill_light = glm::vec4(style.fill, style.saturation);
    frame.rim_light = glm::vec4(style.rim, style.contrast);
    frame.sky_light = glm::vec4(style.sky, style.gleam);
    frame.ground_light = glm::vec4(style.ground, scene::is_dark(style) ? 1.0f : 0.0f);
    const glm::vec3 helper = std::abs(key.y) > 0.95f ? glm::vec3(1.0f, 0.0f, 0.0f) : glm::vec3(0.0f, 1.0f, 0.0f);
    const glm::vec3 right = glm::normalize(glm::cross(helper, key));
    frame.window_right = glm::vec4(right, 0.0f);
    frame.window_up = glm::vec4(glm::cross(key, right), 0.0f);
}

/// How the depth buffer is read back; see shaders/depth.glsl.
void set_sight(const scene::Scene& scene, const glm::mat4& projection, glm::ivec2 size, FrameUniforms& frame) {
    const float a = projection[2][2], b = projection[3][2];
    const bool parallel = scene.camera.orthographic;
    frame.depth_reading = parallel ? glm::vec4(b + 1.0f, -2.0f, a, 0.0f) : glm::vec4(b, 0.0f, a - 1.0f, 2.0f);
    frame.sight = {1.0f / projection[0][0], 1.0f / projection[1][1],
                   2.0f / (projection[1][1] * static_cast<float>(size.y)), parallel ? 0.0f : 1.0f};
    const float away = glm::distance(scene.camera.eye, scene.camera.target);
    frame.focus = {away, k_blur * static_cast<float>(size.y), 0.0f, 0.0f};
}

/// The digits of `index` in this base, mirrored at the point: evenly spread in 0..1 (Halton 1960).
float mirrored(int index, int base) {
    float result = 0.0f, digit = 1.0f;
    for (; index > 0; index /= base) {
        digit /= static_cast<float>(base);
        result += digit * static_cast<float>(index % base);
    }
    return result;
}

/// Within the pixel, from its middle; of two in a row the second lies opposite the first, so that the mean stays there.
glm::vec2 nudge_of(int sample) {
    const int pair = (sample + 1) / 2;
    if (pair == 0) return glm::vec2(0.0f);
    const glm::vec2 nudge(0.5f * mirrored(pair, 2), mirrored(pair, 3) - 0.5f);
    return sample % 2 == 1 ? nudge : -nudge;
}

/// In clip space.
glm::mat4 nudged(int sample, glm::ivec2 size) {
    const glm::vec2 pixels = nudge_of(sample) + glm::vec2(shift_of(sample));
    return glm::translate(glm::mat4(1.0f), glm::vec3(2.0f * pixels / glm::vec2(size), 0.0f));
}

glm::mat4 projection_of(const scene::Scene& scene, glm::ivec2 whole) {
    return scene.camera.projection(static_cast<float>(whole.x) / static_cast<float>(whole.y));
}

} // namespace

glm::mat4 view_projection(const scene::Scene& scene, glm::ivec2 whole) {
    return projection_of(scene, whole) * scene.camera.view();
}

glm::ivec2 shift_of(int sample) { return {sample & 1, (sample >> 1) & 1}; }

FrameUniforms frame_uniforms(const scene::Scene& scene, const Canvas& canvas, bool inked, int sample) {
    const glm::mat4 projection = projection_of(scene, canvas.whole);
    FrameUniforms frame;
    frame.view_projection = nudged(sample, canvas.size) * to_part(canvas) * projection * scene.camera.view();
    frame.inverse_view_projection = glm::inverse(frame.view_projection);
    frame.eye = glm::vec4(scene.camera.eye, scene.camera.orthographic ? 1.0f : 0.0f);
    frame.gaze = glm::vec4(glm::normalize(scene.camera.target - scene.camera.eye), inked ? 0.0f : scene.style.ink.w);
    frame.clip_plane = glm::vec4(scene.clip.normal, scene.clip.offset);
    frame.background_top = glm::vec4(scene.style.background_top, 1.0f);
    frame.background_bottom = glm::vec4(scene.style.background_bottom, scene.style.hollow);
    frame.picture = glm::vec4(glm::vec2(canvas.size), 0.0f, scene.strain_range);
    frame.ink = scene.style.ink;
    set_light(scene, frame);
    set_sight(scene, projection, canvas.whole, frame);
    frame.focus.z = mirrored(sample, 5);
    frame.whole = glm::vec4(glm::vec2(canvas.origin - shift_of(sample)), glm::vec2(canvas.whole));
    return frame;
}

} // namespace render
