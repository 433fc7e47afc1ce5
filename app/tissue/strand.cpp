#include "tissue/strand.h"

#include "base/assert.h"

#include <algorithm>
#include <cmath>

namespace tissue {
namespace {

// Free tendon: BFLH about 5 cm at the top and 9 to 11 cm at the bottom, semimembranosus about 10 cm at the top (general
// knowledge, +-30 %); Ward et al. 2009 give a belly of 347 mm for a BFLH whose slack length here is 442 mm. One rule
// for every muscle, an assumption: a fifth of the slack length, but at most half of all the tendon; a third of it at
// the top.
constexpr double k_free_share = 0.20, k_free_of_tendon = 0.5, k_free_at_origin = 1.0 / 3.0;
/// Tendon turns into belly over a zone (10-12 cm in the hamstrings, radiology note), here a quarter of the belly.
constexpr double k_ramp_share = 0.25, k_ramp_of_inner_tendon = 0.9;
constexpr int k_most_steps = 60;
constexpr double k_met = 1e-14; // of the length, metres

Slope length_at(const FibreLaw& law, const Piece& piece, double stretch, double activation) {
    const Slope along = law.scale_along(stretch), tension = law.tension(stretch, activation);
    const Slope tendon = tendon_strain(tension.value);
    return {piece.fibre * along.value + piece.tendon * (1.0 + tendon.value),
            piece.fibre * along.derivative + piece.tendon * tendon.derivative * tension.derivative};
}

Balance at_stretch(const FibreLaw& law, double stretch, double activation) {
    const double tension = law.tension(stretch, activation).value;
    return {tension, stretch, law.scale_along(stretch).value, 1.0 + tendon_strain(tension).value};
}

/// Shorter than the shortest fibres allow: everything folds alike, and tension dies away with it.
Balance folded(const FibreLaw& law, double share, double activation) {
    Balance now = at_stretch(law, law.least_stretch(), activation);
    now.tension *= share;
    now.fibre_scale *= share;
    now.tendon_scale *= share;
    return now;
}

/// Tendon alone.
Balance rope(const FibreLaw& law, double scale) {
    return {tendon_tension(scale - 1.0), law.slack_stretch(), 1.0, scale};
}

} // namespace

Strand::Strand(const anatomy::MusclePath& muscle)
    : law_(muscle), fibre_(law_.slack_length_along()), tendon_(muscle.tendon_slack_length) {
    const double free = std::min(k_free_share * slack_length(), k_free_of_tendon * tendon_);
    begin_ = k_free_at_origin * free;
    end_ = slack_length() - (free - begin_);
    ramp_ = std::min(k_ramp_share * (end_ - begin_), k_ramp_of_inner_tendon * (tendon_ - free));
    for (int i = 0; i < k_strand_nodes; ++i) {
        node_fibre_[static_cast<std::size_t>(i)] = fibre_before(node(i));
        node_belly_[static_cast<std::size_t>(i)] = belly(node(i));
    }
}

double Strand::belly(double m) const { return std::clamp(std::min(m - begin_, end_ - m) / ramp_, 0.0, 1.0); }

double Strand::fibre_before(double m) const {
    // integral of belly() from the origin: a trapezium with slanting sides, scaled to all the fibre there is
    const double in = std::clamp(m - begin_, 0.0, end_ - begin_), left = end_ - begin_ - in;
    const double whole = end_ - begin_ - ramp_;
    double area = in - 0.5 * ramp_;
    if (in < ramp_) area = 0.5 * in * in / ramp_;
    if (left < ramp_) area = whole - 0.5 * left * left / ramp_;
    return fibre_ * area / whole;
}

Piece Strand::piece(double from, double to) const {
    const double fibre = std::max(fibre_before(to) - fibre_before(from), 0.0);
    return {fibre, std::max(to - from - fibre, 0.0)};
}

Balance balance(const FibreLaw& law, const Piece& piece, double length, double activation) {
    APP_ASSERT(length >= 0.0 && piece.fibre >= 0.0 && piece.tendon >= 0.0);
    if (piece.slack() <= 0.0) return {};
    if (piece.fibre <= 0.0) return rope(law, length / piece.tendon);
    if (activation <= 0.0 && length <= piece.slack()) {
        const double wish = law.stretch_at_scale(std::max((length - piece.tendon) / piece.fibre, 0.0));
        const double stretch = std::min(wish, law.slack_stretch());
        if (stretch >= law.least_stretch()) return at_stretch(law, stretch, 0.0);
    }
    double low = law.least_stretch(), high = law.most_stretch();
    const double shortest = length_at(law, piece, low, activation).value;
    if (length <= shortest) return folded(law, length / shortest, activation);
    // Length grows with stretch (tested for every muscle and activation), so the bracket never opens.
    double stretch = law.stretch_at_scale(std::max((length - piece.tendon) / piece.fibre, 0.0));
    stretch = std::clamp(stretch, low, high);
    for (int i = 0; i < k_most_steps; ++i) {
        const Slope now = length_at(law, piece, stretch, activation);
        const double over = now.value - length;
        if (std::abs(over) < k_met) break;
        (over < 0.0 ? low : high) = stretch;
        const double next = stretch - over / now.derivative;
        const double moved = next > low && next < high ? next : 0.5 * (low + high);
        if (moved == stretch) break;
        stretch = moved;
    }
    return at_stretch(law, stretch, activation);
}

NodeValues unlocked_fractions(const Strand& strand, double length) {
    const Balance whole = balance(strand.law(), strand.piece(0.0, strand.slack_length()), length);
    NodeValues fractions{};
    for (int i = 0; i < k_strand_nodes; ++i) {
        const double fibre = strand.node_fibre()[static_cast<std::size_t>(i)];
        const double place = fibre * whole.fibre_scale + (strand.node(i) - fibre) * whole.tendon_scale;
        fractions[static_cast<std::size_t>(i)] = static_cast<float>(std::clamp(place / length, 0.0, 1.0));
    }
    return fractions;
}

} // namespace tissue
