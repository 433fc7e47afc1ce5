#pragma once
// Keyboard: GLFW's keys and characters to the interface's key presses.

#include "ui/keys.h"

#include <optional>

namespace viewer {

/// A GLFW key event (press or repeat) as a key press; letters by the user's layout. nullopt for keys without a name.
std::optional<ui::KeyPress> key_press(int glfw_key, int scancode, int glfw_action, int glfw_mods);

/// A typed character that is a command of its own: "?".
std::optional<ui::KeyPress> key_press(unsigned int character);

} // namespace viewer
