#pragma once
// Wrap: the shortest way of a string round a cylinder, in a pose.

#include "anatomy/atlas.h"
#include "base/rigid.h"

#include <glm/vec3.hpp>
#include <optional>
#include <vector>

namespace tissue {

/// A cylinder placed in standing model space.
struct PlacedCylinder {
    base::Rigid frame; ///< local z = axis
    double radius = 0.0;
    char side = 0; ///< as anatomy::WrapCylinder
    int side_sign = 0;
};

/// No path goes round more cylinders than this.
inline constexpr int k_most_wraps = 4;

PlacedCylinder place(const anatomy::WrapCylinder& cylinder, const base::Rigid& body);

/// Where a string touches a cylinder: it runs straight to `first`, as a helix to `last`, and straight on.
struct Contact {
    glm::dvec3 first{0.0}, last{0.0}; ///< standing model space
    double start = 0.0, sweep = 0.0;  ///< angle of `first` round the axis, signed angle to `last`
    double z_first = 0.0, z_last = 0.0;

    double length(const PlacedCylinder& cylinder) const;
};

/// The taut string from `from` to `to`; nullopt when it need not touch. Without a required side it goes round the
/// nearer one; with one it never passes the cylinder on the other side. The cylinder is endless, so that the length
/// stays continuous.
std::optional<Contact> wrap(const PlacedCylinder& cylinder, const glm::dvec3& from, const glm::dvec3& to);

/// Points of the helix from first to last, both included, at most `step` radians apart.
void append_arc(const PlacedCylinder& cylinder, const Contact& contact, double step, std::vector<glm::dvec3>& out);

} // namespace tissue
