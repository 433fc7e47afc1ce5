#pragma once
// hand_nail: a nail laid on the flesh of a digit's last segment.

#include "sculpt/hand.h"

namespace sculpt {

/// Solids in place: the plate, its free edge, and the bed to be sunk round it so that a groove is left.
struct Nail {
    Solid plate, edge, bed;
};

/// `flesh` is the digit without its nail, in place; `frame` that of the last segment.
Nail make_nail(const Program& flesh, const Digit& digit, const Placing& frame);

} // namespace sculpt
