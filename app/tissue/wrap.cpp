#include "tissue/wrap.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>
#include <glm/mat3x3.hpp>
#include <glm/vec2.hpp>
#include <numbers>

namespace tissue {
namespace {

constexpr double k_pi = std::numbers::pi;

/// Angle from the direction opposite to the required side, counter-clockwise, in 0..2 pi.
double from_cut(const glm::dvec2& p, const PlacedCylinder& cylinder) {
    const double side = cylinder.side == 'x' ? (cylinder.side_sign > 0 ? 0.0 : k_pi)
                                             : (cylinder.side_sign > 0 ? 0.5 * k_pi : -0.5 * k_pi);
    const double angle = std::atan2(p.y, p.x) - (side + k_pi);
    return angle - 2.0 * k_pi * std::floor(angle / (2.0 * k_pi));
}

/// Signed angle that the string sweeps round the axis from a to b.
double sweep_of(const glm::dvec2& a, const glm::dvec2& b, const PlacedCylinder& cylinder) {
    if (cylinder.side != 0) return from_cut(b, cylinder) - from_cut(a, cylinder);
    return std::atan2(a.x * b.y - a.y * b.x, glm::dot(a, b));
}

/// Distance of the axis from the straight piece a..b in the plane across the axis.
double distance_to_axis(const glm::dvec2& a, const glm::dvec2& b) {
    const glm::dvec2 ab = b - a;
    const double square = glm::dot(ab, ab);
    const double t = square > 0.0 ? std::clamp(-glm::dot(a, ab) / square, 0.0, 1.0) : 0.0;
    return glm::length(a + ab * t);
}

glm::dvec3 on_cylinder(const PlacedCylinder& cylinder, double angle, double z) {
    return cylinder.frame.point({cylinder.radius * std::cos(angle), cylinder.radius * std::sin(angle), z});
}

} // namespace

PlacedCylinder place(const anatomy::WrapCylinder& cylinder, const base::Rigid& body) {
    return {body * base::Rigid{cylinder.rotation, cylinder.centre}, cylinder.radius, cylinder.side, cylinder.side_sign};
}

double Contact::length(const PlacedCylinder& cylinder) const {
    return std::hypot(cylinder.radius * sweep, z_last - z_first);
}

std::optional<Contact> wrap(const PlacedCylinder& cylinder, const glm::dvec3& from, const glm::dvec3& to) {
    const base::Rigid into = cylinder.frame.inverse();
    const glm::dvec3 a = into.point(from), b = into.point(to);
    const glm::dvec2 a2(a), b2(b);
    const double radius = cylinder.radius, far_a = glm::length(a2), far_b = glm::length(b2);
    if (far_a <= radius || far_b <= radius) return std::nullopt; // an end inside: the source model lets it through

    const double sweep = sweep_of(a2, b2, cylinder);
    if (std::abs(sweep) < k_pi && distance_to_axis(a2, b2) >= radius) return std::nullopt;

    // Tangents from both ends; between them the string lies on the cylinder.
    const double direction = sweep >= 0.0 ? 1.0 : -1.0;
    const double free_a = std::acos(radius / far_a), free_b = std::acos(radius / far_b);
    const double arc = std::abs(sweep) - free_a - free_b;
    if (arc <= 0.0) return std::nullopt;

    // Unrolled, the whole string is one straight line: z grows in proportion to the way across the axis.
    const double way_a = std::sqrt(far_a * far_a - radius * radius), way_b = std::sqrt(far_b * far_b - radius * radius);
    const double way = way_a + radius * arc + way_b;
    Contact contact;
    contact.start = std::atan2(a2.y, a2.x) + direction * free_a;
    contact.sweep = direction * arc;
    contact.z_first = a.z + (b.z - a.z) * way_a / way;
    contact.z_last = b.z - (b.z - a.z) * way_b / way;
    contact.first = on_cylinder(cylinder, contact.start, contact.z_first);
    contact.last = on_cylinder(cylinder, contact.start + contact.sweep, contact.z_last);
    return contact;
}

void append_arc(const PlacedCylinder& cylinder, const Contact& contact, double step, std::vector<glm::dvec3>& out) {
    const int pieces = std::max(1, static_cast<int>(std::ceil(std::abs(contact.sweep) / step)));
    const double turn = contact.sweep / pieces, cosine = std::cos(turn), sine = std::sin(turn);
    const glm::dmat3 axes = glm::mat3_cast(cylinder.frame.rotation);
    glm::dvec2 at(cylinder.radius * std::cos(contact.start), cylinder.radius * std::sin(contact.start));
    for (int i = 0; i <= pieces; ++i) {
        const double z = contact.z_first + (contact.z_last - contact.z_first) * i / pieces;
        out.push_back(cylinder.frame.translation + axes * glm::dvec3(at, z));
        at = {at.x * cosine - at.y * sine, at.x * sine + at.y * cosine};
    }
}

} // namespace tissue
