#pragma once
// Layout: where each part of the window lies. A pure function of the window's size, the text size and what is open.

#include "document/document.h"

#include <glm/vec2.hpp>

namespace ui {

struct Rect {
    glm::vec2 min{0.0f}, size{0.0f};
    glm::vec2 max() const { return min + size; }
    bool empty() const { return size.x < 1.0f || size.y < 1.0f; }
    bool contains(glm::vec2 p) const { return p.x >= min.x && p.y >= min.y && p.x < max().x && p.y < max().y; }
    bool operator==(const Rect&) const = default;
};

struct Layout {
    float unit = 1.0f; ///< window units for one unit of a 96 dpi screen with text at 100 %
    Rect menu, message, left, right, timeline, picture; ///< empty when closed
    bool tabbed = false;                                ///< too narrow for two side panels: `left` holds both as tabs
    bool tight = false;                                 ///< too narrow for one row of playing controls
    bool axes = false;                                  ///< the picture has room for the axes widget
    float corner = 0.0f; ///< height that the buttons in the picture's top right corner take
};

inline constexpr float k_axes_radius = 34.0f, k_axes_ball = 10.0f, k_home_button = 34.0f,
                       k_corner_margin = 10.0f; ///< units

/// `menu_height` is what the toolkit makes of it. Parts never overlap and never leave the window.
Layout lay_out(const document::Document& document, glm::vec2 window, float unit, float menu_height);

} // namespace ui
