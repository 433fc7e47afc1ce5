#include "scene/annotations.h"

#include "tissue/path.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>
#include <numbers>
#include <string>

namespace scene {

namespace {

constexpr glm::vec4 k_gonio_colour(0.02f, 0.22f, 0.30f, 0.95f);
constexpr glm::vec4 k_lock_colour(0.80f, 0.10f, 0.02f, 1.0f);
constexpr double k_gonio_radius = 0.13; // metres
constexpr double k_gonio_arm = 0.20;    // metres
constexpr double k_ring_radius = 0.022; // metres, about a thumb pad
constexpr glm::vec4 k_pull_colour(0.16f, 0.01f, 0.22f, 1.0f);
// The direction of a muscle's pull is that of the last piece of its path: where tendon and bone meet, corners of the
// path (via points) would turn the arrow away from the muscle that is drawn. Metres.
constexpr double k_pull_over = 0.07;
constexpr double k_least_force = 0.5; // newtons; what would read 0
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

namespace {

std::vector<Line> ring(const base::Rigid& contact, const glm::mat4& to_world) {
    std::vector<Line> lines;
    Line round{{}, k_lock_colour, 3.5f, true, 0.0f, 1.5f};
    constexpr int k_steps = 40;
    const auto at = [&](double a, double radius) {
        return contact.point({radius * std::cos(a), radius * std::sin(a), 0.002});
    };
    for (int i = 0; i <= k_steps; ++i)
        round.points.push_back(world_point(to_world, at(2.0 * std::numbers::pi * i / k_steps, k_ring_radius)));
    lines.push_back(std::move(round));
    return lines;
}

Line force(const glm::mat4& to_world, const glm::dvec3& from, const glm::dvec3& direction, double newtons,
           const glm::vec4& colour) {
    Line arrow = segment(to_world, from, from + direction * (k_arrow_per_newton * newtons), colour, 5.0f);
    arrow.head_px = 19.0f;
    arrow.halo_px = 1.5f;
    return arrow;
}

/// The point of the path k_pull_over before its end.
glm::dvec3 before_insertion(const std::vector<glm::dvec3>& path) {
    double left = k_pull_over;
    for (std::size_t i = path.size() - 1; i > 0; --i) {
        const double piece = glm::distance(path[i], path[i - 1]);
        if (piece >= left) return glm::mix(path[i], path[i - 1], left / piece);
        left -= piece;
    }
    return path.front();
}

std::string newtons_text(double newtons) { return std::to_string(std::lround(newtons)) + " N"; }

} // namespace

LockNotes lock_notes(const base::Rigid& contact, const tissue::MuscleState& state, const glm::mat4& to_world) {
    LockNotes notes;
    notes.lines = ring(contact, to_world);
    const bool holds = state.lock_force >= k_least_force;
    // The hand holds the tissue back against its pull: the arrow points toward the origin.
    const glm::dvec3 start = contact.point({0.0, 0.0, 0.006});
    if (holds)
        notes.lines.push_back(force(to_world, start, glm::normalize(state.path.front() - contact.translation),
                                    state.lock_force, k_lock_colour));
    notes.labels.push_back({world_point(to_world, contact.point({0.0, 0.0, 0.002})),
                            "False origin: the lock" + (holds ? ", holds " + newtons_text(state.lock_force) : ""), -1,
                            true, true});
    if (state.tension < k_least_force || state.path.size() < 2) return notes;
    const glm::dvec3 insertion = state.path.back();
    const glm::dvec3 pull = glm::normalize(before_insertion(state.path) - insertion);
    notes.lines.push_back(force(to_world, insertion, pull, state.tension, k_pull_colour));
    notes.labels.push_back({world_point(to_world, insertion), "Muscle pulls " + newtons_text(state.tension), -1, true});
    return notes;
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
