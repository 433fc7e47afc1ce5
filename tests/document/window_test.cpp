// The window's own state: voices, presenting, requests to the program.
#include "document/verbs.h"
#include "small_world.h"

#include <gtest/gtest.h>

namespace {

using namespace document;

TEST(WindowVerbs, VoicesGoRoundThoseTheLessonSpeaks) {
    scene::World world = test::small_world();
    Document document(world);
    for (const auto expected : {lesson::Audience::instructor, lesson::Audience::client, lesson::Audience::student}) {
        apply(document, world, NextAudience{});
        EXPECT_EQ(document.preferences.audience, expected);
    }
    world.lesson.audiences = {lesson::Audience::student, lesson::Audience::client};
    apply(document, world, NextAudience{});
    EXPECT_EQ(document.preferences.audience, lesson::Audience::client);
}

TEST(WindowVerbs, PresentingIsFullScreenAndLeavingItRestoresWhatWas) {
    const scene::World world = test::small_world();
    for (const bool full_before : {false, true}) {
        Document document(world);
        document.fullscreen = full_before;
        document.panels.right = false;
        const Panels panels = document.panels;
        apply(document, world, {Present{true}, ToggleBlank{}});
        EXPECT_TRUE(document.presenting && document.fullscreen && document.blank);
        apply(document, world, {Present{true}, Present{false}});
        EXPECT_FALSE(document.presenting);
        EXPECT_FALSE(document.blank);
        EXPECT_EQ(document.fullscreen, full_before);
        EXPECT_EQ(document.panels, panels);
    }
}

TEST(WindowVerbs, TheScreenIsBlackWhilePresentingOnly) {
    const scene::World world = test::small_world();
    Document document(world);
    apply(document, world, ToggleBlank{});
    EXPECT_FALSE(document.blank);
}

TEST(WindowVerbs, TextSizeStaysWithinItsLimits) {
    const scene::World world = test::small_world();
    Document document(world);
    Preferences preferences;
    preferences.font_scale = 9.0f;
    apply(document, world, SetPreferences{preferences});
    EXPECT_EQ(document.preferences.font_scale, 2.5f);
    preferences.font_scale = 0.1f;
    apply(document, world, SetPreferences{preferences});
    EXPECT_EQ(document.preferences.font_scale, 0.75f);
}

TEST(WindowVerbs, RequestsWaitForTheProgram) {
    const scene::World world = test::small_world();
    Document document(world);
    apply(document, world, {TakeScreenshot{}, OpenFile{"a.toml"}, Quit{}, Tell{"No such file."}});
    EXPECT_TRUE(document.requests.screenshot && document.requests.quit);
    EXPECT_EQ(document.requests.open_file, "a.toml");
    EXPECT_EQ(document.message, "No such file.");
}

TEST(WindowVerbs, SearchOpensItsPanelAndAsksForTheKeyboardOnce) {
    const scene::World world = test::small_world();
    Document document(world);
    document.panels.right = false;
    apply(document, world, FocusSearch{});
    EXPECT_TRUE(document.panels.right && document.focus_search);
    apply(document, world, {SearchFocused{}, SetSearch{"biceps"}});
    EXPECT_FALSE(document.focus_search);
    EXPECT_EQ(document.search, "biceps");
}

TEST(WindowVerbs, ResetLayoutOpensThePanelsAtNormalSize) {
    const scene::World world = test::small_world();
    Document document(world);
    document.panels = {.left = false, .right = false, .timeline = false, .help = true};
    document.preferences.font_scale = 2.0f;
    apply(document, world, ResetLayout{});
    EXPECT_EQ(document.panels, Panels{});
    EXPECT_EQ(document.preferences.font_scale, 1.0f);
}

} // namespace
