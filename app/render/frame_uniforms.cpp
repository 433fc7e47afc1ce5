#include "render/frame_uniforms.h"

#include <glm/geometric.hpp>
#include <glm/matrix.hpp>

namespace render {

FrameUniforms frame_uniforms(const scene::Scene& scene, const Canvas& canvas) {
    const float aspect = static_cast<float>(canvas.whole.x) / static_cast<float>(canvas.whole.y);
    FrameUniforms frame;
    frame.view_projection = to_part(canvas) * scene.camera.projection(aspect) * scene.camera.view();
    frame.inverse_view_projection = glm::inverse(frame.view_projection);
    frame.eye = glm::vec4(scene.camera.eye, scene.camera.orthographic ? 1.0f : 0.0f);
    frame.gaze = glm::vec4(glm::normalize(scene.camera.target - scene.camera.eye), 0.0f);
    frame.key_direction = glm::vec4(glm::normalize(scene.key_light), 0.0f);
    frame.clip_plane = glm::vec4(scene.clip.normal, scene.clip.offset);
    frame.background_top = glm::vec4(scene.background_top, 1.0f);
    frame.background_bottom = glm::vec4(scene.background_bottom, 1.0f);
    frame.picture = glm::vec4(glm::vec2(canvas.size), 0.0f, scene.strain_range);
    frame.whole = glm::vec4(glm::vec2(canvas.origin), glm::vec2(canvas.whole));
    return frame;
}

} // namespace render
