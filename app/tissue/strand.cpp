#include "tissue/strand.h"

#include "base/assert.h"
#include "base/smooth.h"
#include "tissue/laws.h"

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
/// A slack muscle shortens in its fibres, down to this share of their slack length; then tendons fold as well. Fibres
/// of the bent prone knee come to 0.4-0.5 of optimal length in the model.
constexpr double k_shortest_fibre = 0.25;
/// Bound of the search for the tension: some 20 times the maximal force, more than any tissue bears.
constexpr double k_most_bend = 1.75;
constexpr int k_most_steps = 80;
constexpr double k_fine = 1e-15, k_met = 1e-13; // of u; of the length, metres

double tension_at(double u) { return std::expm1(4.0 * u) / std::expm1(4.0); }

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

Balance balance(const anatomy::MusclePath& muscle, const Piece& piece, double length) {
    APP_ASSERT(length >= 0.0 && piece.fibre >= 0.0 && piece.tendon >= 0.0);
    if (length <= piece.slack()) return slack_balance(piece, length);
    const double slack_along = fibre_length_along(muscle, 0.0);
    // In u, with tension = expm1(4 u) / expm1(4), passive fibre is straight and the false position (Illinois variant,
    // Dowell & Jarratt 1971) meets the length in a few steps; the bracket never opens.
    double low = 0.0, high = k_most_bend;
    double short_by = length - piece.slack(),
           over_by = length_under(muscle, piece, tension_at(high), slack_along) - length;
    if (over_by <= 0.0) low = high;
    for (int i = 0; i < k_most_steps && low < high && high - low > k_fine; ++i) {
        const double middle = base::mix(low, high, short_by / (short_by + over_by));
        const double over = length_under(muscle, piece, tension_at(middle), slack_along) - length;
        if (std::abs(over) < k_met) {
            low = middle;
            break;
        }
        (over < 0.0 ? low : high) = middle;
        (over < 0.0 ? short_by : over_by) = std::abs(over);
        (over < 0.0 ? over_by : short_by) *= 0.5;
    }
    const double tension = tension_at(low);
    return {tension * muscle.max_isometric_force, fibre_length_along(muscle, tension) / slack_along,
            1.0 + tendon_strain(tension)};
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
