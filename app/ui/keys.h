#pragma once
// Keys: what the keyboard sent, independent of the window library.

#include <cstdint>
#include <string>

namespace ui {

/// Letters and digits mean what the user's keyboard layout types, not a place on the keyboard. `question` comes from
/// the character "?" with no modifiers, because layouts put it on different keys.
enum class Key : std::uint8_t {
    none,
    a,
    b,
    c,
    d,
    e,
    f,
    g,
    h,
    i,
    j,
    k,
    l,
    m,
    n,
    o,
    p,
    q,
    r,
    s,
    t,
    u,
    v,
    w,
    x,
    y,
    z,
    n0,
    n1,
    n2,
    n3,
    n4,
    n5,
    n6,
    n7,
    n8,
    n9, ///< digits, main row or number pad
    space,
    enter,
    escape,
    backspace,
    del,
    home,
    end,
    page_up,
    page_down,
    left,
    right,
    up,
    down,
    period,
    comma,
    minus,
    plus,
    slash,
    question,
    f1,
    f2,
    f3,
    f4,
    f5,
    f6,
    f7,
    f8,
    f9,
    f10,
    f11,
    f12
};

/// Modifiers held; matched exactly. `control` is Ctrl, or Cmd on macOS.
struct Mods {
    bool control = false, shift = false, alt = false;
    bool operator==(const Mods&) const = default;
};

struct KeyPress {
    Key key = Key::none;
    Mods mods;
    bool repeat = false; ///< the system's key repeat, not a fresh press
    bool operator==(const KeyPress&) const = default;
};

/// As it stands on keycaps: "Ctrl+Shift+Z", "Page Down".
std::string key_text(Key key, Mods mods);

} // namespace ui
