// What the audit measures in small scenes whose answers are known.
#include "scene/audit.h"

#include "../mesh/box.h"
#include "files/load.h"

#include <cmath>
#include <glm/gtc/matrix_transform.hpp>
#include <gtest/gtest.h>
#include <numbers>

namespace {

const anatomy::Atlas& atlas() {
    static const auto loaded = files::load_atlas(PINSTRETCH_SOURCE_DIR "/assets/anatomy");
    return loaded.value.value();
}

glm::vec3 anchor(const std::string& hand) {
    return glm::vec3(atlas().structures[static_cast<std::size_t>(*atlas().find_structure(hand))].anchor);
}

/// A box between two corners.
mesh::Mesh block(const std::string& id, const glm::vec3& low, const glm::vec3& high) {
    mesh::Mesh mesh = box();
    mesh.id = id;
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        const glm::vec3 corner = mesh.positions[i] / glm::vec3(2.0f, 3.0f, 4.0f);
        mesh.positions[i] = glm::mix(low, high, corner);
        mesh.normals[i] = {0.0f, 0.0f, corner.z > 0.5f ? 1.0f : -1.0f};
    }
    return mesh;
}

/// A closed ball with its poles on the x axis.
mesh::Mesh ball(const std::string& id, const glm::vec3& centre, float radius) {
    constexpr std::uint32_t k_rings = 12, k_sides = 16;
    mesh::Mesh mesh;
    mesh.id = id;
    const auto add = [&](const glm::vec3& out) {
        mesh.positions.push_back(centre + out * radius);
        mesh.normals.push_back(out);
    };
    add({1.0f, 0.0f, 0.0f});
    for (std::uint32_t ring = 1; ring < k_rings; ++ring)
        for (std::uint32_t side = 0; side < k_sides; ++side) {
            const float a = std::numbers::pi_v<float> * static_cast<float>(ring) / k_rings;
            const float b = 2.0f * std::numbers::pi_v<float> * static_cast<float>(side) / k_sides;
            add({std::cos(a), std::sin(a) * std::cos(b), std::sin(a) * std::sin(b)});
        }
    add({-1.0f, 0.0f, 0.0f});
    const std::uint32_t end = static_cast<std::uint32_t>(mesh.positions.size()) - 1;
    const auto at = [](std::uint32_t ring, std::uint32_t side) { return 1 + (ring - 1) * k_sides + side % k_sides; };
    for (std::uint32_t side = 0; side < k_sides; ++side) {
        for (const std::uint32_t i : {0u, at(1, side), at(1, side + 1)}) mesh.indices.push_back(i);
        for (std::uint32_t ring = 1; ring + 1 < k_rings; ++ring)
            for (const std::uint32_t i : {at(ring, side), at(ring + 1, side), at(ring, side + 1), at(ring, side + 1),
                                          at(ring + 1, side), at(ring + 1, side + 1)})
                mesh.indices.push_back(i);
        for (const std::uint32_t i : {at(k_rings - 1, side), end, at(k_rings - 1, side + 1)}) mesh.indices.push_back(i);
    }
    return mesh;
}

scene::World world_of(std::vector<mesh::Mesh> meshes) {
    mesh::Model model;
    model.meshes = std::move(meshes);
    return scene::make_world(atlas(), model, {});
}

/// Every mesh as it rests.
scene::Scene at_rest(const scene::World& world) {
    scene::Scene scene;
    for (std::size_t i = 0; i < world.model.meshes.size(); ++i) {
        scene::Item item;
        item.mesh = static_cast<int>(i);
        item.structure = world.parts[i].structure;
        item.kind = atlas().structures[static_cast<std::size_t>(item.structure)].kind;
        item.transform = scene::couch_transform();
        scene.items.push_back(item);
    }
    return scene;
}

glm::mat4 moved(const glm::vec3& by) { return scene::couch_transform() * glm::translate(glm::mat4(1.0f), by); }

constexpr float k_close = 1e-6f; // metres, a micrometre: sums of floats

/// A muscle whose pole lies 3 mm deep in a bone.
scene::World muscle_in_bone() {
    return world_of({ball("soleus", {0.007f, 0.02f, 0.03f}, 0.01f),
                     block("tibia", {-0.08f, -0.02f, -0.02f}, {0.0f, 0.06f, 0.08f})});
}

/// A hand with a flat underside at its anchor and nothing else near it, and the skin under it.
scene::World hand_on_skin(const std::string& hand) {
    const glm::vec3 at = anchor(hand);
    mesh::Mesh flat = ball(hand, at + glm::vec3(0.0f, 0.0f, 0.006f), 0.012f);
    for (glm::vec3& p : flat.positions) p.z = p.z < at.z ? at.z : p.z + 0.01f;
    scene::World world = world_of({flat, block("skin", {-0.1f, -0.1f, -0.1f}, {0.1f, 0.1f, 0.0f})});
    std::vector<std::uint32_t>& patch = world.prints.at(0).patch; // all of the underside
    patch.clear();
    for (std::uint32_t i = 0; i < flat.positions.size(); ++i)
        if (flat.positions[i].z == at.z) patch.push_back(i);
    return world;
}

scene::Readout with_hand(const scene::World& world, float gap, lesson::HandPlace place) {
    scene::PlacedHand hand;
    hand.mesh = 0;
    hand.frame.translation = {0.0, 0.0, gap};
    hand.place = place;
    scene::Readout readout;
    readout.hands = {hand};
    auto skin = std::make_shared<scene::Shape>();
    skin->positions = world.model.meshes[1].positions;
    readout.skin = skin;
    return readout;
}

} // namespace

TEST(AuditEntry, IsTheDepthOfAMuscleInABoneWhereverTheLegIs) {
    const scene::World world = muscle_in_bone();
    const scene::Auditor auditor(world);
    scene::Scene scene = at_rest(world);
    for (const glm::vec3& by : {glm::vec3(0.0f), glm::vec3(0.1f, -0.2f, 0.3f)}) {
        for (scene::Item& item : scene.items) item.transform = moved(by);
        const scene::Measures measures = auditor.measure(scene, {});
        ASSERT_EQ(measures.entries.size(), 1u);
        EXPECT_NEAR(measures.entries[0].amount, 0.003, k_close);
        EXPECT_EQ(measures.entries[0].structure, *atlas().find_structure("soleus"));
        EXPECT_EQ(measures.entries[0].other, *atlas().find_structure("tibia"));
        EXPECT_NEAR(measures.entries[0].at.x, -0.003f, k_close) << "where the vertex rests";
    }
}

TEST(AuditEntry, IsNoneOnceTheBoneHasMovedAway) {
    const scene::World world = muscle_in_bone();
    scene::Scene scene = at_rest(world);
    scene.items[1].transform = moved({-0.004f, 0.0f, 0.0f});
    EXPECT_TRUE(scene::Auditor(world).measure(scene, {}).entries.empty());
}

TEST(AuditVolume, IsTheChangeSinceRest) {
    const scene::World world = world_of({ball("soleus", {0.3f, 0.2f, 0.1f}, 0.02f)});
    scene::Scene scene = at_rest(world);
    const scene::Auditor auditor(world);
    EXPECT_NEAR(auditor.measure(scene, {}).volumes.at(0).amount, 0.0, 1e-5);
    auto grown = std::make_shared<scene::Shape>();
    for (const glm::vec3& p : world.model.meshes[0].positions) grown->positions.push_back(p * 1.1f);
    scene.items[0].shape = grown;
    EXPECT_NEAR(auditor.measure(scene, {}).volumes.at(0).amount, 0.331, 1e-5);
}

TEST(AuditSkin, NamesAMuscleThatStandsOut) {
    const scene::World world =
        world_of({ball("soleus", {0.092f, 0.0f, 0.0f}, 0.01f), ball("plantaris", {0.0f, 0.0f, 0.0f}, 0.01f),
                  block("skin", {-0.1f, -0.1f, -0.1f}, {0.1f, 0.1f, 0.1f})});
    const scene::Measures measures = scene::Auditor(world).measure(at_rest(world), {});
    ASSERT_EQ(measures.outside.size(), 1u);
    EXPECT_EQ(measures.outside[0].structure, *atlas().find_structure("soleus"));
    EXPECT_NEAR(measures.outside[0].amount, 0.002, k_close);
}

TEST(AuditHands, AreMeasuredToEitherSideOfTheSkin) {
    const scene::World world = hand_on_skin("hand_right_reinforced_thumb");
    const scene::Auditor auditor(world);
    for (const float gap : {0.0015f, -0.004f}) {
        const scene::Measures locking = auditor.measure(at_rest(world), with_hand(world, gap, lesson::HandPlace::lock));
        ASSERT_TRUE(locking.locking_hand);
        EXPECT_NEAR(locking.locking_hand->amount, gap, k_close);
        EXPECT_FALSE(locking.gliding_hand || locking.holding_hand);
        const scene::Measures holding =
            auditor.measure(at_rest(world), with_hand(world, gap, lesson::HandPlace::ankle));
        ASSERT_TRUE(holding.holding_hand);
        EXPECT_NEAR(holding.holding_hand->amount, gap, k_close);
    }
    EXPECT_FALSE(auditor.measure(at_rest(world), with_hand(world, 0.1f, lesson::HandPlace::away)).locking_hand);
}

TEST(AuditSteps, WhatGoesOnSteadilyDoesNotJump) {
    const scene::World world = muscle_in_bone();
    std::array<scene::Scene, 3> scenes;
    for (std::size_t i = 0; i < scenes.size(); ++i) {
        scenes[i] = at_rest(world);
        scenes[i].items[1].transform = moved({0.0f, 0.01f * static_cast<float>(i), 0.0f});
    }
    scene::Steps steps = scene::steps_between(scenes[0], scenes[1], scenes[2], world);
    EXPECT_NEAR(steps.step.amount, 0.01, k_close);
    EXPECT_NEAR(steps.jump.amount, 0.0, k_close);
    EXPECT_EQ(steps.step.structure, *atlas().find_structure("tibia"));

    auto torn = std::make_shared<scene::Shape>();
    torn->positions = world.model.meshes[0].positions;
    torn->positions[5].z += 0.012f;
    scenes[2].items[0].shape = torn;
    steps = scene::steps_between(scenes[0], scenes[1], scenes[2], world);
    EXPECT_NEAR(steps.jump.amount, 0.012, k_close);
    EXPECT_EQ(steps.jump.structure, *atlas().find_structure("soleus"));
}
