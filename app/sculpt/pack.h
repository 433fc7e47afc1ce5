#pragma once
// pack: muscles share the space as they do in a thigh: each keeps the points nearer to it, with a fascial gap.

#include "sculpt/shape_file.h"
#include "sculpt/surface.h"

namespace sculpt {

/// Millimetres left between two neighbours, and between a muscle and a bone or another firm structure.
inline constexpr float k_fascial_gap = 0.4f, k_firm_gap = 0.3f;

/// Field of shapes[index] after it has shared the space with every shape whose box meets its own. Firm shapes stand,
/// soft ones meet in the middle. `shapes` must
/// outlive the field. Hands, people and the room share with nobody.
Field packed(const std::vector<Shape>& shapes, std::size_t index);

} // namespace sculpt
