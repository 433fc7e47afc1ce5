#include "ui/layout.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ui {

namespace {

// Sizes in units of a 96 dpi screen.
constexpr float k_side_least = 250.0f, k_side_most = 400.0f, k_side_part = 0.23f;
constexpr float k_picture_least = 420.0f;        // narrower than this the two side panels share one place
constexpr float k_tabbed_part = 0.46f;           // of the window, at most
constexpr float k_line = 19.0f, k_letter = 7.6f; // of the message's text, on the generous side
constexpr float k_message_margins = 22.0f, k_message_sides = 70.0f;
constexpr int k_message_lines = 5; // a longer one scrolls
constexpr float k_timeline_height = 94.0f, k_timeline_tight = 118.0f, k_timeline_part = 0.5f;
constexpr float k_axes_from = 300.0f; // a smaller picture keeps its room for the leg
constexpr float k_one_row = 700.0f;   // width that playing controls and readout need side by side

// Room for the message in about as many lines as it needs.
float message_height(const std::string& message, float width, float unit) {
    const float letters = std::max((width / unit - k_message_sides) / k_letter, 8.0f);
    const float lines = std::ceil(static_cast<float>(message.size()) / letters);
    return (k_message_margins + k_line * std::clamp(lines, 1.0f, static_cast<float>(k_message_lines))) * unit;
}

} // namespace

Layout lay_out(const document::Document& document, glm::vec2 window, float unit, float menu_height) {
    Layout result;
    result.unit = unit;
    window = {std::max(window.x, 1.0f), std::max(window.y, 1.0f)};
    if (document.presenting) {
        result.picture = {{0.0f, 0.0f}, window};
        return result;
    }
    result.tight = window.x < k_one_row * unit;
    float top = std::round(std::min(menu_height, window.y * 0.2f)), bottom = window.y;
    result.menu = {{0.0f, 0.0f}, {window.x, top}};

    if (document.panels.timeline) {
        const float wanted = (result.tight ? k_timeline_tight : k_timeline_height) * unit;
        const float height = std::round(std::min(wanted, (window.y - top) * k_timeline_part));
        bottom -= height;
        result.timeline = {{0.0f, bottom}, {window.x, height}};
    }

    float from = 0.0f, to = window.x;
    const float wanted = std::clamp(k_side_part * window.x, k_side_least * unit, k_side_most * unit);
    const bool both = document.panels.left && document.panels.right;
    const float taken = wanted * (both ? 2.0f : 1.0f);
    result.tabbed = both && window.x - taken < k_picture_least * unit;
    const float side = std::round(std::min(wanted, k_tabbed_part * window.x));
    if (document.panels.left) {
        result.left = {{0.0f, top}, {side, bottom - top}};
        from = side;
    }
    if (document.panels.right && !result.tabbed) {
        to = window.x - side;
        result.right = {{to, top}, {side, bottom - top}};
    }
    if (!document.message.empty()) {
        const float height =
            std::round(std::min(message_height(document.message, to - from, unit), (bottom - top) * 0.4f));
        result.message = {{from, top}, {to - from, height}};
        top += height;
    }
    result.picture = {{from, top}, {to - from, bottom - top}};
    result.axes = std::min(result.picture.size.x, result.picture.size.y) >= k_axes_from * unit;
    const float axes = result.axes ? 2.0f * (k_axes_radius + k_axes_ball) + k_corner_margin : 0.0f;
    result.corner = (axes + k_home_button + 2.0f * k_corner_margin) * unit;
    return result;
}

} // namespace ui
