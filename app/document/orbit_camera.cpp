#include "document/orbit_camera.h"

#include "base/smooth.h"
#include "scene/couch.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>

namespace document {

namespace {

constexpr glm::vec3 k_up{0.0f, 1.0f, 0.0f};
constexpr double k_steepest = 89.5 * std::numbers::pi / 180.0; // straight down has no heading
constexpr double k_zoom_step = 0.9;                            // distance factor of one wheel notch

// The couch with the room under it (world space, metres): half its width and a hand's breadth, from its foot end on.
constexpr float k_couch_half_width = 0.40f;
constexpr float k_couch_from_z = 0.05f;
constexpr float k_couch_to_z = 2.10f;
constexpr float k_above_couch = 0.03f;

bool in_couch(const glm::vec3& eye) {
    return std::abs(eye.x) < k_couch_half_width && eye.z > k_couch_from_z && eye.z < k_couch_to_z &&
           eye.y < scene::k_couch_height + k_above_couch;
}

// Eye about target: heading (about +Y, 0 = eye on the +Z side), elevation, distance.
struct Polar {
    double heading, elevation, distance;
};

Polar polar(const scene::Camera& camera) {
    const glm::dvec3 offset = glm::dvec3(camera.eye) - glm::dvec3(camera.target);
    const double distance = std::max(glm::length(offset), 1e-6);
    const double elevation = std::asin(std::clamp(offset.y / distance, -1.0, 1.0));
    // Seen from straight above the heading is the picture's up direction.
    const bool has_level_up = std::abs(camera.up.y) < 0.9f;
    const glm::dvec3 level = has_level_up ? glm::dvec3(camera.up) * (offset.y > 0.0 ? -1.0 : 1.0) : offset;
    return {std::atan2(level.x, level.z), elevation, distance};
}

scene::Camera placed(const scene::Camera& camera, const Polar& at) {
    scene::Camera result = camera;
    const double level = at.distance * std::cos(at.elevation);
    result.eye =
        camera.target + glm::vec3(glm::dvec3(level * std::sin(at.heading), at.distance * std::sin(at.elevation),
                                             level * std::cos(at.heading)));
    result.up = k_up;
    return result;
}

// The farthest of the moves move(t), t in 0..1, that is allowed. A camera that a lesson put somewhere odd may leave it.
template <class Move>
scene::Camera as_far_as_allowed(const scene::Camera& from, Move move) {
    const scene::Camera wanted = move(1.0);
    if (is_allowed(wanted) || !is_allowed(from)) return wanted;
    double good = 0.0, bad = 1.0;
    for (int i = 0; i < 24; ++i) {
        const double middle = (good + bad) / 2;
        (is_allowed(move(middle)) ? good : bad) = middle;
    }
    // t = 0 differs from `from` by rounding only, but that may be enough to fall over the edge.
    const scene::Camera result = move(good);
    return is_allowed(result) ? result : from;
}

double picture_height(const scene::Camera& camera) {
    return 2.0 * glm::distance(camera.eye, camera.target) * std::tan(static_cast<double>(camera.field_of_view) / 2.0);
}

// Shifts a moved camera so that its target is no farther from home than k_target_reach, or than it was before.
scene::Camera held_near(const glm::vec3& home, const scene::Camera& before, scene::Camera moved) {
    const float away = glm::distance(moved.target, home);
    const float most = std::max(k_target_reach, glm::distance(before.target, home));
    if (away <= most) return moved;
    const glm::vec3 target = home + (moved.target - home) * (most / away);
    moved.eye += target - moved.target;
    moved.target = target;
    return moved;
}

double shortest_turn(double from, double to) {
    const double full = 2.0 * std::numbers::pi;
    return std::remainder(to - from, full);
}

} // namespace

bool is_allowed(const scene::Camera& camera) {
    const float distance = glm::distance(camera.eye, camera.target);
    constexpr float k_rounding = 1e-4f;
    return camera.eye.y >= k_lowest_eye && !in_couch(camera.eye) && distance >= k_nearest - k_rounding &&
           distance <= k_farthest + k_rounding;
}

scene::Camera orbited(const scene::Camera& camera, double yaw, double pitch) {
    const Polar from = polar(camera);
    const scene::Camera round = as_far_as_allowed(camera, [&](double t) {
        return placed(camera,
                      {from.heading + t * yaw, std::clamp(from.elevation, -k_steepest, k_steepest), from.distance});
    });
    const Polar turned_to = polar(round);
    return as_far_as_allowed(round, [&](double t) {
        const double elevation = std::clamp(turned_to.elevation + t * pitch, -k_steepest, k_steepest);
        return placed(round, {turned_to.heading, elevation, turned_to.distance});
    });
}

scene::Camera panned(const scene::Camera& camera, double right, double up, const glm::vec3& home) {
    const glm::vec3 gaze = glm::normalize(camera.target - camera.eye);
    const glm::vec3 side = glm::normalize(glm::cross(gaze, camera.up));
    const glm::vec3 above = glm::cross(side, gaze);
    const auto height = static_cast<float>(picture_height(camera));
    const glm::vec3 shift = -(side * static_cast<float>(right) + above * static_cast<float>(up)) * height;
    return as_far_as_allowed(camera, [&](double t) {
        scene::Camera moved = camera;
        moved.eye += shift * static_cast<float>(t);
        moved.target += shift * static_cast<float>(t);
        return held_near(home, camera, moved);
    });
}

scene::Camera zoomed(const scene::Camera& camera, double steps, std::optional<glm::vec3> toward,
                     const glm::vec3& home) {
    const double distance = glm::distance(camera.eye, camera.target);
    const double wanted = std::clamp(distance * std::pow(k_zoom_step, steps), static_cast<double>(k_nearest),
                                     static_cast<double>(k_farthest));
    const glm::vec3 centre = toward.value_or(camera.target);
    return as_far_as_allowed(camera, [&](double t) {
        // Scaling everything about `centre` leaves it in place on the picture.
        const auto factor = static_cast<float>(base::mix(1.0, wanted / distance, t));
        scene::Camera moved = camera;
        moved.eye = centre + (camera.eye - centre) * factor;
        moved.target = centre + (camera.target - centre) * factor;
        return held_near(home, camera, moved);
    });
}

scene::Camera aimed(const scene::Camera& camera, const glm::vec3& target, float distance) {
    const float clamped = std::clamp(distance, k_nearest, k_farthest);
    scene::Camera moved = camera;
    moved.target = target;
    moved.eye = target + glm::normalize(camera.eye - camera.target) * clamped;
    moved = orbited(moved, 0.0, 0.0);
    // From this side the floor or the couch is in the way: rise until it is not.
    for (int i = 0; i < 90 && !is_allowed(moved); ++i) {
        Polar at = polar(moved);
        at.elevation = std::min(at.elevation + std::numbers::pi / 90.0, k_steepest);
        moved = placed(moved, at);
    }
    return moved;
}

scene::Camera turned(const scene::Camera& camera, const glm::vec3& direction) {
    scene::Camera moved = camera;
    const glm::vec3 gaze = glm::normalize(direction);
    const float distance = glm::distance(camera.eye, camera.target);
    moved.eye = camera.target - gaze * distance;
    // Straight down, the head end is at the top of the picture.
    moved.up = std::abs(gaze.y) > 0.999f ? glm::vec3(0.0f, 0.0f, 1.0f) : k_up;
    return aimed(orbited(moved, 0.0, 0.0), camera.target, distance);
}

float fitting_distance(const scene::Camera& camera, float radius) {
    constexpr float k_margin = 1.25f;
    return std::clamp(k_margin * radius / std::sin(camera.field_of_view / 2.0f), k_nearest, k_farthest);
}

scene::Camera between(const scene::Camera& from, const scene::Camera& to, double t) {
    if (t <= 0.0) return from;
    if (t >= 1.0) return to;
    const Polar a = polar(from), b = polar(to);
    scene::Camera mixed = to;
    mixed.target = glm::mix(from.target, to.target, static_cast<float>(t));
    mixed.field_of_view = static_cast<float>(base::mix(from.field_of_view, to.field_of_view, t));
    const double elevation = std::clamp(base::mix(a.elevation, b.elevation, t), -k_steepest, k_steepest);
    return placed(mixed, {a.heading + t * shortest_turn(a.heading, b.heading), elevation,
                          a.distance * std::pow(b.distance / a.distance, t)});
}

} // namespace document
