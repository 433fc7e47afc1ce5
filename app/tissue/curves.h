#pragma once
// Curves: the state of one muscle while one joint turns and everything else stays, for plots and tables.

#include "tissue/tissue_state.h"

#include <vector>

namespace tissue {

/// `points` poses at equal steps from `from` to `to` of one coordinate; the others as in `base`.
struct Sweep {
    motion::Pose base;
    motion::Coordinate over = motion::Coordinate::knee_flexion;
    base::Angle from, to;
    int points = 2;
};

std::vector<MuscleState> sweep(const anatomy::Atlas& atlas, int muscle, const std::optional<Lock>& lock,
                               const Sweep& sweep);

} // namespace tissue
