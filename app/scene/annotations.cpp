#include "scene/annotations.h"

#include "tissue/path.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>
#include <numbers>

namespace scene {

namespace {

constexpr glm::vec4 k_gonio_colour(0.02f, 0.22f, 0.30f, 0.95f);
constexpr glm::vec4 k_lock_colour(0.80f, 0.10f, 0.02f, 1.0f);
constexpr double k_gonio_radius = 0.13; // metres
constexpr double k_gonio_arm = 0.20;    // metres
constexpr double k_ring_radius = 0.022; // metres, about a thumb pad
// Arrow length for 100 N along the tissue, metres.
constexpr double k_arrow_per_100_n = 0.10;
// A name points at the lower part of its structure: hands work on the upper part of a muscle and shall not be covered.
constexpr float k_label_from = 0.18f, k_label_to = 0.32f;

glm::vec3 world_point(const glm::mat4& to_world, const glm::dvec3& p) {
    return glm::vec3(to_world * glm::vec4(glm::vec3(p), 1.0f));
}

Line segment(const glm::mat4& to_world, const glm::dvec3& a, const glm::dvec3& b, const glm::vec4& colour,
             float width) {
    return {{world_point(to_world, a), world_point(to_world, b)}, colour, width, true};
}

} // namespace

std::vector<Line> goniometer(const World& world, const motion::BoneFrames& frames, const glm::mat4& to_world) {
    const base::Rigid& femur = frames[anatomy::Body::femur];
    const base::Rigid& tibia = frames[anatomy::Body::tibia];
    const glm::dvec3 knee = femur.point(world.atlas.joints.knee_parent.translation);
    const glm::dvec3 ankle = tibia.point(world.atlas.joints.ankle_parent.translation);
    const glm::dvec3 straight = glm::normalize(knee - femur.translation); // where the shank points at 0 degrees
    const glm::dvec3 shank = glm::normalize(ankle - knee);
    std::vector<Line> lines;
    lines.push_back(segment(to_world, knee, knee + straight * k_gonio_arm, k_gonio_colour, 1.5f));
    lines.push_back(segment(to_world, knee, knee + shank * k_gonio_arm, k_gonio_colour, 2.5f));

    const double angle = std::acos(std::clamp(glm::dot(straight, shank), -1.0, 1.0));
    const glm::dvec3 across = shank - straight * glm::dot(shank, straight);
    if (glm::length(across) < 1e-6) return lines;
    const glm::dvec3 side = glm::normalize(across);
    Line arc{{}, k_gonio_colour, 2.5f, true};
    constexpr int k_steps = 48;
    for (int i = 0; i <= k_steps; ++i) {
        const double a = angle * i / k_steps;
        arc.points.push_back(
            world_point(to_world, knee + (straight * std::cos(a) + side * std::sin(a)) * k_gonio_radius));
    }
    lines.push_back(std::move(arc));
    return lines;
}

std::vector<Line> lock_marker(const base::Rigid& contact, const tissue::MuscleState& state, const glm::mat4& to_world) {
    std::vector<Line> lines;
    Line ring{{}, k_lock_colour, 3.0f, true};
    constexpr int k_steps = 40;
    for (int i = 0; i <= k_steps; ++i) {
        const double a = 2.0 * std::numbers::pi * i / k_steps;
        ring.points.push_back(
            world_point(to_world, contact.point({k_ring_radius * std::cos(a), k_ring_radius * std::sin(a), 0.002})));
    }
    lines.push_back(std::move(ring));

    const double length = k_arrow_per_100_n * state.lock_force / 100.0;
    if (length < 0.005 || state.path.size() < 2) return lines;
    // The hand holds the tissue back against its pull: the arrow points toward the origin.
    const glm::dvec3 toward_origin = glm::normalize(state.path.front() - contact.translation);
    const glm::dvec3 start = contact.point({0.0, 0.0, 0.006}), tip = start + toward_origin * length;
    const glm::dvec3 aside = contact.direction({1.0, 0.0, 0.0}) * 0.008;
    Line arrow{{}, k_lock_colour, 3.5f, true};
    for (const glm::dvec3& p :
         {start, tip, tip - toward_origin * 0.014 + aside, tip, tip - toward_origin * 0.014 - aside})
        arrow.points.push_back(world_point(to_world, p));
    lines.push_back(std::move(arrow));
    return lines;
}

int label_vertex(const mesh::Mesh& mesh) {
    const mesh::Bounds box = mesh::bounds(mesh);
    const float height = box.high.y - box.low.y;
    int best = 0;
    float posterior = 1e30f;
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        const glm::vec3& p = mesh.positions[i];
        if (p.y < box.low.y + k_label_from * height || p.y > box.low.y + k_label_to * height || p.z >= posterior)
            continue;
        posterior = p.z;
        best = static_cast<int>(i);
    }
    return best;
}

} // namespace scene
