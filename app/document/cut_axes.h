#pragma once
// The three ways to cut, one table for the panels and the command line.

#include <array>
#include <string_view>

namespace document {

struct CutAxis {
    std::string_view id; ///< on the command line
    const char* name;    ///< on screen
    const char* tip;
    int axis;        ///< of the room, that the plane is square to
    float low, high; ///< how far along it the cut can lie, metres in the room: all there is to see is within
};

/// The client lies along z, feet first; y is the height above the floor; x = 0 is the client's middle, right below 0.
inline constexpr std::array<CutAxis, 3> k_cut_axes = {
    {{"sagittal", "Sagittal", "Cut along the body, left from right", 0, -0.6f, 0.6f},
     {"frontal", "Frontal", "Cut level with the couch, back from front", 1, 0.3f, 1.5f},
     {"transverse", "Transverse", "Cut across the body, head from feet", 2, -0.6f, 2.2f}}};

} // namespace document
