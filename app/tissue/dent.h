#pragma once
// Dent: skin, fat and muscle under a hand, pressed together toward the bone and drawn along with the hand.

#include "base/rigid.h"
#include "mesh/height_field.h"
#include "tissue/flesh.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tissue {

/// What lies under a hand, over the grid of its print, in the chart of its frame. Metres.
struct Bed {
    mesh::HeightField skin;   ///< the skin before it is pressed; where none lies it falls away steeply
    std::vector<float> depth; ///< of what gives way under the skin: down to the bone, or k_deep; changes slowly
};
/// Tissue gives way at most to this depth below the skin, metres: to about the middle of a thigh.
inline constexpr float k_deep = 0.07f;
/// Of the tissue over bone at most this share is pressed together: layers keep their order (dent.cpp).
inline constexpr float k_most_pressed = 0.6f;

/// How the hand draws the skin along. Illustrative.
struct Drag {
    glm::vec2 toward{0.0f}; ///< unit, in the chart: the way to the muscle's origin
    float carried = 0.0f;   ///< m that the skin under the hand went along with it
    float drawn = 0.0f;     ///< m that the skin beyond the hand is drawn the other way, at most
    glm::vec2 middle{0.0f}; ///< of the patch of skin that is held, before it was carried
    glm::vec2 half{0.01f};  ///< its half axes
    bool operator==(const Drag&) const = default;
};

struct Dent {
    base::Rigid frame; ///< the hand's, to the standing model
    Bed bed;
    std::vector<float> pressed; ///< m by which the skin rises at each crossing in the chart; negative where it sinks
    std::vector<glm::vec3> dragged; ///< the same with what drags it along; empty: the hand drags nothing
};

/// How deep a hand sinks into the back of a thigh, metres; grows with the pressure under its patch. Illustrative.
double press_depth(double newtons, double patch_area);

/// The hand over the grid of a bed.
struct Hand {
    std::span<const float> surface; ///< height; k_nothing where there is none
    std::span<const float> patch;   ///< above 0 where the skin clings to it; empty: nowhere
    float fills = 0.0f;             ///< m that squeezed tissue comes up to meet the patch where it would not reach
    float share = 1.0f;             ///< of all that the hand does to the skin: 0 before it presses
};

/// The skin takes the shape of the hand wherever the hand would enter it and the bone allows it, and sinks ever less
/// round about, where it also bulges a little. Off the patch it spans the hand's hollows like a membrane.
Dent make_dent(const base::Rigid& frame, Bed bed, const Hand& hand, const Drag& drag);

/// Presses what is under the hand. Displacements fade out toward the bone and toward the rim of the grid.
/// `draws`: also draw it along (not what the mechanics of the lock move already). Whether anything moved.
bool press(const Dent& dent, bool draws, Deformed& inout);

/// What stands out a little from the pressed skin goes under it. After press().
void keep_under(const Dent& dent, Deformed& inout);

} // namespace tissue
