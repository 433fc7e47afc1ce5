#pragma once
// Label layout: places names beside what they name, in two columns whose boxes never overlap. Pure.

#include "ui/layout.h"

#include <glm/vec2.hpp>
#include <span>
#include <vector>

namespace ui {

struct LabelBox {
    glm::vec2 anchor{0.0f}; ///< what is named
    glm::vec2 size{0.0f};   ///< of the text's box; at most k_widest_label of the area's width
    int priority = 0;       ///< lower ones are left out first when there is no room
    float lower = 0.0f;     ///< how far below the anchor the box would be
};

struct PlacedLabel {
    int index = 0; ///< into the boxes given
    Rect box;
    glm::vec2 leader{0.0f}; ///< where the line to the anchor leaves the box
};

inline constexpr float k_widest_label = 0.45f;

/// Labels left of the middle go to a column on the left of their anchors, the others to one on the right, ordered as
/// their anchors are, pushed apart and kept inside `left` and `right`, which share the picture between them.
std::vector<PlacedLabel> place_labels(std::span<const LabelBox> boxes, const Rect& left, const Rect& right, float gap,
                                      float distance);

} // namespace ui
