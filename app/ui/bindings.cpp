#include "ui/bindings.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr Mods k_none{};
constexpr Mods k_ctrl{.control = true};
constexpr Mods k_shift{.shift = true};
constexpr Mods k_alt{.alt = true};
constexpr Mods k_ctrl_shift{.control = true, .shift = true};

constexpr std::array k_bindings = {
    Binding{Command::play_pause, Key::space, k_none},
    Binding{Command::previous_frame, Key::left, k_none, When::working, true},
    Binding{Command::next_frame, Key::right, k_none, When::working, true},
    Binding{Command::previous_step, Key::left, k_ctrl},
    Binding{Command::previous_step, Key::page_up, k_none},
    Binding{Command::previous_step, Key::left, k_none, When::presenting},
    Binding{Command::next_step, Key::right, k_ctrl},
    Binding{Command::next_step, Key::page_down, k_none},
    Binding{Command::next_step, Key::right, k_none, When::presenting},
    Binding{Command::first_step, Key::home, k_ctrl},
    Binding{Command::last_step, Key::end, k_ctrl},
    Binding{Command::slower, Key::down, k_none},
    Binding{Command::faster, Key::up, k_none},
    Binding{Command::loop_step, Key::l, k_none},
    Binding{Command::orbit_left, Key::left, k_shift, When::always, true},
    Binding{Command::orbit_right, Key::right, k_shift, When::always, true},
    Binding{Command::orbit_up, Key::up, k_shift, When::always, true},
    Binding{Command::orbit_down, Key::down, k_shift, When::always, true},
    Binding{Command::zoom_in, Key::plus, k_none, When::always, true},
    Binding{Command::zoom_in, Key::plus, k_shift, When::always, true, false}, // where + is a shifted key
    Binding{Command::zoom_out, Key::minus, k_none, When::always, true},
    Binding{Command::frame_selection, Key::f, k_none},
    Binding{Command::home_view, Key::home, k_none},
    Binding{Command::view_front, Key::n1, k_none},
    Binding{Command::view_back, Key::n1, k_ctrl},
    Binding{Command::view_right, Key::n3, k_none},
    Binding{Command::view_left, Key::n3, k_ctrl},
    Binding{Command::view_top, Key::n7, k_none},
    Binding{Command::view_bottom, Key::n7, k_ctrl},
    Binding{Command::orthographic, Key::n5, k_none},
    Binding{Command::hide, Key::h, k_none},
    Binding{Command::show_all, Key::h, k_alt},
    Binding{Command::isolate, Key::i, k_none},
    Binding{Command::fade, Key::x, k_none},
    Binding{Command::clip, Key::c, k_none},
    Binding{Command::labels, Key::n, k_none},
    Binding{Command::strain, Key::s, k_none},
    Binding{Command::strain_of_all, Key::s, k_shift},
    Binding{Command::ghost, Key::g, k_none},
    Binding{Command::small_plot, Key::p, k_shift},
    Binding{Command::inset, Key::u, k_shift},
    Binding{Command::next_look, Key::v, k_none},
    Binding{Command::depth_of_field, Key::d, k_none},
    Binding{Command::search, Key::f, k_ctrl},
    Binding{Command::undo, Key::z, k_ctrl, When::always, true},
    Binding{Command::redo, Key::z, k_ctrl_shift, When::always, true},
    Binding{Command::redo, Key::y, k_ctrl, When::always, true},
    Binding{Command::next_voice, Key::t, k_none},
    Binding{Command::present, Key::f5, k_none},
    Binding{Command::blank, Key::period, k_none, When::presenting},
    Binding{Command::blank, Key::b, k_none, When::presenting},
    Binding{Command::help, Key::f1, k_none},
    Binding{Command::help, Key::question, k_none},
    Binding{Command::fullscreen, Key::f11, k_none},
    Binding{Command::panels_keyboard, Key::f6, k_none, When::working},
    Binding{Command::graphs, Key::p, k_none, When::working},
    Binding{Command::under_skin, Key::u, k_none, When::working},
    Binding{Command::font_larger, Key::plus, k_ctrl},
    Binding{Command::font_larger, Key::plus, k_ctrl_shift, When::always, false, false},
    Binding{Command::font_smaller, Key::minus, k_ctrl},
    Binding{Command::font_normal, Key::n0, k_ctrl},
    Binding{Command::open_file, Key::o, k_ctrl},
    Binding{Command::screenshot, Key::f12, k_none},
    Binding{Command::escape, Key::escape, k_none},
    Binding{Command::quit, Key::q, k_ctrl},
};

constexpr std::array k_gestures = {
    Gesture{"Drag with the left button", "Turn the picture"},
    Gesture{"Drag with the right or middle button, or Shift+left", "Move the picture"},
    Gesture{"Wheel", "Closer or farther"},
    Gesture{"Click", "Select a structure; on nothing: deselect"},
    Gesture{"Double click", "Look at this spot and turn about it"},
    Gesture{"Right click", "Menu of the structure"},
};
constexpr std::array k_blender_gestures = {
    Gesture{"Drag with the left or middle button", "Turn the picture"},
    Gesture{"Drag with Shift+middle or the right button", "Move the picture"},
    Gesture{"Wheel, or drag with Ctrl+middle", "Closer or farther"},
    Gesture{"Click", "Select a structure; on nothing: deselect"},
    Gesture{"Double click", "Look at this spot and turn about it"},
    Gesture{"Right click", "Menu of the structure"},
};

bool holds(When when, bool presenting) { return when == When::always || (when == When::presenting) == presenting; }

bool reaches_past_panels(const Binding& binding) {
    return binding.mods.control || binding.mods.alt || binding.key == Key::escape || binding.key >= Key::f1;
}

} // namespace

std::span<const Binding> bindings() { return k_bindings; }

std::span<const Gesture> gestures(bool blender_mouse) { return blender_mouse ? k_blender_gestures : k_gestures; }

std::string keys_of(Command command, bool first_only) {
    std::string text;
    for (const Binding& binding : k_bindings) {
        if (binding.command != command || !binding.listed) continue;
        if (!text.empty()) text += " or ";
        text += key_text(binding.key, binding.mods);
        if (binding.when == When::presenting) text += " (presenting)";
        if (first_only) break;
    }
    return text;
}

std::string text_with_key(std::string_view text, Command command) {
    const std::string keys = keys_of(command, true);
    return std::string(text) + (keys.empty() ? "" : " (" + keys + ")");
}

document::Actions handle_keys(std::span<const KeyPress> keys, const document::Document& document,
                              const scene::World& world, bool typing) {
    document::Actions actions;
    // The search field is typed into from its key on, also while it is only on its way to having the keyboard.
    if (typing || document.focus_search) return actions;
    for (const KeyPress& press : keys) {
        const auto binding = std::find_if(k_bindings.begin(), k_bindings.end(), [&](const Binding& b) {
            return b.key == press.key && b.mods == press.mods && holds(b.when, document.presenting);
        });
        if (binding == k_bindings.end() || (press.repeat && !binding->repeats)) continue;
        if (document.panels.keyboard && !reaches_past_panels(*binding)) continue;
        for (document::Action& action : actions_of(binding->command, document, world))
            actions.push_back(std::move(action));
        if (binding->command == Command::search) break;
    }
    return actions;
}

} // namespace ui
