#pragma once
// Angle: the only way an angle travels through the core. Files and screens use degrees, formulas radians.

#include <compare>
#include <numbers>

namespace base {

/// A plane angle, held in radians. Built and read only by unit name, so that no number is ever ambiguous.
class Angle {
public:
    constexpr Angle() = default;
    static constexpr Angle radians(double value) { return Angle(value); }
    static constexpr Angle degrees(double value) { return Angle(value * std::numbers::pi / 180.0); }

    constexpr double radians() const { return radians_; }
    constexpr double degrees() const { return radians_ * 180.0 / std::numbers::pi; }

    constexpr auto operator<=>(const Angle&) const = default;
    constexpr Angle operator+(Angle other) const { return Angle(radians_ + other.radians_); }
    constexpr Angle operator-(Angle other) const { return Angle(radians_ - other.radians_); }
    constexpr Angle operator-() const { return Angle(-radians_); }
    constexpr Angle operator*(double factor) const { return Angle(radians_ * factor); }

private:
    explicit constexpr Angle(double radians) : radians_(radians) {}
    double radians_ = 0.0;
};

namespace literals {
constexpr Angle operator""_deg(long double value) { return Angle::degrees(static_cast<double>(value)); }
constexpr Angle operator""_deg(unsigned long long value) { return Angle::degrees(static_cast<double>(value)); }
} // namespace literals

} // namespace base
