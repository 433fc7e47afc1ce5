#include "tissue/wrap.h"

#include "support.h"
#include "tissue/path.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <gtest/gtest.h>
#include <numbers>
#include <vector>

namespace {

using namespace tissue_test;
using Plane = std::vector<glm::dvec2>;
constexpr double k_pi = std::numbers::pi;

double cross(const glm::dvec2& a, const glm::dvec2& b) { return a.x * b.y - a.y * b.x; }

/// Convex hull, counter-clockwise (Andrew 1979, monotone chain).
Plane hull_of(Plane points) {
    std::sort(points.begin(), points.end(),
              [](const glm::dvec2& a, const glm::dvec2& b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
    Plane hull;
    for (int half = 0; half < 2; ++half) {
        const std::size_t base = hull.size();
        for (const glm::dvec2& p : points) {
            while (hull.size() >= base + 2 && cross(hull.back() - hull[hull.size() - 2], p - hull.back()) <= 0.0)
                hull.pop_back();
            hull.push_back(p);
        }
        hull.pop_back();
        std::reverse(points.begin(), points.end());
    }
    return hull;
}

/// Does the chain cross the half line from the axis in this direction?
bool crosses_ray(const Plane& chain, const glm::dvec2& direction) {
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
        const double before = cross(direction, chain[i]), after = cross(direction, chain[i + 1]);
        if ((before < 0.0) == (after < 0.0)) continue;
        const glm::dvec2 at = chain[i] + (chain[i + 1] - chain[i]) * (before / (before - after));
        if (glm::dot(at, direction) > 0.0) return true;
    }
    return false;
}

double length_of(const Plane& chain) {
    double sum = 0.0;
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) sum += glm::distance(chain[i], chain[i + 1]);
    return sum;
}

/// A plain evaluation that shares nothing with the program's: across the axis a taut string round a disc is one of the
/// two chains between its ends of the convex hull of the ends and (many points of) the circle; along the axis it climbs
/// evenly, because an unrolled cylinder is flat.
double plain_length(const anatomy::WrapCylinder& cylinder, const base::Rigid& body, const glm::dvec3& from,
                    const glm::dvec3& to) {
    const base::Rigid into = (body * base::Rigid{cylinder.rotation, cylinder.centre}).inverse();
    const glm::dvec3 a = into.point(from), b = into.point(to);
    const glm::dvec2 away =
        cylinder.side == 'x' ? glm::dvec2(-cylinder.side_sign, 0.0) : glm::dvec2(0.0, -cylinder.side_sign);
    bool enters = false;
    for (int i = 0; i <= 20000; ++i)
        enters = enters || glm::length(glm::dvec2(glm::mix(a, b, i / 20000.0))) < cylinder.radius;
    const Plane straight = {glm::dvec2(a), glm::dvec2(b)};
    if (!enters && (cylinder.side == 0 || !crosses_ray(straight, away))) return glm::distance(a, b);

    Plane points = straight;
    for (int i = 0; i < 6000; ++i)
        points.push_back(cylinder.radius * glm::dvec2(std::cos(i * k_pi / 3000.0), std::sin(i * k_pi / 3000.0)));
    Plane hull = hull_of(points);
    std::rotate(hull.begin(), std::find(hull.begin(), hull.end(), straight[0]), hull.end());
    const auto end = std::find(hull.begin(), hull.end(), straight[1]);
    const Plane first(hull.begin(), end + 1);
    Plane second(end, hull.end());
    second.push_back(hull.front());
    if (cylinder.side == 0) return std::hypot(std::min(length_of(first), length_of(second)), b.z - a.z);
    return std::hypot(length_of(crosses_ray(first, away) ? second : first), b.z - a.z);
}

TEST(Wrap, AgreesWithThePlainEvaluationEveryFiveDegrees) {
    int wrapped = 0;
    for (const char* id : {"biceps_femoris_short_head", "semitendinosus", "semimembranosus", "gracilis"}) {
        const anatomy::MusclePath& path = atlas().muscles[static_cast<std::size_t>(muscle(id))];
        const anatomy::WrapCylinder& cylinder = atlas().wraps[static_cast<std::size_t>(path.wraps.at(0))];
        for (double deg = 0.0; deg <= 140.0; deg += 5.0) {
            const motion::BoneFrames frames = motion::frames(atlas(), knee(deg));
            double plain = 0.0, chords = 0.0;
            for (std::size_t i = 0; i + 1 < path.points.size(); ++i) {
                const glm::dvec3 from = frames[path.points[i].body].point(path.points[i].position);
                const glm::dvec3 to = frames[path.points[i + 1].body].point(path.points[i + 1].position);
                plain += plain_length(cylinder, frames[cylinder.body], from, to);
                chords += glm::distance(from, to);
            }
            EXPECT_NEAR(tissue::path_length(atlas(), muscle(id), frames), plain, 0.01e-3) << id << " at " << deg;
            if (plain > chords + 1e-4) ++wrapped;
        }
    }
    EXPECT_GT(wrapped, 20) << "the comparison must really meet wrapped paths";
}

TEST(Wrap, StringAcrossTheAxisGoesHalfWayRound) {
    const tissue::PlacedCylinder unit{{}, 1.0, 0, 0};
    const auto contact = tissue::wrap(unit, {-std::sqrt(2.0), 1e-9, 0.0}, {std::sqrt(2.0), 1e-9, 2.0});
    ASSERT_TRUE(contact.has_value());
    // tangents of length 1 touch at 45 degrees: a quarter turn remains
    EXPECT_NEAR(std::abs(contact->sweep), 0.5 * k_pi, 1e-6);
    const double across = 2.0 + 0.5 * k_pi;
    EXPECT_NEAR(contact->length(unit), 0.5 * k_pi * std::hypot(across, 2.0) / across, 1e-6);
    EXPECT_GT(contact->first.y, 0.0);
}

TEST(Wrap, FreeStringDoesNotTouch) {
    const tissue::PlacedCylinder unit{{}, 1.0, 0, 0};
    EXPECT_FALSE(tissue::wrap(unit, {-2.0, 1.1, 0.0}, {2.0, 1.1, 0.0}).has_value());
}

TEST(Wrap, RequiredSideIsKeptEvenWhenTheStraightLineIsFreeOnTheOther) {
    const tissue::PlacedCylinder above{{}, 1.0, 'y', 1};
    const auto contact = tissue::wrap(above, {-2.0, -1.1, 0.0}, {2.0, -1.1, 0.0});
    ASSERT_TRUE(contact.has_value());
    const double middle = contact->start + 0.5 * contact->sweep;
    EXPECT_NEAR(std::sin(middle), 1.0, 1e-9);
    EXPECT_FALSE(tissue::wrap(above, {-2.0, 1.1, 0.0}, {2.0, 1.1, 0.0}).has_value());
}

} // namespace
