#pragma once
// hand_digit: the flesh, creases and nail of one digit.

#include "sculpt/hand.h"

#include <span>

namespace sculpt {

/// A digit in place, with what its nail is painted with.
struct DigitSolids {
    Branch branch;
    Solid nail, nail_edge;
};

/// `frames` are those of the digit's three segments. The first segment of a thumb is its metacarpal: its flesh belongs
/// to the palm's parts and only joins the two.
DigitSolids make_digit(const Digit& digit, std::span<const Placing, 3> frames, bool thumb);

} // namespace sculpt
