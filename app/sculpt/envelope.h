#pragma once
// envelope: the one tube that stands for several lying side by side, so that a muscle made of parts has one length and
// one way round.

#include "sculpt/primitive.h"

#include <vector>

namespace sculpt {

/// At each share of the length the section with the centre and the spread (second moments) of the parts' sections
/// together. Every part must have sections (Primitive::section); at least one.
Solid make_envelope(const std::vector<Solid>& parts);

} // namespace sculpt
