#pragma once
// Curves: one muscle's state over one joint coordinate, for plots and tables.

#include "tissue/tissue_state.h"

#include <optional>
#include <vector>

namespace tissue {

struct Sweep {
    motion::Pose base; ///< the other coordinates
    motion::Coordinate over = motion::Coordinate::knee_flexion;
    base::Angle from, to;
    int points = 2;          ///< at least 2, at equal steps, both ends included
    double activation = 0.0; ///< 0..1 of the muscle
};

/// The coordinate at point `i` of a sweep.
base::Angle angle_at(const Sweep& sweep, int i);

/// The state of `muscle` at each point; the lock, if any, must be its own to matter.
std::vector<MuscleState> sweep(const anatomy::Atlas& atlas, int muscle, const std::optional<Lock>& lock,
                               const Sweep& sweep);

} // namespace tissue
