#pragma once
// pack: structures share the space as they do in a thigh: each keeps the points nearer to it, with a gap: fascia
// between muscles, cartilage between bones.

#include "sculpt/field.h"
#include "sculpt/shape_file.h"

namespace sculpt {

/// Millimetres left between equal neighbours, from a firm one to a soft one, and between two bones. Where bones come
/// nearer than that they are cut to a common surface, as the faces of a joint are.
inline constexpr float k_fascial_gap = 0.4f, k_firm_gap = 0.3f, k_joint_gap = 0.8f;

/// Field of shapes[index] after it has shared the space with every shape whose box meets its own, mirror images too.
/// The soft give way to the firm and the firm to bones; equals meet in the middle. `shapes` must outlive the field.
/// Hands, people and the room share with nobody.
Field packed(const std::vector<Shape>& shapes, std::size_t index);

} // namespace sculpt
