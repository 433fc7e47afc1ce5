#include "anatomy/atlas.h"

#include "base/assert.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace anatomy {
namespace {

template <class T>
std::optional<int> find(const std::vector<T>& list, std::string_view id) {
    for (std::size_t i = 0; i < list.size(); ++i)
        if (list[i].id == id) return static_cast<int>(i);
    return std::nullopt;
}

/// Third derivative of the cubic through four nodes starting at `at` (six times the third divided difference).
double third_derivative(const std::vector<double>& x, const std::vector<double>& y, std::size_t at) {
    std::array<double, 4> d{};
    for (std::size_t i = 0; i < 4; ++i) d[i] = y[at + i];
    for (std::size_t order = 1; order < 4; ++order)
        for (std::size_t i = 3; i >= order; --i) d[i] = (d[i] - d[i - 1]) / (x[at + i] - x[at + i - order]);
    return 6.0 * d[3];
}

} // namespace

double Polynomial::operator()(double x) const {
    double value = 0.0;
    for (const double c : coefficients) value = value * x + c;
    return value;
}

// Forsythe, Malcolm & Moler 1977, "Computer methods for mathematical computations", spline(): C2 cubic whose third
// derivative in the end intervals is that of the cubic through the four end nodes. Unknowns: second derivatives.
Spline Spline::through(std::vector<double> x, std::vector<double> y) {
    APP_ASSERT(x.size() >= 4 && x.size() == y.size());
    const std::size_t n = x.size();
    std::vector<double> lower(n, 0.0), diagonal(n, 1.0), upper(n, 0.0), right(n, 0.0);
    upper[0] = -1.0; // s1 - s0 = h0 * third derivative, sign turned
    right[0] = -third_derivative(x, y, 0) * (x[1] - x[0]);
    lower[n - 1] = -1.0;
    right[n - 1] = third_derivative(x, y, n - 4) * (x[n - 1] - x[n - 2]);
    for (std::size_t i = 1; i + 1 < n; ++i) {
        const double before = x[i] - x[i - 1], after = x[i + 1] - x[i];
        APP_ASSERT(before > 0.0 && after > 0.0);
        lower[i] = before;
        diagonal[i] = 2.0 * (before + after);
        upper[i] = after;
        right[i] = 6.0 * ((y[i + 1] - y[i]) / after - (y[i] - y[i - 1]) / before);
    }
    for (std::size_t i = 1; i < n; ++i) { // Thomas algorithm
        const double factor = lower[i] / diagonal[i - 1];
        diagonal[i] -= factor * upper[i - 1];
        right[i] -= factor * right[i - 1];
    }
    std::vector<double> second(n);
    second[n - 1] = right[n - 1] / diagonal[n - 1];
    for (std::size_t i = n - 1; i-- > 0;) second[i] = (right[i] - upper[i] * second[i + 1]) / diagonal[i];
    return {std::move(x), std::move(y), std::move(second)};
}

double Spline::operator()(double at) const {
    APP_ASSERT(x.size() >= 2);
    const auto above = std::upper_bound(x.begin(), x.end(), at);
    const std::size_t i = std::clamp(static_cast<std::size_t>(above - x.begin()), std::size_t{1}, x.size() - 1) - 1;
    const double h = x[i + 1] - x[i];
    const double slope = (y[i + 1] - y[i]) / h;
    if (at <= x.front()) return y.front() + (at - x.front()) * (slope - h * (2.0 * second[i] + second[i + 1]) / 6.0);
    if (at >= x.back()) return y.back() + (at - x.back()) * (slope + h * (second[i] + 2.0 * second[i + 1]) / 6.0);
    const double a = (x[i + 1] - at) / h, b = (at - x[i]) / h;
    return a * y[i] + b * y[i + 1] + ((a * a * a - a) * second[i] + (b * b * b - b) * second[i + 1]) * h * h / 6.0;
}

std::optional<int> Atlas::find_structure(std::string_view id) const { return find(structures, id); }
std::optional<int> Atlas::find_region(std::string_view id) const { return find(regions, id); }
std::optional<int> Atlas::find_muscle(std::string_view id) const { return find(muscles, id); }
std::optional<int> Atlas::find_layer(std::string_view id) const { return find(layers, id); }

} // namespace anatomy
