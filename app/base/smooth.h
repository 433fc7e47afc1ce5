#pragma once
// Small pure functions on numbers in 0..1 that several floors need.

#include <algorithm>

namespace base {

/// Clamp to 0..1.
constexpr double saturate(double x) { return std::clamp(x, 0.0, 1.0); }

/// 0 below `from`, 1 above `to`, C1 between (Hermite 3x^2 - 2x^3).
constexpr double smoothstep(double from, double to, double x) {
    const double t = saturate((x - from) / (to - from));
    return t * t * (3.0 - 2.0 * t);
}

/// C2 ease from 0 to 1 (6x^5 - 15x^4 + 10x^3): no jump in velocity or acceleration at the ends (Perlin 2002).
constexpr double smootherstep(double x) {
    const double t = saturate(x);
    return t * t * t * (t * (t * 6.0 - 15.0) + 10.0);
}

constexpr double mix(double a, double b, double t) { return a + (b - a) * t; }

} // namespace base
