#include "tissue/laws.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tissue {
namespace {

// Thelen 2003: exponential toe up to a third of the maximal force, then linear.
constexpr double k_tendon_strain_at_max = 0.049; // Rajagopal et al. 2016, Millard et al. 2013
constexpr double k_toe_force = 0.33;
constexpr double k_toe_strain = 0.609 * k_tendon_strain_at_max;
constexpr double k_toe_shape = 3.0;
constexpr double k_linear_stiffness = 1.712 / k_tendon_strain_at_max;
constexpr double k_fibre_shape = 4.0; // De Groote et al. 2016
constexpr double k_most_bend = 6.0; // of the passive law's range: where the search ends, far beyond any tissue
/// A slack muscle shortens in its fibres, down to this share of their slack length along the tendon.
constexpr double k_least_scale = 0.25;

/// De Groote et al. 2016, table 1: height, centre, and spread as a straight line of stretch.
struct Gaussian {
    double height, centre, spread, spread_slope;
};
constexpr std::array<Gaussian, 3> k_gaussians = {{
    {0.8150671134243542, 1.055033428970575, 0.162384573599574, 0.063303448465465},
    {0.433004984392647, 0.716775413397760, -0.029947116970696, 0.200356847296188},
    {0.1, 1.0, 0.353553390593274, 0.0},
}};
/// The second spread would pass through 0 at a stretch of 0.15; no fibre is that short.
constexpr double k_least_spread = 1e-3;

const double k_fibre_end = std::expm1(k_fibre_shape), k_toe_end = std::expm1(k_toe_shape);

} // namespace

Slope tendon_strain(double tension) {
    if (tension <= 0.0) return {0.0, k_toe_strain / k_toe_shape / k_toe_force * k_toe_end};
    if (tension > k_toe_force)
        return {k_toe_strain + (tension - k_toe_force) / k_linear_stiffness, 1.0 / k_linear_stiffness};
    const double grown = tension / k_toe_force * k_toe_end;
    return {k_toe_strain / k_toe_shape * std::log1p(grown),
            k_toe_strain / k_toe_shape / k_toe_force * k_toe_end / (1.0 + grown)};
}

double tendon_tension(double strain) {
    if (strain <= 0.0) return 0.0;
    if (strain > k_toe_strain) return k_toe_force + (strain - k_toe_strain) * k_linear_stiffness;
    return k_toe_force * std::expm1(k_toe_shape * strain / k_toe_strain) / k_toe_end;
}

Slope active_force_length(double stretch) {
    Slope sum;
    for (const Gaussian& g : k_gaussians) {
        const double spread = std::max(g.spread + g.spread_slope * stretch, k_least_spread);
        const double off = (stretch - g.centre) / spread;
        const double value = g.height * std::exp(-0.5 * off * off);
        sum.value += value;
        sum.derivative -= value * off * (1.0 - off * g.spread_slope) / spread;
    }
    return sum;
}

FibreLaw::FibreLaw(const anatomy::MusclePath& muscle)
    : width_(std::sin(muscle.pennation.radians())), slack_(1.0 + muscle.passive_strain_zero),
      range_(muscle.passive_strain_one - muscle.passive_strain_zero), most_(slack_ + k_most_bend * range_),
      slack_scale_(std::sqrt(slack_ * slack_ - width_ * width_)),
      slack_along_(muscle.optimal_fibre_length * slack_scale_) {
    least_ = stretch_at_scale(k_least_scale);
}

double FibreLaw::cosine(double stretch) const {
    const double sine = width_ / stretch;
    return std::sqrt(1.0 - sine * sine);
}

Slope FibreLaw::passive_force(double stretch) const {
    if (stretch <= slack_) return {};
    const double grown = std::exp(k_fibre_shape * (stretch - slack_) / range_);
    return {(grown - 1.0) / k_fibre_end, grown * k_fibre_shape / range_ / k_fibre_end};
}

Slope FibreLaw::tension(double stretch, double activation) const {
    Slope force = passive_force(stretch);
    if (activation > 0.0) {
        const Slope active = active_force_length(stretch);
        force.value += activation * active.value;
        force.derivative += activation * active.derivative;
    }
    if (force.value == 0.0) return {};
    const double cosine_now = cosine(stretch);
    const double cosine_slope = width_ * width_ / (stretch * stretch * stretch * cosine_now);
    return {force.value * cosine_now, force.derivative * cosine_now + force.value * cosine_slope};
}

double FibreLaw::passive_share(double stretch, double activation) const {
    const double passive = passive_force(stretch).value;
    if (passive <= 0.0) return 0.0;
    return activation > 0.0 ? passive / (passive + activation * active_force_length(stretch).value) : 1.0;
}

Slope FibreLaw::scale_along(double stretch) const {
    const double along = std::sqrt(stretch * stretch - width_ * width_);
    return {along / slack_scale_, stretch / (along * slack_scale_)};
}

double FibreLaw::stretch_at_scale(double scale) const {
    const double along = scale * slack_scale_;
    return std::sqrt(along * along + width_ * width_);
}

} // namespace tissue
