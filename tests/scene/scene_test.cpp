#include "scene/build.h"

#include "scene/contact.h"
#include "scene/couch.h"
#include "scene/ground.h"
#include "support.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <gtest/gtest.h>

using base::Angle;
using base::Seconds;
using namespace scene_test;

TEST(Build, ShowsTheFootprintsOfTheSelectedMuscleAlone) {
    scene::World world = test_world();
    world.model.meshes.push_back(
        tube("footprint_biceps_femoris_long_head_origin", {-0.06f, -0.05f}, 0.01f, 0.82f, 0.84f));
    world.model.meshes.push_back(tube("footprint_semitendinosus_origin", {-0.05f, -0.05f}, 0.01f, 0.81f, 0.83f));
    world = scene::make_world(world.atlas, world.model, world.lesson);
    scene::Builder builder(world);
    EXPECT_EQ(find(builder.build(Seconds(1), {}), world, "footprint_biceps_femoris_long_head_origin"), nullptr);
    scene::ViewOptions options;
    options.selected = atlas().find_structure("biceps_femoris_long_head");
    const scene::Scene scene = builder.build(Seconds(1), options);
    const scene::Item* own = find(scene, world, "footprint_biceps_femoris_long_head_origin");
    ASSERT_TRUE(own);
    EXPECT_EQ(own->opacity, 1.0f);
    EXPECT_EQ(find(scene, world, "footprint_semitendinosus_origin"), nullptr);
}

TEST(Couch, LaysTheClientsFrontOnItsTopHeadTowardPositiveZ) {
    const glm::vec4 front = scene::couch_transform() * glm::vec4(0.2f, 1.5f, scene::k_couch_plane_z, 1.0f);
    EXPECT_NEAR(front.y, scene::k_couch_height, 1e-6);
    EXPECT_NEAR(front.z, 1.5, 1e-6);
    EXPECT_NEAR(glm::determinant(scene::couch_transform()), 1.0, 1e-6) << "a rotation, not a mirror";
}

TEST(Scene, NamesALandmarkWhereItsBoneCarriesIt) {
    const scene::World world = test_world();
    scene::Builder builder(world);
    scene::ViewOptions options;
    options.landmark = atlas().find_region("lateral_malleolus");
    ASSERT_TRUE(options.landmark);
    const auto named = [&](double at) {
        const scene::Scene scene = builder.build(Seconds(at), options);
        const auto found = std::ranges::find(scene.labels, "Lateral malleolus", &scene::Label::text);
        return found == scene.labels.end() ? glm::vec3(0.0f) : found->anchor;
    };
    EXPECT_GT(glm::distance(named(0.0), named(10.0)), 0.3f); // from bent to straight
}

TEST(Scene, IsTheSameForwardsAndBackwards) {
    const scene::World world = test_world();
    scene::Builder forwards(world), backwards(world);
    std::vector<scene::Scene> there;
    for (int i = 0; i <= 20; ++i) there.push_back(forwards.build(Seconds(0.5 * i), {}));
    for (int i = 20; i >= 0; --i) {
        const scene::Scene back = backwards.build(Seconds(0.5 * i), {});
        const scene::Scene& once = there[static_cast<std::size_t>(i)];
        ASSERT_EQ(back.items.size(), once.items.size()) << i;
        for (std::size_t k = 0; k < back.items.size(); ++k) {
            EXPECT_EQ(back.items[k].transform, once.items[k].transform) << i;
            EXPECT_EQ(back.items[k].opacity, once.items[k].opacity) << i;
            ASSERT_EQ(back.items[k].shape == nullptr, once.items[k].shape == nullptr);
            if (back.items[k].shape) {
                EXPECT_EQ(back.items[k].shape->positions, once.items[k].shape->positions) << i;
            }
        }
        EXPECT_EQ(back.lines, once.lines) << i;
        EXPECT_EQ(back.camera, once.camera) << i;
    }
}

TEST(Scene, IsEqualWhileNothingChanges) {
    const scene::World world = test_world();
    scene::Builder builder(world);
    const scene::Scene first = builder.build(Seconds(3), {});
    EXPECT_TRUE(first == builder.build(Seconds(3), {}));
    EXPECT_FALSE(first == builder.build(Seconds(7), {}));
}

TEST(Scene, TheLookChangesLightAndLinesAndNothingElse) {
    const scene::World world = test_world();
    scene::Builder builder(world);
    scene::ViewOptions options;
    const scene::Scene plate = builder.build(Seconds(7), options);
    options.look = scene::Look::studio;
    scene::Scene studio = builder.build(Seconds(7), options);
    EXPECT_EQ(studio.style, scene::style_of(scene::Look::studio));
    ASSERT_FALSE(plate.lines.empty());
    bool lighter = false;
    for (std::size_t i = 0; i < plate.lines.size(); ++i) {
        const bool halo = plate.lines[i].halo_px > 0.0f;
        lighter = lighter || !halo;
        EXPECT_EQ(studio.lines[i].colour.y > plate.lines[i].colour.y, !halo) << i;
    }
    EXPECT_TRUE(lighter) << "no line without a halo to look at";
    studio.style = plate.style;
    studio.lines = plate.lines;
    EXPECT_EQ(studio, plate);
}

TEST(Scene, LayersHiddenAndIsolatedStructuresAreLeftOut) {
    const scene::World world = test_world();
    scene::Builder builder(world);
    scene::ViewOptions options;
    options.layer_opacity = {{"skin", 0.0f}};
    EXPECT_EQ(find(builder.build(Seconds(1), options), world, "skin"), nullptr);
    EXPECT_NE(find(builder.build(Seconds(1), {}), world, "skin"), nullptr);

    options = {};
    options.hidden = {*world.atlas.find_structure("tibia")};
    EXPECT_EQ(find(builder.build(Seconds(1), options), world, "tibia"), nullptr);

    options = {};
    options.isolated = world.atlas.find_structure("biceps_femoris_long_head");
    const scene::Scene alone = builder.build(Seconds(1), options);
    ASSERT_EQ(alone.items.size(), 1u);
    EXPECT_EQ(alone.items[0].structure, options.isolated);
}

TEST(Scene, TheIliotibialTractFadesBeforeTheMusclesThatItCovers) {
    scene::World world = test_world();
    for (const char* id : {"iliotibial_tract", "vastus_lateralis"})
        world.model.meshes.push_back(tube(id, {-0.13f, 0.0f}, 0.02f, 0.45f, 0.83f));
    world = scene::make_world(world.atlas, world.model, world.lesson);
    scene::Builder builder(world);
    scene::ViewOptions options;
    const auto opacity = [&](float of_muscles, const char* id) {
        options.layer_opacity = {{"muscles", of_muscles}};
        const scene::Scene scene = builder.build(Seconds(1), options);
        const scene::Item* item = find(scene, world, id);
        return item ? item->opacity : 0.0f;
    };
    EXPECT_EQ(opacity(1.0f, "iliotibial_tract"), 1.0f);
    EXPECT_NEAR(opacity(0.75f, "iliotibial_tract"), 0.25, 1e-5);
    EXPECT_EQ(opacity(0.5f, "iliotibial_tract"), 0.0f);
    EXPECT_EQ(opacity(0.5f, "vastus_lateralis"), 0.5f);
    options.selected = world.atlas.find_structure("iliotibial_tract");
    EXPECT_EQ(opacity(0.5f, "iliotibial_tract"), 0.5f) << "whoever looks for it sees it";
}

TEST(Scene, TheLockedMuscleIsColouredByStrainAndTheUserCanSwitchThatOff) {
    const scene::World world = test_world();
    scene::Builder builder(world);
    const scene::Scene coloured = builder.build(Seconds(9), {});
    EXPECT_EQ(find(coloured, world, "biceps_femoris_long_head")->colouring, scene::Colouring::strain);
    EXPECT_TRUE(coloured.strain_legend);
    scene::ViewOptions plain;
    plain.strain = false;
    const scene::Scene uncoloured = builder.build(Seconds(9), plain);
    EXPECT_EQ(find(uncoloured, world, "biceps_femoris_long_head")->colouring, scene::Colouring::tissue);
    EXPECT_FALSE(uncoloured.strain_legend);
}

TEST(Scene, TheMuscleWithoutItsLockIsDrawnAsAGhostWhileTheLockIsOn) {
    const scene::World world = test_world();
    scene::Builder builder(world);
    const auto ghosts = [&](double at, const scene::ViewOptions& options) {
        return std::ranges::count_if(builder.build(Seconds(at), options).items, &scene::Item::ghost);
    };
    EXPECT_EQ(ghosts(1, {}), 0) << "no lock yet";
    EXPECT_EQ(ghosts(9, {}), 1);
    scene::ViewOptions without;
    without.ghost = false;
    EXPECT_EQ(ghosts(9, without), 0);
    const scene::Scene scene = builder.build(Seconds(9), {});
    const auto ghost = std::ranges::find_if(scene.items, &scene::Item::ghost);
    EXPECT_TRUE(std::ranges::all_of(ghost->shape->strain, [](float strain) { return strain <= 1e-3f; }))
        << "prone, without a lock, it does not become taut";
    EXPECT_GT(std::ranges::max(find(scene, world, "biceps_femoris_long_head")->shape->strain), 0.1f);
    EXPECT_GT(glm::distance(ghost->transform[3], find(scene, world, "biceps_femoris_long_head")->transform[3]), 0.07f);
    const scene::Scene onset = builder.build(Seconds(2.3), {});
    const auto pale = std::ranges::find_if(onset.items, &scene::Item::ghost);
    ASSERT_NE(pale, onset.items.end());
    EXPECT_LT(pale->opacity, ghost->opacity) << "fades in with the pressure";
    scene::ViewOptions bare;
    bare.strain = false;
    const auto pane = builder.build(Seconds(9), bare);
    EXPECT_EQ(std::ranges::find_if(pane.items, &scene::Item::ghost)->colouring, scene::Colouring::tissue);
    EXPECT_NE(ghost->shape->positions, find(scene, world, "biceps_femoris_long_head")->shape->positions)
        << "the lock changes how the muscle lies";
}

TEST(Scene, TheGhostStandsAboveABodyThatHidesIt) {
    scene::World world = test_world();
    world.model.meshes.push_back(tube("client_body", {0.08f, 0.0f}, 0.08f, 0.1f, 0.9f));
    world = scene::make_world(atlas(), world.model, world.lesson);
    scene::Builder builder(world);
    const auto height = [&](float client) { // of the ghost over its muscle, seen from the inner side
        scene::ViewOptions options;
        options.camera = scene::Camera{.eye = {0.85f, 1.6f, 0.64f}, .target = {-0.07f, 0.8f, 0.54f}};
        options.layer_opacity = {{"client", client}};
        const scene::Scene scene = builder.build(Seconds(9), options);
        const auto ghost = std::ranges::find_if(scene.items, &scene::Item::ghost);
        return ghost->transform[3].y - find(scene, world, "biceps_femoris_long_head")->transform[3].y;
    };
    EXPECT_GT(height(1.0f), 0.02f);
    EXPECT_LT(height(0.15f), -0.02f) << "looked through it stands where no hand works";
}

TEST(Scene, TheLockingHandStaysWhereItHoldsWhileTheKneeExtends) {
    const scene::World world = test_world();
    scene::Builder builder(world);
    const glm::mat4 at_lock = find(builder.build(Seconds(4), {}), world, "hand_right_palm")->transform;
    const glm::mat4 extended = find(builder.build(Seconds(9), {}), world, "hand_right_palm")->transform;
    for (int c = 0; c < 4; ++c) EXPECT_LT(glm::distance(at_lock[c], extended[c]), 1e-4f);
}

TEST(WhatIf, TurnsTheLegThroughoutAndLeavesNoTrace) {
    const scene::World world = test_world();
    scene::Builder builder(world), plain(world);
    scene::ViewOptions turned;
    turned.pose_offset.hip_rotation = Angle::degrees(20.0);
    const scene::Scene before = builder.build(Seconds(8), {});
    ASSERT_TRUE(builder.readout().lock_at);
    const double length = builder.readout().unlocked->length;
    EXPECT_NE(builder.build(Seconds(8), turned), before);
    const scene::Readout& readout = builder.readout();
    EXPECT_NEAR(readout.sample.pose.hip_rotation.degrees(), 20.0, 1e-9);
    EXPECT_NEAR(readout.sample.lock->set_in.hip_rotation.degrees(), 20.0, 1e-9) << "the lock was set in the turned leg";
    EXPECT_GT(std::abs(readout.unlocked->length - length), 1e-4);
    turned.pose_offset.hip_rotation = Angle::degrees(500.0);
    builder.build(Seconds(8), turned);
    EXPECT_EQ(builder.readout().sample.pose.hip_rotation, world.atlas.hip_rotation.high);
    builder.build(Seconds(8), {});
    plain.build(Seconds(8), {});
    EXPECT_EQ(builder.readout().tissue, plain.readout().tissue);
    EXPECT_EQ(builder.readout().lock_at, plain.readout().lock_at);
}

TEST(Hands, TheForearmAtTheAnkleNeverPointsAtTheLockingHandOrTheCouch) {
    const scene::World world = test_world();
    for (double flexion = 0.0; flexion <= 120.0; flexion += 10.0) {
        motion::Pose pose;
        pose.knee_flexion = Angle::degrees(flexion);
        const base::Rigid hold = scene::ankle_hold(world, motion::frames(atlas(), pose), pose.knee_flexion);
        const glm::dvec3 forearm = hold.direction({0.0, 0.0, 1.0});
        EXPECT_LT(forearm.x, -0.4) << "to the treated side, " << flexion;
        EXPECT_LT(forearm.y, 0.2) << "not toward the thigh, " << flexion;
        EXPECT_LT(forearm.z, 0.3) << "not into the couch, " << flexion;
    }
}

TEST(Scene, TheShankComesDownFromTheButtockToTheCouch) {
    const scene::World world = test_world();
    scene::Builder builder(world);
    const auto foot_height = [&](double at) {
        const auto* tibia = find(builder.build(Seconds(at), {}), world, "tibia");
        return (tibia->transform * glm::vec4(-0.077f, 0.066f, -0.006f, 1.0f)).y;
    };
    const float flexed = foot_height(0.0), straight = foot_height(10.0);
    EXPECT_GT(flexed, straight + 0.25f);
    EXPECT_NEAR(straight, scene::k_couch_height + scene::k_couch_plane_z, 0.03f);
}

TEST(Contact, LiesOnTheSkinAndFacesAwayFromTheThigh) {
    const scene::World world = test_world();
    const int muscle = *world.atlas.find_muscle("biceps_femoris_long_head");
    scene::Ground ground(world);
    ground.pose(world.model.meshes[0].positions, motion::from_rest(world.atlas, {}), {});
    const base::Rigid contact = scene::skin_contact(world, muscle, 0.5, {}, ground, tissue::Grip::reinforced_thumb);
    const glm::dvec2 from_axis(contact.translation.x + 0.0773, contact.translation.z);
    EXPECT_NEAR(glm::length(from_axis), 0.085, 0.002);
    EXPECT_LT(contact.direction({0.0, 0.0, 1.0}).z, -0.9) << "outward is posterior";
    EXPECT_LT(contact.direction({0.0, 1.0, 0.0}).x, 0.0) << "the forearm leaves to the treated side";
}

TEST(Camera, OverheadHasTheHeadUpwardsInThePicture) {
    const lesson::Camera above{"above", "Above", {0.0f, 3.0f, 0.5f}, {0.0f, 0.7f, 0.5f}};
    EXPECT_EQ(scene::scene_camera(above).up, glm::vec3(0.0f, 0.0f, 1.0f));
}
