// The picture panel under a hand on the mouse: select, turn, move, zoom, look.
#include "desk.h"

#include <gtest/gtest.h>

namespace {

using namespace document;
using test::Desk;

TEST(Picture, AClickSelectsWhatIsUnderItAndADragTurns) {
    Desk desk;
    desk.frames(3);
    desk.under = {test::k_biceps, glm::vec3(-0.1f, 0.8f, 0.5f)};
    EXPECT_EQ(test::count<Select>(desk.click(desk.middle_of_picture())), 1);
    EXPECT_EQ(desk.document.view.options.selected, test::k_biceps);

    ImGuiIO& io = ImGui::GetIO();
    const glm::vec2 from = desk.middle_of_picture() + glm::vec2(0.0f, 60.0f);
    desk.frames(40); // no double click
    desk.move_to(from);
    io.MouseDown[0] = true;
    desk.frame();
    int turns = 0, selections = 0;
    for (int i = 1; i <= 10; ++i) {
        io.MousePos = {from.x + 8.0f * static_cast<float>(i), from.y};
        desk.frame();
        turns += test::count<Orbit>(desk.output.actions);
        selections += test::count<Select>(desk.output.actions);
    }
    io.MouseDown[0] = false;
    desk.frame();
    selections += test::count<Select>(desk.output.actions);
    EXPECT_GT(turns, 5);
    EXPECT_EQ(selections, 0);
}

TEST(Picture, TheRightAndMiddleButtonsAndShiftPan) {
    for (const int button : {0, 1, 2}) {
        Desk desk;
        desk.frames(3);
        ImGuiIO& io = ImGui::GetIO();
        desk.move_to(desk.middle_of_picture());
        io.KeyShift = button == 0;
        io.KeyMods = io.KeyShift ? ImGuiKeyModFlags_Shift : ImGuiKeyModFlags_None;
        io.MouseDown[button] = true;
        desk.frame();
        io.MousePos.x += 60.0f;
        desk.frame();
        EXPECT_EQ(test::count<Pan>(desk.output.actions), 1) << button;
    }
}

TEST(Picture, TheWheelZoomsAndCanBeInverted) {
    Desk desk;
    desk.frames(3);
    desk.move_to(desk.middle_of_picture());
    for (const bool inverted : {false, true}) {
        desk.document.preferences.invert_zoom = inverted;
        ImGui::GetIO().MouseWheel = 1.0f;
        desk.frame();
        ASSERT_NE(test::first<Zoom>(desk.output.actions), nullptr);
        EXPECT_DOUBLE_EQ(test::first<Zoom>(desk.output.actions)->steps, inverted ? -1.0 : 1.0);
    }
}

TEST(Picture, ADoubleClickLooksAtTheSpotAndARightClickOpensTheMenu) {
    Desk desk;
    desk.frames(3);
    desk.under = {test::k_femur, glm::vec3(-0.1f, 0.8f, 0.5f)};
    ImGuiIO& io = ImGui::GetIO();
    desk.move_to(desk.middle_of_picture());
    Actions asked;
    for (const bool down : {true, false, true, false}) {
        io.MouseDown[0] = down;
        desk.frame();
        asked.insert(asked.end(), desk.output.actions.begin(), desk.output.actions.end());
    }
    ASSERT_NE(test::first<Focus>(asked), nullptr);
    EXPECT_EQ(test::first<Focus>(asked)->point, desk.under.point);
    for (const bool down : {true, false}) {
        io.MouseDown[1] = down;
        desk.frame();
    }
    desk.frames(2);
    EXPECT_FALSE(ImGui::GetCurrentContext()->OpenPopupStack.empty());
    test::expect_everything_inside(desk);
}

TEST(Picture, AStillPointerOverAPlayingLessonDoesNotLook) {
    Desk desk;
    desk.frames(3);
    int looks = 0;
    desk.on_look = [&] { ++looks; };
    desk.move_to(desk.middle_of_picture());
    apply(desk.document, desk.world, TogglePlay{});
    desk.frame();
    looks = 0;
    desk.frames(5);
    EXPECT_EQ(looks, 0);
    ImGui::GetIO().MousePos.x += 5.0f;
    desk.frame();
    EXPECT_EQ(looks, 1);
}

} // namespace
