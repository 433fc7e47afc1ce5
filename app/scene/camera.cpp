#include "scene/build.h"
#include "scene/scene.h"

#include <cmath>
#include <glm/ext/matrix_clip_space.hpp>
#include <glm/ext/matrix_transform.hpp>
#include <glm/geometric.hpp>

namespace scene {

namespace {
// Near and far planes in metres: closer than a hand's breadth is never asked for, and the whole room is under 8 m.
constexpr float k_near = 0.05f;
constexpr float k_far = 12.0f;
} // namespace

glm::mat4 Camera::view() const { return glm::lookAt(eye, target, up); }

glm::mat4 Camera::projection(float aspect) const {
    if (!orthographic) return glm::perspective(field_of_view, aspect, k_near, k_far);
    const float half_height = glm::distance(eye, target) * std::tan(field_of_view * 0.5f);
    return glm::ortho(-half_height * aspect, half_height * aspect, -half_height, half_height, -k_far, k_far);
}

Camera scene_camera(const lesson::Camera& camera) {
    Camera result;
    result.eye = camera.eye;
    result.target = camera.target;
    result.field_of_view = static_cast<float>(camera.field_of_view.radians());
    // Looking straight down, "up" on the picture is toward the head.
    const glm::vec3 gaze = glm::normalize(camera.target - camera.eye);
    if (std::abs(gaze.y) > 0.98f) result.up = glm::vec3(0.0f, 0.0f, 1.0f);
    return result;
}

} // namespace scene
