#pragma once
// Strand: the material of one muscle laid out from origin to insertion, and the tension of a piece of it.

#include "anatomy/atlas.h"
#include "tissue/tissue_state.h"

#include <array>

namespace tissue {

/// How much of the muscle is fibre, measured in slack length from the origin (0) to the insertion (slack_length()).
/// Pure tendon at both ends; in the belly fibres and the inner tendons they spring from lie side by side along the
/// whole length, so every bit of belly holds a share of both.
class Strand {
public:
    explicit Strand(const anatomy::MusclePath& muscle);

    double slack_length() const { return fibre_ + tendon_; }
    /// Slack length of fibre between the origin and material point m.
    double fibre_before(double m) const;
    /// 0 in pure tendon, 1 in the belly, rising evenly where one turns into the other.
    double belly(double m) const;

private:
    double fibre_ = 0.0, tendon_ = 0.0; ///< slack lengths, metres, along the tendon
    double begin_ = 0.0, end_ = 0.0;    ///< of the belly
    double ramp_ = 0.0;                 ///< length over which tendon turns into belly
};

/// A piece of a strand between two held points.
struct Piece {
    double fibre = 0.0, tendon = 0.0; ///< slack lengths, metres
    double slack() const { return fibre + tendon; }
};

/// What a piece does when its ends are so far apart.
struct Balance {
    double tension = 0.0;      ///< newtons; 0 when slack
    double fibre_scale = 1.0;  ///< fibre length along the strand now / slack
    double tendon_scale = 1.0; ///< tendon length now / slack
};

/// Series equilibrium of fibre and tendon: one tension, lengths that add up to `length`.
Balance balance(const anatomy::MusclePath& muscle, const Piece& piece, double length);

/// MuscleState::fraction of a muscle without a lock whose path has this length.
std::array<float, k_strand_nodes> unlocked_fractions(const anatomy::MusclePath& muscle, double length);

} // namespace tissue
