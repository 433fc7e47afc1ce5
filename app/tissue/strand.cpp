#include "tissue/strand.h"

#include "base/assert.h"
#include "tissue/laws.h"

#include <algorithm>
#include <cmath>

namespace tissue {
namespace {

// Free tendon: BFLH about 5 cm at the top and 9 to 11 cm at the bottom, semimembranosus about 10 cm at the top (general
// knowledge, +-30 %); Ward et al. 2009 give a belly of 347 mm for a BFLH whose slack length here is 442 mm. One rule for
// every muscle, an assumption: a fifth of the slack length, but at most half of all the tendon; a third of it at the top.
constexpr double k_free_share = 0.20, k_free_of_tendon = 0.5, k_free_at_origin = 1.0 / 3.0;
/// Tendon turns into belly over a zone (10-12 cm in the hamstrings, radiology note), here a quarter of the belly.
constexpr double k_ramp_share = 0.25, k_ramp_of_inner_tendon = 0.9;
/// A slack muscle shortens in its fibres, down to this share of their slack length; then tendons fold as well. Fibres
/// of the bent prone knee come to 0.4-0.5 of optimal length in the model.
constexpr double k_shortest_fibre = 0.25;
/// No tissue bears more; keeps the search for the tension bounded.
constexpr double k_most_tension = 20.0;
constexpr int k_bisections = 60;

double length_under(const anatomy::MusclePath& muscle, const Piece& piece, double tension, double slack_along) {
    return piece.fibre * fibre_length_along(muscle, tension) / slack_along +
           piece.tendon * (1.0 + tendon_strain(tension));
}

Balance slack_balance(const Piece& piece, double length) {
    const double shortest = piece.tendon + k_shortest_fibre * piece.fibre;
    if (length < shortest) return {0.0, k_shortest_fibre * length / shortest, length / shortest};
    return {0.0, piece.fibre > 0.0 ? (length - piece.tendon) / piece.fibre : 1.0, 1.0};
}

} // namespace

Strand::Strand(const anatomy::MusclePath& muscle)
    : fibre_(fibre_length_along(muscle, 0.0)), tendon_(muscle.tendon_slack_length) {
    const double free = std::min(k_free_share * slack_length(), k_free_of_tendon * tendon_);
    begin_ = k_free_at_origin * free;
    end_ = slack_length() - (free - begin_);
    ramp_ = std::min(k_ramp_share * (end_ - begin_), k_ramp_of_inner_tendon * (tendon_ - free));
}

double Strand::belly(double m) const {
    return std::clamp(std::min(m - begin_, end_ - m) / ramp_, 0.0, 1.0);
}

double Strand::fibre_before(double m) const {
    // integral of belly() from the origin: a trapezium with slanting sides, scaled to all the fibre there is
    const double in = std::clamp(m - begin_, 0.0, end_ - begin_), left = end_ - begin_ - in;
    const double whole = end_ - begin_ - ramp_;
    double area = in - 0.5 * ramp_;
    if (in < ramp_) area = 0.5 * in * in / ramp_;
    if (left < ramp_) area = whole - 0.5 * left * left / ramp_;
    return fibre_ * area / whole;
}

Balance balance(const anatomy::MusclePath& muscle, const Piece& piece, double length) {
    APP_ASSERT(length >= 0.0 && piece.fibre >= 0.0 && piece.tendon >= 0.0);
    if (length <= piece.slack()) return slack_balance(piece, length);
    const double slack_along = fibre_length_along(muscle, 0.0);
    double low = 0.0, high = k_most_tension;
    if (length_under(muscle, piece, high, slack_along) <= length) low = high;
    for (int i = 0; i < k_bisections && low < high; ++i) {
        const double middle = 0.5 * (low + high);
        (length_under(muscle, piece, middle, slack_along) < length ? low : high) = middle;
    }
    return {low * muscle.max_isometric_force, fibre_length_along(muscle, low) / slack_along, 1.0 + tendon_strain(low)};
}

std::array<float, k_strand_nodes> unlocked_fractions(const anatomy::MusclePath& muscle, double length) {
    const Strand strand(muscle);
    const double all = strand.fibre_before(strand.slack_length());
    const Balance whole = balance(muscle, {all, strand.slack_length() - all}, length);
    std::array<float, k_strand_nodes> fractions{};
    for (std::size_t i = 0; i < fractions.size(); ++i) {
        const double m = strand.slack_length() * static_cast<double>(i) / (k_strand_nodes - 1);
        const double fibre = strand.fibre_before(m);
        const double place = fibre * whole.fibre_scale + (m - fibre) * whole.tendon_scale;
        fractions[i] = static_cast<float>(std::clamp(place / length, 0.0, 1.0));
    }
    return fractions;
}

} // namespace tissue
