#include "scene/build.h"
#include "scene/scene.h"

#include <algorithm>
#include <cmath>
#include <glm/ext/matrix_clip_space.hpp>
#include <glm/ext/matrix_transform.hpp>
#include <glm/geometric.hpp>

namespace scene {

namespace {
// Near and far planes in metres: closer than a hand's breadth is never asked for, and the whole room is under 8 m.
constexpr float k_near = 0.05f;
constexpr float k_far = 12.0f;
// A narrower picture than this shows the width that this one would: the sides of what a lesson frames are not cut off.
constexpr float k_narrowest_framed = 4.0f / 3.0f;
} // namespace

glm::mat4 Camera::view() const { return glm::lookAt(eye, target, up); }

glm::mat4 Camera::projection(float aspect) const {
    const float half_angle_tangent =
        std::tan(field_of_view * 0.5f) * std::max(1.0f, k_narrowest_framed / std::max(aspect, 1e-3f));
    if (!orthographic) return glm::perspective(2.0f * std::atan(half_angle_tangent), aspect, k_near, k_far);
    const float half_height = glm::distance(eye, target) * half_angle_tangent;
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
