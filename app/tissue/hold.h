#pragma once
// Hold: where the material of a strand comes to lie under a hand that holds a patch of it.

#include "tissue/strand.h"
#include "tissue/tissue_state.h"

namespace tissue {

/// A strand in equilibrium: a proximal piece, the patch that the hand holds, a distal piece. Without a lock the patch is
/// empty at the insertion and the proximal piece is the whole.
class Hold {
public:
    /// No hand.
    static Hold without(const Strand& strand, double length, double activation);

    /// What lay under the hand when the lock was set (path length then: `set_length`) stays under it and keeps its own
    /// stretch, unless the pull along the muscle is more than the hand can hold (Coulomb): then tissue slides through
    /// until the pull is just that. While a lock comes on or is let go (Lock::grasp between 0 and 1) the tissue is on its
    /// way between where it would be held and where it would lie without a hand, in equilibrium throughout.
    /// `most_force` is the strand's maximal isometric force, newtons.
    static Hold with(const Strand& strand, const Lock& lock, double set_length, double length, double activation,
                     double most_force);

    /// Length from the origin at which material point m lies, metres.
    double place_of(double m) const { return place_of(m, strand_->fibre_before(m)); }
    double place_of(double m, double fibre_before) const;
    /// The piece that material point m belongs to; held tissue keeps the stretch it had when the lock was set.
    const Balance& piece_at(double m) const;

    const Balance& proximal() const { return proximal_; }
    const Balance& distal() const { return distal_; }
    double held_from() const { return held_from_; } ///< material
    double held_to() const { return held_to_; }
    double hand() const { return 0.5 * (hand_from_ + hand_to_); } ///< middle of the hand, metres along the path
    double slide() const { return slide_; }                       ///< metres of slack material
    /// Tension at material point m, newtons over the maximal force: under the hand it grows evenly.
    double tension_at(double m) const;
    double pull() const { return distal_.tension - proximal_.tension; }

private:
    Hold(const Strand& strand, double length, double activation)
        : strand_(&strand), length_(length), activation_(activation) {}
    void balance_sides();
    void slip_until(double most);
    void let_go(double share);

    const Strand* strand_;
    double length_, activation_;
    double held_from_ = 0.0, held_to_ = 0.0;         ///< material
    double hand_from_ = 0.0, hand_to_ = 0.0;         ///< metres along the path
    double slide_ = 0.0;
    Balance proximal_, held_, distal_;
};

} // namespace tissue
