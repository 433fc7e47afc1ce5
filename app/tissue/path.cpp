#include "tissue/path.h"

#include "base/assert.h"
#include "tissue/wrap.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <optional>

namespace tissue {
namespace {

/// Half-degree arcs would do for the eye; 0.02 rad keeps a half turn of 60 mm radius within 0.01 mm.
constexpr double k_arc_step = 0.02;
/// The taut string round several cylinders is found piece by piece until its touching points rest.
constexpr int k_most_rounds = 60;
constexpr double k_at_rest = 1e-10;
/// Half the step of the central difference; a tenth of a degree is far above rounding and far below any feature.
constexpr double k_half_step_deg = 0.05;

using Contacts = std::vector<std::optional<Contact>>;

/// The string from `from` to `to` past the cylinders in order. Each contact is the taut string between its neighbours.
Contacts taut(const std::vector<PlacedCylinder>& cylinders, const glm::dvec3& from, const glm::dvec3& to) {
    Contacts contacts(cylinders.size());
    for (int round = 0; round < k_most_rounds; ++round) {
        double moved = 0.0;
        for (std::size_t i = 0; i < cylinders.size(); ++i) {
            glm::dvec3 before = from, after = to;
            for (std::size_t k = 0; k < i; ++k)
                if (contacts[k]) before = contacts[k]->last;
            for (std::size_t k = cylinders.size(); k-- > i + 1;)
                if (contacts[k]) after = contacts[k]->first;
            const std::optional<Contact> now = wrap(cylinders[i], before, after);
            if (now.has_value() != contacts[i].has_value()) moved = 1.0;
            if (now && contacts[i])
                moved = std::max({moved, glm::distance(now->first, contacts[i]->first),
                                  glm::distance(now->last, contacts[i]->last)});
            contacts[i] = now;
        }
        if (cylinders.size() < 2 || moved < k_at_rest) break;
    }
    return contacts;
}

/// Calls straight(a, b) and arc(cylinder, contact) along the whole path, origin first.
template <class Straight, class Arc>
void walk(const anatomy::Atlas& atlas, int muscle, const motion::BoneFrames& frames, Straight straight, Arc arc) {
    APP_ASSERT(muscle >= 0 && static_cast<std::size_t>(muscle) < atlas.muscles.size());
    const anatomy::MusclePath& path = atlas.muscles[static_cast<std::size_t>(muscle)];
    std::vector<PlacedCylinder> cylinders;
    for (const int i : path.wraps) {
        const anatomy::WrapCylinder& cylinder = atlas.wraps[static_cast<std::size_t>(i)];
        cylinders.push_back(place(cylinder, frames[cylinder.body]));
    }
    for (std::size_t i = 0; i + 1 < path.points.size(); ++i) {
        glm::dvec3 at = frames[path.points[i].body].point(path.points[i].position);
        const glm::dvec3 end = frames[path.points[i + 1].body].point(path.points[i + 1].position);
        const Contacts contacts = taut(cylinders, at, end);
        for (std::size_t k = 0; k < cylinders.size(); ++k) {
            if (!contacts[k]) continue;
            straight(at, contacts[k]->first);
            arc(cylinders[k], *contacts[k]);
            at = contacts[k]->last;
        }
        straight(at, end);
    }
}

} // namespace

std::vector<glm::dvec3> path_points(const anatomy::Atlas& atlas, int muscle, const motion::BoneFrames& frames) {
    std::vector<glm::dvec3> points;
    const auto add = [&](const glm::dvec3& p) {
        if (points.empty() || glm::distance(points.back(), p) > 1e-9) points.push_back(p);
    };
    std::vector<glm::dvec3> bow;
    walk(
        atlas, muscle, frames,
        [&](const glm::dvec3& a, const glm::dvec3& b) {
            add(a);
            add(b);
        },
        [&](const PlacedCylinder& cylinder, const Contact& contact) {
            bow.clear();
            append_arc(cylinder, contact, k_arc_step, bow);
            for (const glm::dvec3& p : bow) add(p);
        });
    return points;
}

double path_length(const anatomy::Atlas& atlas, int muscle, const motion::BoneFrames& frames) {
    double length = 0.0;
    walk(
        atlas, muscle, frames, [&](const glm::dvec3& a, const glm::dvec3& b) { length += glm::distance(a, b); },
        [&](const PlacedCylinder& cylinder, const Contact& contact) { length += contact.length(cylinder); });
    return length;
}

double knee_moment_arm(const anatomy::Atlas& atlas, int muscle, const motion::Pose& pose) {
    const base::Angle half = base::Angle::degrees(k_half_step_deg);
    motion::Pose less = pose, more = pose;
    less.knee_flexion = pose.knee_flexion - half;
    more.knee_flexion = pose.knee_flexion + half;
    const double shorter = path_length(atlas, muscle, motion::frames(atlas, more));
    const double longer = path_length(atlas, muscle, motion::frames(atlas, less));
    return (longer - shorter) / (2.0 * half.radians());
}

OnPath at_fraction(const std::vector<glm::dvec3>& path, double s) {
    APP_ASSERT(path.size() >= 2);
    double total = 0.0;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) total += glm::distance(path[i], path[i + 1]);
    double left = std::clamp(s, 0.0, 1.0) * total;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        const glm::dvec3 step = path[i + 1] - path[i];
        const double length = glm::length(step);
        if (left <= length || i + 2 == path.size()) return {path[i] + step * (left / length), step / length};
        left -= length;
    }
    return {path.back(), glm::dvec3(0.0)};
}

} // namespace tissue
