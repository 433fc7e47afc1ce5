// Verbs on what is shown: what each does, that undo takes it back and redo brings it again.
#include "document/focus.h"
#include "document/verbs.h"
#include "small_world.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <gtest/gtest.h>

#include <functional>

namespace {

using namespace document;

struct Case {
    const char* name;
    std::function<Actions()> actions;
    std::function<bool(const scene::ViewOptions&)> happened;
};

std::vector<Case> cases() {
    return {
        {"hide", [] { return Actions{Hide{test::k_skin}}; },
         [](const auto& o) { return o.hidden.contains(test::k_skin); }},
        {"isolate", [] { return Actions{Isolate{test::k_biceps}}; },
         [](const auto& o) { return o.isolated == test::k_biceps; }},
        {"fade", [] { return Actions{Fade{test::k_femur}}; },
         [](const auto& o) { return o.faded.contains(test::k_femur); }},
        {"layer opacity",
         [] {
             return Actions{SetLayerOpacity{"skin", 0.5f, true}};
         },
         [](const auto& o) { return o.layer_opacity.size() == 1 && o.layer_opacity[0].second == 0.5f; }},
        {"hide layer",
         [] {
             return Actions{ShowLayer{"skin", false}};
         },
         [](const auto& o) { return o.layer_opacity.size() == 1 && o.layer_opacity[0].second == 0.0f; }},
        {"cut", [] { return Actions{ToggleClip{}}; }, [](const auto& o) { return o.clip.on; }},
        {"move the cut",
         [] {
             return Actions{SetClip{{true, {0.0f, 2.0f, 0.0f}, 0.8f}, true}};
         },
         [](const auto& o) { return o.clip.normal == glm::vec3(0, 1, 0) && o.clip.offset == 0.8f; }},
        {"labels", [] { return Actions{ToggleLabels{}}; }, [](const auto& o) { return !o.labels; }},
        {"strain", [] { return Actions{ToggleStrain{}}; }, [](const auto& o) { return !o.strain; }},
        {"depth of field", [] { return Actions{ToggleDepthOfField{}}; },
         [](const auto& o) { return o.depth_of_field; }},
        {"strain of all", [] { return Actions{ToggleStrainOfAll{}}; }, [](const auto& o) { return o.strain_of_all; }},
        {"ghost", [] { return Actions{ToggleGhost{}}; }, [](const auto& o) { return !o.ghost; }},
    };
}

TEST(WhatIf, TurnsTheHipWithUndoAndNeverTheKnee) {
    scene::World world = test::small_world();
    world.atlas.hip_rotation = {base::Angle::degrees(-40.0), base::Angle::degrees(40.0)};
    document::Document document(world);
    motion::Pose offset;
    for (const double degrees : {5.0, 30.0, 90.0}) {
        offset.hip_rotation = offset.knee_flexion = base::Angle::degrees(degrees);
        apply(document, world, document::SetPoseOffset{offset, degrees > 80.0});
    }
    const motion::Pose& kept = document.view.options.pose_offset;
    EXPECT_NEAR(kept.hip_rotation.degrees(), 40.0, 1e-9) << "cut off at the joint's range";
    EXPECT_EQ(kept.knee_flexion, base::Angle()) << "the knee is the lesson's";
    apply(document, world, document::Undo{});
    EXPECT_EQ(document.view.options.pose_offset, motion::Pose{}) << "one drag is one entry";
    apply(document, world, document::Redo{});
    apply(document, world, document::SetPoseOffset{{}, true});
    EXPECT_EQ(document.view.options.pose_offset, motion::Pose{});
    apply(document, world, document::Undo{});
    EXPECT_NEAR(document.view.options.pose_offset.hip_rotation.degrees(), 40.0, 1e-9);
}

TEST(ViewVerbs, EachChangesTheViewAndUndoAndRedoRestoreIt) {
    const scene::World world = test::small_world();
    for (const Case& c : cases()) {
        SCOPED_TRACE(c.name);
        Document document(world);
        apply(document, world, c.actions());
        EXPECT_TRUE(c.happened(document.view.options));
        EXPECT_TRUE(document.history.can_undo());
        EXPECT_FALSE(document.history.undo_name().empty());
        const View changed = document.view;
        apply(document, world, Undo{});
        EXPECT_EQ(document.view, View{});
        apply(document, world, Redo{});
        EXPECT_EQ(document.view, changed);
    }
}

TEST(ViewVerbs, ShowAllBringsBackWhatWasHiddenFadedAndIsolated) {
    const scene::World world = test::small_world();
    Document document(world);
    apply(document, world, {Hide{test::k_skin}, Fade{test::k_femur}, Isolate{test::k_biceps}, ShowAll{}});
    EXPECT_EQ(document.view.options, scene::ViewOptions{});
    apply(document, world, Undo{});
    EXPECT_EQ(document.view.options.isolated, test::k_biceps);
}

TEST(ViewVerbs, IsolatingAgainAndFadingAgainEndIt) {
    const scene::World world = test::small_world();
    Document document(world);
    apply(document, world,
          {Isolate{test::k_biceps}, Isolate{test::k_biceps}, Fade{test::k_femur}, Fade{test::k_femur}});
    EXPECT_EQ(document.view.options, scene::ViewOptions{});
}

TEST(ViewVerbs, HidingTheSelectedStructureDeselectsItAndShowReturnsIt) {
    const scene::World world = test::small_world();
    Document document(world);
    apply(document, world, {Select{test::k_biceps}, Hide{test::k_biceps}});
    EXPECT_FALSE(document.view.options.selected);
    apply(document, world, Show{test::k_biceps});
    EXPECT_TRUE(document.view.options.hidden.empty());
}

TEST(ViewVerbs, DraggingASliderIsOneEntryOfTheHistory) {
    const scene::World world = test::small_world();
    Document document(world);
    for (const float opacity : {0.9f, 0.7f, 0.4f}) apply(document, world, SetLayerOpacity{"skin", opacity, false});
    EXPECT_FALSE(document.history.can_undo());
    apply(document, world, SetLayerOpacity{"skin", 0.3f, true});
    apply(document, world, Undo{});
    EXPECT_EQ(document.view, View{});
    EXPECT_FALSE(document.history.can_undo());
}

TEST(ViewVerbs, LayerOpacityIsClampedAndAnUnknownLayerIsIgnored) {
    const scene::World world = test::small_world();
    Document document(world);
    apply(document, world, {SetLayerOpacity{"skin", 7.0f, true}, SetLayerOpacity{"fog", 0.5f, true}});
    ASSERT_EQ(document.view.options.layer_opacity.size(), 1u);
    EXPECT_EQ(document.view.options.layer_opacity[0].second, 1.0f);
}

TEST(ViewVerbs, ALayerShownAgainHasTheStepsOpacity) {
    const scene::World world = test::small_world();
    Document document(world);
    EXPECT_EQ(layer_opacity(document, world, "skin"), 0.25f);
    apply(document, world, ShowLayer{"skin", false});
    EXPECT_EQ(layer_opacity(document, world, "skin"), 0.0f);
    apply(document, world, ShowLayer{"skin", true});
    EXPECT_EQ(layer_opacity(document, world, "skin"), 0.25f);
    apply(document, world, {SetLayerOpacity{"skin", 0.6f, true}, ResetLayers{}});
    EXPECT_TRUE(document.view.options.layer_opacity.empty());
}

TEST(ViewVerbs, StructuresThatDoNotExistAreIgnored) {
    const scene::World world = test::small_world();
    Document document(world);
    apply(document, world, {Hide{-1}, Hide{99}, Isolate{99}, Fade{-3}});
    EXPECT_EQ(document.view, View{});
    EXPECT_FALSE(document.history.can_undo());
}

TEST(ViewVerbs, TheFirstCutTakesAwayTheHalfNearerToTheEye) {
    const scene::World world = test::small_world();
    Document document(world);
    apply(document, world, ToggleClip{});
    const scene::ClipPlane& clip = document.view.options.clip;
    const scene::Camera camera = current_camera(document, world);
    EXPECT_GT(glm::dot(clip.normal, camera.eye), clip.offset); // the eye's side is not kept
    const scene::ClipPlane first = clip;
    apply(document, world, {ToggleClip{}, ToggleClip{}});
    EXPECT_EQ(document.view.options.clip, first); // switched on again where it was
}

TEST(ViewVerbs, EachAxisCutsThroughTheMiddleTowardTheEye) {
    const scene::World world = test::small_world();
    Document document(world);
    const glm::vec3 eye = current_camera(document, world).eye;
    for (int axis = 0; axis < 3; ++axis) {
        apply(document, world, CutAcross{axis});
        const scene::ClipPlane& clip = document.view.options.clip;
        EXPECT_TRUE(clip.on);
        EXPECT_EQ(std::abs(clip.normal[axis]), 1.0f);
        EXPECT_GE(glm::dot(clip.normal, eye), clip.offset);
    }
    const scene::ViewOptions before = document.view.options;
    apply(document, world, CutAcross{3});
    EXPECT_EQ(document.view.options, before);
}

TEST(ViewVerbs, UndoKeepsCameraAndSelection) {
    const scene::World world = test::small_world();
    Document document(world);
    apply(document, world, {Hide{test::k_skin}, Orbit{0.3, 0.1}, Select{test::k_femur}});
    const scene::ViewOptions before = document.view.options;
    apply(document, world, Undo{});
    EXPECT_TRUE(document.view.options.hidden.empty());
    EXPECT_EQ(document.view.options.camera, before.camera);
    EXPECT_EQ(document.view.options.selected, test::k_femur);
}

TEST(View, ALandmarkSelectsItsBoneUntilSomethingElseIsSelected) {
    const scene::World world = test::small_world();
    Document document(world);
    apply(document, world, SelectLandmark{0});
    EXPECT_EQ(document.view.options.selected, test::k_femur);
    EXPECT_EQ(document.view.options.landmark, 0);
    EXPECT_FALSE(document.history.can_undo());
    apply(document, world, Select{test::k_biceps});
    EXPECT_FALSE(document.view.options.landmark);
}

TEST(View, ALandmarkIsWhereItsBoneCarriesIt) {
    const scene::World world = test::small_world();
    const Sphere sphere = sphere_of_region(world, 0, base::Seconds(0.0));
    EXPECT_NEAR(sphere.centre.x, -0.137f, 1e-4f); // hip centre and landmark; prone turns neither sideways
    EXPECT_FLOAT_EQ(sphere.radius, 0.016f);
}

TEST(Look, IsKeptAsAPreferenceAndUndoLeavesIt) {
    const scene::World world = test::small_world();
    Document document(world);
    apply(document, world, Hide{test::k_skin});
    apply(document, world, SetLook{scene::Look::studio});
    EXPECT_EQ(document.view.options.look, scene::Look::studio);
    EXPECT_EQ(document.preferences.look, scene::Look::studio);
    apply(document, world, Undo{});
    EXPECT_TRUE(document.view.options.hidden.empty());
    EXPECT_EQ(document.view.options.look, scene::Look::studio);
    Preferences other = document.preferences;
    other.look = scene::Look::plain;
    apply(document, world, SetPreferences{other});
    EXPECT_EQ(document.view.options.look, scene::Look::plain);
}

} // namespace
