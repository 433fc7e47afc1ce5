#pragma once
// Strand: the material of one muscle laid out from origin to insertion, and the equilibrium of a piece of it.

#include "anatomy/atlas.h"
#include "tissue/laws.h"
#include "tissue/tissue_state.h"

#include <array>

namespace tissue {

/// A piece of a strand between two held points.
struct Piece {
    double fibre = 0.0, tendon = 0.0; ///< slack lengths, metres, along the tendon
    double slack() const { return fibre + tendon; }
};

/// What a piece does when its ends are so far apart.
struct Balance {
    double tension = 0.0;      ///< normalised by the maximal isometric force; 0 when slack, never less
    double stretch = 1.0;      ///< of the fibres, over optimal length
    double fibre_scale = 1.0;  ///< fibre length along the strand now / slack
    double tendon_scale = 1.0; ///< tendon length now / slack
};

/// How much of the muscle is fibre, measured in slack length from the origin (0) to the insertion (slack_length()).
/// Pure tendon at both ends; in the belly fibres and the inner tendons they spring from lie side by side along the
/// whole length, so every bit of belly holds a share of both.
class Strand {
public:
    explicit Strand(const anatomy::MusclePath& muscle);

    const FibreLaw& law() const { return law_; }
    double slack_length() const { return fibre_ + tendon_; }
    /// Slack length of fibre between the origin and material point m.
    double fibre_before(double m) const;
    /// 0 in pure tendon, 1 in the belly, rising evenly where one turns into the other.
    double belly(double m) const;
    /// Material between two points.
    Piece piece(double from, double to) const;

    /// fibre_before() and belly() at the strand's nodes.
    const std::array<double, k_strand_nodes>& node_fibre() const { return node_fibre_; }
    const std::array<double, k_strand_nodes>& node_belly() const { return node_belly_; }
    double node(int i) const { return slack_length() * i / (k_strand_nodes - 1); }

private:
    FibreLaw law_;
    double fibre_ = 0.0, tendon_ = 0.0; ///< slack lengths, metres, along the tendon
    double begin_ = 0.0, end_ = 0.0;    ///< of the belly
    double ramp_ = 0.0;                 ///< length over which tendon turns into belly
    std::array<double, k_strand_nodes> node_fibre_{}, node_belly_{};
};

/// Series equilibrium of fibre and tendon: one tension, lengths that add up to `length` (metres, >= 0). One answer for
/// every length, reached by a bracketed Newton iteration (Press et al. 2007, Numerical Recipes, 9.4).
Balance balance(const FibreLaw& law, const Piece& piece, double length, double activation = 0.0);

/// MuscleState::fraction of a muscle without a lock, not activated, whose path has this length.
NodeValues unlocked_fractions(const Strand& strand, double length);

} // namespace tissue
