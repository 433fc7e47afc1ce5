#include "ui/keys.h"

#include <array>
#include <string_view>

namespace ui {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Key::f12) + 1> k_names = {
    "",   "A",     "B",     "C",   "D",         "E",      "F",    "G",   "H",       "I",         "J",    "K",
    "L",  "M",     "N",     "O",   "P",         "Q",      "R",    "S",   "T",       "U",         "V",    "W",
    "X",  "Y",     "Z",     "0",   "1",         "2",      "3",    "4",   "5",       "6",         "7",    "8",
    "9",  "Space", "Enter", "Esc", "Backspace", "Delete", "Home", "End", "Page Up", "Page Down", "Left", "Right",
    "Up", "Down",  ".",     ",",   "-",         "+",      "/",    "?",   "F1",      "F2",        "F3",   "F4",
    "F5", "F6",    "F7",    "F8",  "F9",        "F10",    "F11",  "F12"};
static_assert(k_names.back() == "F12", "one name for every key");

} // namespace

std::string key_text(Key key, Mods mods) {
    std::string text;
    if (mods.control) text += "Ctrl+";
    if (mods.shift) text += "Shift+";
    if (mods.alt) text += "Alt+";
    return text + std::string(k_names[static_cast<std::size_t>(key)]);
}

} // namespace ui
