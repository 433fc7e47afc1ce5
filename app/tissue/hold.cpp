#include "tissue/hold.h"

#include "base/smooth.h"

#include <algorithm>
#include <cmath>

namespace tissue {
namespace {

/// Force along the muscle that the hand can hold for each newton it presses (Coulomb). Illustrative: no value is
/// published for a lock. Dry skin slides at about 0.5, moist skin above 1 (Derler and Gerhardt, "Tribology of skin"); a
/// hand that sinks in and leans toward the origin holds more.
constexpr double k_hold_per_newton = 1.2;
/// The held patch keeps at least this far from either end of the path, metres.
constexpr double k_end_margin = 0.005;
constexpr double k_least_material = 1e-6; // metres that a side keeps
constexpr int k_most_steps = 100;
constexpr double k_fine = 1e-13; // of slack material, metres
constexpr double k_met = 1e-10;  // of the pull, over the maximal force

double laid(double m, double fibre, const Balance& as) {
    return fibre * as.fibre_scale + (m - fibre) * as.tendon_scale;
}

/// The material point that lies at this length from the origin of an unlocked strand.
double material_at(const Hold& free, double slack_length, double place) {
    double low = 0.0, high = slack_length;
    for (int i = 0; i < k_most_steps && high - low > k_fine; ++i) {
        const double middle = 0.5 * (low + high);
        (free.place_of(middle) < place ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

} // namespace

Hold Hold::without(const Strand& strand, double length, double activation) {
    Hold hold(strand, length, activation);
    hold.held_from_ = hold.held_to_ = strand.slack_length();
    hold.hand_from_ = hold.hand_to_ = length;
    hold.proximal_ = balance(strand.law(), strand.piece(0.0, strand.slack_length()), length, activation);
    hold.held_ = hold.distal_ = hold.proximal_;
    return hold;
}

Hold Hold::with(const Strand& strand, const Lock& lock, double set_length, double length, double activation,
                double most_force) {
    const Hold then = without(strand, set_length, lock.set_activation);
    const double half = 0.5 * patch_length(lock.grip);
    const double put = std::clamp(lock.position, 0.0, 1.0) * set_length;
    // The hand keeps its length and its way from the origin; only near the ends of the path less of it holds.
    const double shortest = std::min(set_length, length), margin = std::min(k_end_margin, 0.125 * shortest);
    const double from = std::clamp(put - half, margin, shortest - 2.0 * margin);
    const double to = std::clamp(put + half, from + margin, shortest - margin);
    const double grasp = std::clamp(lock.grasp, 0.0, 1.0);
    const double drawn = std::clamp(lock.toward_origin * grasp, 0.0, from - margin);

    Hold hold(strand, length, activation);
    hold.held_from_ = material_at(then, strand.slack_length(), from);
    hold.held_to_ = material_at(then, strand.slack_length(), to);
    hold.hand_from_ = from - drawn;
    hold.hand_to_ = to - drawn;
    hold.held_ = then.proximal_;
    hold.balance_sides();
    hold.slip_until(k_hold_per_newton * std::max(lock.pressure_n, 0.0) / most_force);
    if (grasp < 1.0) hold.let_go(1.0 - grasp);
    return hold;
}

void Hold::balance_sides() {
    proximal_ = balance(strand_->law(), strand_->piece(0.0, held_from_), hand_from_, activation_);
    distal_ =
        balance(strand_->law(), strand_->piece(held_to_, strand_->slack_length()), length_ - hand_to_, activation_);
}

/// Letting material through to the side that pulls can only lessen the pull, and turns it round before a side runs out
/// of material: false position, every other step a bisection.
void Hold::slip_until(double most) {
    if (std::abs(pull()) <= most) return;
    const double sign = pull() > 0.0 ? 1.0 : -1.0, from = held_from_, to = held_to_;
    const auto over_at = [&](double slide) {
        held_from_ = from - sign * slide;
        held_to_ = to - sign * slide;
        balance_sides();
        return sign * pull() - most;
    };
    double low = 0.0, high = (sign > 0.0 ? from : strand_->slack_length() - to) - k_least_material;
    double over = sign * pull() - most, under = -over_at(high);
    for (int i = 0; i < k_most_steps && high - low > k_fine; ++i) {
        const double share = i % 2 == 0 ? over / (over + under) : 0.5;
        const double at = low + (high - low) * share, now = over_at(at);
        if (std::abs(now) < k_met) {
            high = at;
            break;
        }
        (now > 0.0 ? low : high) = at;
        (now > 0.0 ? over : under) = std::abs(now);
    }
    over_at(high);
    slide_ = high;
}

/// Held material goes this share of the way to what would lie under the hand if it held nothing.
void Hold::let_go(double share) {
    const Hold free = without(*strand_, length_, activation_);
    held_from_ = base::mix(held_from_, material_at(free, strand_->slack_length(), hand_from_), share);
    held_to_ = base::mix(held_to_, material_at(free, strand_->slack_length(), hand_to_), share);
    for (double Balance::*part : {&Balance::tension, &Balance::stretch, &Balance::fibre_scale, &Balance::tendon_scale})
        held_.*part = base::mix(held_.*part, free.proximal_.*part, share);
    balance_sides();
}

double Hold::place_of(double m, double fibre_before) const {
    if (m <= held_from_) return laid(m, fibre_before, proximal_);
    if (m <= held_to_) {
        const double first = strand_->fibre_before(held_from_), last = strand_->fibre_before(held_to_);
        const double start = laid(held_from_, first, held_), whole = laid(held_to_, last, held_) - start;
        return hand_from_ + (hand_to_ - hand_from_) * (laid(m, fibre_before, held_) - start) / whole;
    }
    const double last = strand_->fibre_before(held_to_);
    return hand_to_ + laid(m - held_to_, fibre_before - last, distal_);
}

const Balance& Hold::piece_at(double m) const {
    if (m <= held_from_) return proximal_;
    return m <= held_to_ ? held_ : distal_;
}

double Hold::tension_at(double m) const {
    if (held_to_ <= held_from_) return proximal_.tension;
    const double share = std::clamp((m - held_from_) / (held_to_ - held_from_), 0.0, 1.0);
    return proximal_.tension + share * pull();
}

} // namespace tissue
