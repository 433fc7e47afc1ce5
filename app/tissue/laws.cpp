#include "tissue/laws.h"

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
/// The fibre force depends on pennation and pennation on the fibre's length: a few rounds settle it to rounding.
constexpr int k_pennation_rounds = 12;

/// Fibre length over optimal length at a normalised tension along the tendon.
double stretch_under(const anatomy::MusclePath& muscle, double tension) {
    const double width = std::sin(muscle.pennation.radians());
    double stretch = 1.0 + fibre_strain(muscle, tension);
    for (int i = 0; tension > 0.0 && i < k_pennation_rounds; ++i) {
        const double sine = width / stretch, before = stretch;
        stretch = 1.0 + fibre_strain(muscle, tension / std::sqrt(1.0 - sine * sine));
        if (std::abs(stretch - before) < 1e-15) break;
    }
    return stretch;
}

} // namespace

double tendon_strain(double tension) {
    if (tension <= 0.0) return 0.0;
    if (tension > k_toe_force) return k_toe_strain + (tension - k_toe_force) / k_linear_stiffness;
    return k_toe_strain / k_toe_shape * std::log1p(tension / k_toe_force * std::expm1(k_toe_shape));
}

double fibre_strain(const anatomy::MusclePath& muscle, double force) {
    const double range = muscle.passive_strain_one - muscle.passive_strain_zero;
    if (force <= 0.0) return muscle.passive_strain_zero;
    return muscle.passive_strain_zero + range / k_fibre_shape * std::log1p(force * std::expm1(k_fibre_shape));
}

double fibre_length_along(const anatomy::MusclePath& muscle, double tension) {
    const double width = std::sin(muscle.pennation.radians());
    const double stretch = stretch_under(muscle, tension);
    return muscle.optimal_fibre_length * std::sqrt(stretch * stretch - width * width);
}

double fibre_strain_from_slack(const anatomy::MusclePath& muscle, double tension) {
    return stretch_under(muscle, tension) / (1.0 + muscle.passive_strain_zero) - 1.0;
}

} // namespace tissue
