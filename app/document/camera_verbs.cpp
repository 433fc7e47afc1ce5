#include "document/verbs.h"

#include "document/focus.h"
#include "document/orbit_camera.h"
#include "lesson/sample.h"

#include <algorithm>

namespace document {

namespace {

// The user takes the camera over at once: an ease under way ends where it is.
void take_over(Document& document, const scene::World& world, const scene::Camera& camera) {
    document.view.options.camera = camera;
    document.camera_move.reset();
    document.camera_step = world.lesson.steps.empty() ? 0 : lesson::step_at(world.lesson, document.player.at());
}

// The middle of the leg, which no camera may lose.
glm::vec3 home_of(const Document& document, const scene::World& world) {
    return sphere_of(world, std::nullopt, document.player.at()).centre;
}

// The user's camera sets out for `to`; advance() carries it there, at once with reduced motion.
void set_out(Document& document, const scene::World& world, const scene::Camera& to) {
    const scene::Camera from = current_camera(document, world);
    take_over(document, world, from);
    document.camera_move = CameraMove{from, to, std::nullopt};
}

} // namespace

void orbit(Document& document, const scene::World& world, double yaw, double pitch) {
    take_over(document, world, orbited(current_camera(document, world), yaw, pitch));
}

void pan(Document& document, const scene::World& world, double right, double up) {
    take_over(document, world, panned(current_camera(document, world), right, up, home_of(document, world)));
}

void zoom(Document& document, const scene::World& world, double steps, std::optional<glm::vec3> toward) {
    take_over(document, world, zoomed(current_camera(document, world), steps, toward, home_of(document, world)));
}

void focus(Document& document, const scene::World& world, std::optional<int> structure,
           std::optional<glm::vec3> point) {
    const scene::Camera camera = current_camera(document, world);
    const Sphere sphere = sphere_of(world, structure, document.player.at());
    float distance = fitting_distance(camera, sphere.radius);
    // A double click on a spot wants to see that spot: never back away for it.
    if (point) distance = std::min(distance, glm::distance(camera.eye, camera.target));
    set_out(document, world, aimed(camera, point.value_or(sphere.centre), distance));
}

void home_view(Document& document, const scene::World& world) {
    if (!document.view.options.camera) return;
    document.camera_move = CameraMove{current_camera(document, world), std::nullopt, std::nullopt};
}

void look_from(Document& document, const scene::World& world, Side side) {
    glm::vec3 direction(0.0f);
    switch (side) {
    case Side::front: direction.z = 1.0f; break; // from the feet toward the head
    case Side::back: direction.z = -1.0f; break;
    case Side::right: direction.x = 1.0f; break; // from the client's right, which is -X
    case Side::left: direction.x = -1.0f; break;
    case Side::top: direction.y = -1.0f; break;
    case Side::bottom: direction.y = 1.0f; break;
    }
    set_out(document, world, turned(current_camera(document, world), direction));
}

void toggle_orthographic(Document& document, const scene::World& world) {
    scene::Camera camera = current_camera(document, world);
    camera.orthographic = !camera.orthographic;
    take_over(document, world, camera);
}

} // namespace document
