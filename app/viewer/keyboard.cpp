#include "viewer/keyboard.h"

#include <GLFW/glfw3.h>

namespace viewer {

namespace {

ui::Key offset(ui::Key first, int by) { return static_cast<ui::Key>(static_cast<int>(first) + by); }

ui::Key special_key(int key) {
    switch (key) {
    case GLFW_KEY_SPACE: return ui::Key::space;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER: return ui::Key::enter;
    case GLFW_KEY_ESCAPE: return ui::Key::escape;
    case GLFW_KEY_BACKSPACE: return ui::Key::backspace;
    case GLFW_KEY_DELETE: return ui::Key::del;
    case GLFW_KEY_HOME: return ui::Key::home;
    case GLFW_KEY_END: return ui::Key::end;
    case GLFW_KEY_PAGE_UP: return ui::Key::page_up;
    case GLFW_KEY_PAGE_DOWN: return ui::Key::page_down;
    case GLFW_KEY_LEFT: return ui::Key::left;
    case GLFW_KEY_RIGHT: return ui::Key::right;
    case GLFW_KEY_UP: return ui::Key::up;
    case GLFW_KEY_DOWN: return ui::Key::down;
    case GLFW_KEY_KP_ADD: return ui::Key::plus;
    case GLFW_KEY_KP_SUBTRACT: return ui::Key::minus;
    case GLFW_KEY_KP_DECIMAL: return ui::Key::period;
    default: break;
    }
    if (key >= GLFW_KEY_F1 && key <= GLFW_KEY_F12) return offset(ui::Key::f1, key - GLFW_KEY_F1);
    if (key >= GLFW_KEY_KP_0 && key <= GLFW_KEY_KP_9) return offset(ui::Key::n0, key - GLFW_KEY_KP_0);
    return ui::Key::none;
}

ui::Key printable_key(char c) {
    if (c >= 'a' && c <= 'z') return offset(ui::Key::a, c - 'a');
    if (c >= '0' && c <= '9') return offset(ui::Key::n0, c - '0');
    switch (c) {
    case '.': return ui::Key::period;
    case ',': return ui::Key::comma;
    case '-': return ui::Key::minus;
    case '+':
    case '=': return ui::Key::plus;
    case '/': return ui::Key::slash;
    default: return ui::Key::none;
    }
}

} // namespace

std::optional<ui::KeyPress> key_press(int glfw_key, int scancode, int glfw_action, int glfw_mods) {
    if (glfw_action == GLFW_RELEASE) return std::nullopt;
    ui::Key key = special_key(glfw_key);
    if (key == ui::Key::none) {
        const char* name = glfwGetKeyName(glfw_key, scancode);
        if (name && name[0] != '\0' && name[1] == '\0') key = printable_key(name[0]);
    }
    // A layout that types digits with Shift, or no Latin letters at all, still has the key where it stands on a US
    // board.
    if (key == ui::Key::none && glfw_key >= GLFW_KEY_0 && glfw_key <= GLFW_KEY_9)
        key = offset(ui::Key::n0, glfw_key - GLFW_KEY_0);
    if (key == ui::Key::none && glfw_key >= GLFW_KEY_A && glfw_key <= GLFW_KEY_Z)
        key = offset(ui::Key::a, glfw_key - GLFW_KEY_A);
    if (key == ui::Key::none) return std::nullopt;
    ui::Mods mods;
    mods.control = (glfw_mods & (GLFW_MOD_CONTROL | GLFW_MOD_SUPER)) != 0;
    mods.shift = (glfw_mods & GLFW_MOD_SHIFT) != 0;
    mods.alt = (glfw_mods & GLFW_MOD_ALT) != 0;
    return ui::KeyPress{key, mods, glfw_action == GLFW_REPEAT};
}

std::optional<ui::KeyPress> key_press(unsigned int character) {
    if (character != U'?') return std::nullopt;
    return ui::KeyPress{ui::Key::question, {}, false};
}

} // namespace viewer
