#include "tissue/path.h"

#include "base/assert.h"
#include "tissue/wrap.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <optional>

namespace tissue {
namespace {

/// 0.03 rad keeps a half turn of 60 mm radius within 0.01 mm.
constexpr double k_arc_step = 0.03;
/// The taut string round several cylinders is found piece by piece until its touching points rest.
constexpr int k_most_rounds = 60;
constexpr double k_at_rest = 1e-10;
constexpr double k_same_point = 1e-9;

/// The cylinders of one path in a pose, and where a string touches each.
struct Course {
    std::array<PlacedCylinder, k_most_wraps> cylinders;
    std::array<anatomy::Body, k_most_wraps> bodies{};
    std::array<std::optional<Contact>, k_most_wraps> contacts;
    std::size_t count = 0;
};

Course course_of(const anatomy::Atlas& atlas, const anatomy::MusclePath& path, const motion::BoneFrames& frames) {
    APP_ASSERT(path.wraps.size() <= k_most_wraps);
    Course course;
    for (const int i : path.wraps) {
        const anatomy::WrapCylinder& cylinder = atlas.wraps[static_cast<std::size_t>(i)];
        course.cylinders[course.count] = place(cylinder, frames[cylinder.body]);
        course.bodies[course.count++] = cylinder.body;
    }
    return course;
}

/// The string from `from` to `to` past the cylinders in order. Each contact is the taut string between its neighbours.
void pull_taut(Course& course, const glm::dvec3& from, const glm::dvec3& to) {
    course.contacts.fill(std::nullopt);
    for (int round = 0; round < k_most_rounds; ++round) {
        double moved = 0.0;
        for (std::size_t i = 0; i < course.count; ++i) {
            glm::dvec3 before = from, after = to;
            for (std::size_t k = 0; k < i; ++k)
                if (course.contacts[k]) before = course.contacts[k]->last;
            for (std::size_t k = course.count; k-- > i + 1;)
                if (course.contacts[k]) after = course.contacts[k]->first;
            const std::optional<Contact> now = wrap(course.cylinders[i], before, after);
            if (now.has_value() != course.contacts[i].has_value()) moved = 1.0;
            if (now && course.contacts[i])
                moved = std::max({moved, glm::distance(now->first, course.contacts[i]->first),
                                  glm::distance(now->last, course.contacts[i]->last)});
            course.contacts[i] = now;
        }
        if (course.count < 2 || moved < k_at_rest) break;
    }
}

/// A point of the string and the body it moves with.
struct Held {
    glm::dvec3 point;
    anatomy::Body body;
};

/// Calls straight(a, b) and arc(cylinder, contact) along the whole path, origin first.
template <class Straight, class Arc>
void walk(const anatomy::Atlas& atlas, int muscle, const motion::BoneFrames& frames, Straight straight, Arc arc) {
    APP_ASSERT(muscle >= 0 && static_cast<std::size_t>(muscle) < atlas.muscles.size());
    const anatomy::MusclePath& path = atlas.muscles[static_cast<std::size_t>(muscle)];
    Course course = course_of(atlas, path, frames);
    const auto held = [&](const anatomy::PathPoint& p) { return Held{frames[p.body].point(p.position), p.body}; };
    for (std::size_t i = 0; i + 1 < path.points.size(); ++i) {
        Held at = held(path.points[i]);
        const Held end = held(path.points[i + 1]);
        pull_taut(course, at.point, end.point);
        for (std::size_t k = 0; k < course.count; ++k) {
            const std::optional<Contact>& contact = course.contacts[k];
            if (!contact) continue;
            straight(at, Held{contact->first, course.bodies[k]});
            arc(course.cylinders[k], *contact);
            at = {contact->last, course.bodies[k]};
        }
        straight(at, end);
    }
}

void add_point(std::vector<glm::dvec3>& points, const glm::dvec3& p) {
    if (points.empty() || glm::distance(points.back(), p) > k_same_point) points.push_back(p);
}

/// The straight piece before it has put the arc's first point there already.
void add_arc(std::vector<glm::dvec3>& points, const PlacedCylinder& cylinder, const Contact& contact) {
    points.pop_back();
    append_arc(cylinder, contact, k_arc_step, points);
}

glm::dvec3 velocity(const motion::BodyTwists& twists, const Held& held) {
    const motion::Twist& twist = twists[static_cast<std::size_t>(anatomy::index(held.body))];
    return twist.linear + glm::cross(twist.angular, held.point);
}

} // namespace

void trace(const anatomy::Atlas& atlas, int muscle, const motion::BoneFrames& frames,
           const std::array<motion::BodyTwists, motion::k_coordinate_count>& twists, MuscleState& out) {
    out.path.clear();
    out.length = 0.0;
    out.moment_arms.fill(0.0);
    walk(
        atlas, muscle, frames,
        [&](const Held& a, const Held& b) {
            add_point(out.path, a.point);
            add_point(out.path, b.point);
            const double length = glm::distance(a.point, b.point);
            out.length += length;
            if (a.body == b.body || length < k_same_point) return;
            const glm::dvec3 along = (b.point - a.point) / length;
            for (std::size_t c = 0; c < twists.size(); ++c)
                out.moment_arms[c] -= glm::dot(along, velocity(twists[c], b) - velocity(twists[c], a));
        },
        [&](const PlacedCylinder& cylinder, const Contact& contact) {
            out.length += contact.length(cylinder);
            add_arc(out.path, cylinder, contact);
        });
}

std::vector<glm::dvec3> path_points(const anatomy::Atlas& atlas, int muscle, const motion::BoneFrames& frames) {
    std::vector<glm::dvec3> points;
    walk(
        atlas, muscle, frames,
        [&](const Held& a, const Held& b) {
            add_point(points, a.point);
            add_point(points, b.point);
        },
        [&](const PlacedCylinder& cylinder, const Contact& contact) {
            add_arc(points, cylinder, contact);
        });
    return points;
}

double path_length(const anatomy::Atlas& atlas, int muscle, const motion::BoneFrames& frames) {
    double length = 0.0;
    walk(
        atlas, muscle, frames,
        [&](const Held& a, const Held& b) { length += glm::distance(a.point, b.point); },
        [&](const PlacedCylinder& cylinder, const Contact& contact) { length += contact.length(cylinder); });
    return length;
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
