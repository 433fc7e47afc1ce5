#include "sculpt/settle.h"

#include "sculpt/hand_down.h"
#include "sculpt/settle_course.h"

#include <algorithm>
#include <glm/geometric.hpp>

namespace sculpt {
namespace {

using anatomy::Body;

/// Shorter offsets are left out, metres.
constexpr float k_least = 1e-4f;

/// Passively bent as far as for a turn of the shank in a lesson; a straight knee hardly lets it turn.
motion::Pose half_bent() {
    motion::Pose pose;
    pose.knee_flexion = base::Angle::degrees(35.0);
    return pose;
}

/// Above and below the skin's heights nothing moves that it could miss. The foot stands still to everything round it
/// while the knee bends. The ankle moves the whole calf on its way. Turns are a matter of the hip and of the knee
/// alone.
std::array<Course, mesh::k_bend_count> courses() {
    return {Course{.bend = mesh::Bend::knee,
                   .from = {},
                   .degrees = {15.0f, 30.0f, 45.0f, 60.0f, 75.0f, 90.0f, 105.0f, 120.0f, 135.0f, 140.0f},
                   .bones = {Body::pelvis, Body::femur, Body::patella, Body::tibia},
                   .low = 0.20f,
                   .high = 0.80f,
                   .flesh_low = 0.0f,
                   .flesh_high = 2.0f,
                   .least_share = 0.5f},
            Course{.bend = mesh::Bend::ankle,
                   .from = {},
                   .degrees = {-45.0f, -30.0f, -15.0f, 20.0f},
                   .bones = {Body::tibia, Body::talus, Body::calcaneus, Body::toes},
                   .low = 0.0f,
                   .high = 0.42f,
                   .flesh_low = 0.0f,
                   .flesh_high = 0.42f,
                   .least_share = 0.8f},
            Course{.bend = mesh::Bend::hip_rotation,
                   .from = half_bent(),
                   .degrees = {-30.0f, -20.0f, -12.0f, 12.0f, 20.0f, 30.0f},
                   .bones = {Body::pelvis, Body::femur},
                   .low = 0.62f,
                   .high = 1.05f,
                   .flesh_low = 0.62f,
                   .flesh_high = 2.0f,
                   .least_share = 0.35f,
                   .fascia_step = 4.0f},
            Course{.bend = mesh::Bend::tibial_rotation,
                   .from = half_bent(),
                   .degrees = {-20.0f, -10.0f, 10.0f, 20.0f},
                   .bones = {Body::femur, Body::patella, Body::tibia},
                   .low = 0.25f,
                   .high = 0.65f,
                   .flesh_low = 0.25f,
                   .flesh_high = 0.65f,
                   .least_share = 0.35f}};
}

mesh::MorphTarget morph_of(const SoftPart& part, const Course& course, std::size_t k) {
    mesh::MorphTarget morph{course.bend, course.degrees[k], {}, {}};
    for (std::size_t v = 0; v < part.offsets[k].size(); ++v) {
        const glm::vec3& offset = part.offsets[k][v];
        if (glm::dot(offset, offset) < k_least * k_least) continue;
        morph.vertices.push_back(static_cast<std::uint32_t>(v));
        morph.offsets.push_back(offset);
    }
    return morph;
}

void add_morphs(const SoftPart& part, const Course& course, std::vector<mesh::MorphTarget>& all) {
    std::vector<mesh::MorphTarget> found;
    for (std::size_t k = 0; k < course.degrees.size(); ++k) found.push_back(morph_of(part, course, k));
    const auto empty = [](const mesh::MorphTarget& morph) { return morph.vertices.empty(); };
    if (!std::ranges::all_of(found, empty)) std::ranges::move(found, std::back_inserter(all));
}

} // namespace

void settle(Levels& levels, const anatomy::Atlas& atlas) {
    mesh::Model& full = levels.front();
    const auto is_skin = [&](const mesh::Mesh& mesh) {
        const auto found = atlas.find_structure(mesh.id);
        return found && atlas.structures[static_cast<std::size_t>(*found)].kind == anatomy::Kind::skin;
    };
    const auto skin = std::ranges::find_if(full.meshes, is_skin);
    if (skin == full.meshes.end()) return; // single structures have nothing to settle in
    for (const Course& course : courses()) {
        Settling settling(full, atlas, *skin, course);
        settling.run();
        settling.each([&](const SoftPart& part) {
            add_morphs(part, course, full.meshes[static_cast<std::size_t>(part.index)].morphs);
        });
    }
    hand_down(levels, atlas);
}

} // namespace sculpt
