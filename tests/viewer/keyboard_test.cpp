#include "viewer/keyboard.h"

#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

using viewer::key_press;

TEST(Keyboard, ReleasesAreNoPresses) { EXPECT_FALSE(key_press(GLFW_KEY_SPACE, 0, GLFW_RELEASE, 0)); }

TEST(Keyboard, ModifiersAreKeptExactly) {
    const auto press = key_press(GLFW_KEY_LEFT, 0, GLFW_PRESS, GLFW_MOD_CONTROL | GLFW_MOD_SHIFT);
    ASSERT_TRUE(press);
    EXPECT_EQ(press->key, ui::Key::left);
    EXPECT_EQ(press->mods, (ui::Mods{true, true, false}));
    EXPECT_FALSE(press->repeat);
}

TEST(Keyboard, RepeatsSayThatTheyAre) { EXPECT_TRUE(key_press(GLFW_KEY_DOWN, 0, GLFW_REPEAT, 0)->repeat); }

TEST(Keyboard, FunctionKeysAndNumberPadAreNamed) {
    EXPECT_EQ(key_press(GLFW_KEY_F12, 0, GLFW_PRESS, 0)->key, ui::Key::f12);
    EXPECT_EQ(key_press(GLFW_KEY_KP_7, 0, GLFW_PRESS, 0)->key, ui::Key::n7);
}

TEST(Keyboard, OnlyTheQuestionMarkIsACommandByCharacter) {
    EXPECT_EQ(key_press(U'?')->key, ui::Key::question);
    EXPECT_FALSE(key_press(U'a'));
}
