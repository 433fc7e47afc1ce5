#pragma once
// A small leg of tubes on the program's own atlas, and a lesson of two steps that locks its muscle.

#include "files/load.h"
#include "scene/build.h"
#include "scene/world.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

namespace scene_test {

inline const anatomy::Atlas& atlas() {
    static const auto loaded = files::load_atlas(PINSTRETCH_SOURCE_DIR "/assets/anatomy");
    return loaded.value.value();
}

/// A closed tube along y, standing in for skin or a muscle.
inline mesh::Mesh tube(const std::string& id, glm::vec2 centre_xz, float radius, float low, float high) {
    constexpr int k_rings = 24, k_sides = 16;
    mesh::Mesh mesh;
    mesh.id = id;
    for (int ring = 0; ring <= k_rings; ++ring) {
        for (int side = 0; side < k_sides; ++side) {
            const float a = 2.0f * std::numbers::pi_v<float> * static_cast<float>(side) / k_sides;
            const glm::vec3 out(std::sin(a), 0.0f, std::cos(a));
            const float y = low + (high - low) * static_cast<float>(ring) / k_rings;
            mesh.positions.push_back(glm::vec3(centre_xz.x, y, centre_xz.y) + out * radius);
            mesh.normals.push_back(out);
            mesh.fibre.push_back({1.0f - static_cast<float>(ring) / k_rings, static_cast<float>(side) / 4.0f});
            const bool shank = y < 0.4629f;
            mesh.joints.push_back(
                {static_cast<std::uint8_t>(anatomy::index(shank ? anatomy::Body::tibia : anatomy::Body::femur)), 0, 0,
                 0});
            mesh.weights.push_back({1.0f, 0.0f, 0.0f, 0.0f});
        }
    }
    for (std::uint32_t ring = 0; ring < k_rings; ++ring)
        for (std::uint32_t side = 0; side < k_sides; ++side) {
            const std::uint32_t a = ring * k_sides + side, b = ring * k_sides + (side + 1) % k_sides;
            for (const std::uint32_t i : {a, b, a + k_sides, b, b + k_sides, a + k_sides}) mesh.indices.push_back(i);
        }
    return mesh;
}

inline lesson::Lesson two_steps() {
    lesson::Lesson lesson;
    lesson.id = "test";
    lesson.cameras = {{"side", "Side", {2.0f, 1.0f, 0.6f}, {0.0f, 0.8f, 0.6f}}};
    const std::vector<lesson::LayerView> shown = {
        {"skin", 0.3f}, {"hamstrings", 1.0f}, {"bones", 1.0f}, {"therapist", 1.0f}};
    for (const char* id : {"lock", "lengthen"}) {
        lesson::Step step;
        step.id = step.title = id;
        step.start = lesson.duration();
        step.duration = base::Seconds(5);
        step.camera = "side";
        step.layers = shown;
        step.show_strain = true;
        step.highlight = {"biceps_femoris_long_head"};
        lesson.steps.push_back(step);
    }
    motion::Pose flexed, straight;
    flexed.knee_flexion = base::Angle::degrees(110.0);
    lesson.keys = {{base::Seconds(0), flexed}, {base::Seconds(5), flexed}, {base::Seconds(10), straight}};
    tissue::Lock lock;
    lock.muscle = *atlas().find_muscle("biceps_femoris_long_head");
    lock.position = 0.4;
    lock.set_in = flexed;
    lesson.locks = {{base::Seconds(2), base::Seconds(11), lock}}; // at full pressure until well after 9 s
    lesson::HandSpan hand;
    hand.shape = "hand_right_palm";
    hand.place = lesson::HandPlace::lock;
    hand.muscle = lock.muscle;
    hand.position = hand.to_position = lock.position;
    hand.to = base::Seconds(11);
    lesson.hands = {hand};
    return lesson;
}

inline scene::World test_world() {
    mesh::Model model;
    model.meshes = {tube("skin", {-0.0773f, 0.0f}, 0.085f, 0.1f, 0.95f),
                    tube("biceps_femoris_long_head", {-0.085f, -0.04f}, 0.02f, 0.45f, 0.83f),
                    tube("tibia", {-0.0773f, 0.0f}, 0.02f, 0.1f, 0.45f),
                    tube("hand_right_palm", {-0.55f, -0.3f}, 0.04f, 1.15f, 1.25f)};
    return scene::make_world(atlas(), model, two_steps());
}

inline const scene::Item* find(const scene::Scene& scene, const scene::World& world, const std::string& id) {
    const auto found = std::ranges::find_if(scene.items, [&](const scene::Item& item) {
        return world.model.meshes[static_cast<std::size_t>(item.mesh)].id == id;
    });
    return found == scene.items.end() ? nullptr : &*found;
}

} // namespace scene_test
