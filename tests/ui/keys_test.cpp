// Keys in the whole interface, and the search field that takes them.
#include "desk.h"

#include <gtest/gtest.h>

namespace {

using namespace document;
using test::Desk;

TEST(Keys, DoNothingWhileTheSearchFieldHasTheKeyboard) {
    Desk desk;
    desk.frames(3);
    EXPECT_EQ(test::count<TogglePlay>(desk.press(ui::Key::space)), 1);
    desk.press(ui::Key::f, {.control = true});
    desk.frames(4);
    ASSERT_TRUE(ImGui::GetIO().WantTextInput);
    EXPECT_EQ(test::count<TogglePlay>(desk.press(ui::Key::space)), 0);
    EXPECT_EQ(test::count<Hide>(desk.press(ui::Key::h)), 0);
}

TEST(Keys, TheSearchFieldIsReachedInANarrowWindowToo) {
    Desk desk;
    desk.window = {1024, 640};
    desk.document.preferences.font_scale = 2.0f;
    desk.frames(3);
    desk.press(ui::Key::f, {.control = true});
    desk.frames(6);
    EXPECT_TRUE(ImGui::GetIO().WantTextInput);
    EXPECT_FALSE(desk.document.focus_search);
}

TEST(Search, FindsALandmarkAndSelectsItsBone) {
    Desk desk;
    desk.frames(3);
    desk.press(ui::Key::f, {.control = true});
    apply(desk.document, desk.world, SetSearch{"trochanter"});
    desk.frames(6);
    for (float y = 60.0f; y < 780.0f && !desk.document.view.options.landmark; y += 12.0f) desk.click({1130.0f, y});
    EXPECT_EQ(desk.document.view.options.landmark, 0);
    EXPECT_EQ(desk.document.view.options.selected, test::k_femur);
}

} // namespace
