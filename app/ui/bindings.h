#pragma once
// Bindings: the one table of keys. It feeds the handler, the tooltips, the menus and the help sheet.

#include "ui/commands.h"
#include "ui/keys.h"

#include <span>
#include <string>
#include <string_view>

namespace ui {

/// When a binding holds.
enum class When { always, working, presenting };

struct Binding {
    Command command;
    Key key;
    Mods mods;
    When when = When::always;
    bool repeats = false; ///< fires again while the key is held
    bool listed = true;   ///< false for the same keycap on another keyboard layout
};

std::span<const Binding> bindings();

/// What the mouse does, for the help sheet.
struct Gesture {
    std::string_view mouse, text;
};
std::span<const Gesture> gestures(bool blender_mouse);

/// Keys of a command, "Ctrl+Right or Page Down"; empty when it has none. `first_only`: for menus and tooltips.
std::string keys_of(Command command, bool first_only = false);

/// "Play or pause (Space)"
std::string text_with_key(std::string_view text, Command command);

/// Actions of the keys pressed in this frame. Modifiers must match exactly. Nothing while the user is typing; in the
/// panels' keyboard mode only keys with Ctrl or Alt and the function keys and Esc count.
document::Actions handle_keys(std::span<const KeyPress> keys, const document::Document& document,
                              const scene::World& world, bool typing);

} // namespace ui
