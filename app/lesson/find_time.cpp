#include "lesson/find_time.h"

#include "lesson/sample.h"

#include <algorithm>
#include <cmath>

namespace lesson {

namespace {

constexpr int k_halvings = 40;          // of the time between two keys: exact to nanoseconds
constexpr double k_same_rad = 1e-6;     // angles nearer to each other than this are the same
constexpr base::Seconds k_inside{1e-6}; // a lock is no longer on at its end

double angle_at(const Lesson& lesson, motion::Coordinate coordinate, base::Seconds at) {
    return motion::angle_of(pose_at(lesson, at), coordinate).radians();
}

/// The ends of the pieces of `span` in which every joint turns one way only: the key frames between.
std::vector<base::Seconds> knots(const Lesson& lesson, const Span& span) {
    std::vector<base::Seconds> times{span.from};
    for (const PoseKey& key : lesson.keys)
        if (key.at > span.from && key.at < span.to) times.push_back(key.at);
    if (span.to > span.from) times.push_back(span.to);
    return times;
}

/// The angle is between those at the two ends: eased movement is monotonic, so bisection finds it.
base::Seconds bisected(const Lesson& lesson, motion::Coordinate coordinate, double angle, base::Seconds from,
                       base::Seconds to) {
    const bool grows = angle_at(lesson, coordinate, to) > angle_at(lesson, coordinate, from);
    for (int i = 0; i < k_halvings; ++i) {
        const base::Seconds middle = (from + to) / 2.0;
        ((angle_at(lesson, coordinate, middle) < angle) == grows ? from : to) = middle;
    }
    return (from + to) / 2.0;
}

std::optional<base::Seconds> in_piece(const Lesson& lesson, motion::Coordinate coordinate, double angle,
                                      base::Seconds near, const Span& piece) {
    const double a = angle_at(lesson, coordinate, piece.from), b = angle_at(lesson, coordinate, piece.to);
    if (angle < std::min(a, b) - k_same_rad || angle > std::max(a, b) + k_same_rad) return std::nullopt;
    if (std::abs(a - b) <= k_same_rad) return std::clamp(near, piece.from, piece.to);
    if (std::abs(angle - a) <= k_same_rad) return piece.from;
    if (std::abs(angle - b) <= k_same_rad) return piece.to;
    return bisected(lesson, coordinate, angle, piece.from, piece.to);
}

base::Seconds nearest_reached(const Lesson& lesson, motion::Coordinate coordinate, double angle, base::Seconds near,
                              const Span& span) {
    base::Seconds best = near;
    double best_error = 1e9;
    for (const base::Seconds at : knots(lesson, span)) { // extremes lie at key frames
        const double error = std::abs(angle_at(lesson, coordinate, at) - angle);
        const bool nearer = std::abs((at - near).count()) < std::abs((best - near).count());
        if (error > best_error + k_same_rad || (error > best_error - k_same_rad && !nearer)) continue;
        best = at;
        best_error = error;
    }
    return best;
}

std::optional<Span> span_of_lock(const Lesson& lesson, base::Seconds at) {
    for (const LockSpan& lock : lesson.locks)
        if (lock.from <= at && at < lock.to) return Span{lock.from, std::max(lock.from, lock.to - k_inside)};
    return std::nullopt;
}

} // namespace

std::optional<base::Seconds> time_of(const Lesson& lesson, motion::Coordinate coordinate, base::Angle angle,
                                     base::Seconds near, const Span& span) {
    std::optional<base::Seconds> best;
    const std::vector<base::Seconds> times = knots(lesson, span);
    for (std::size_t i = 0; i + 1 < std::max<std::size_t>(times.size(), 2); ++i) {
        const Span piece{times[i], times[std::min(i + 1, times.size() - 1)]};
        const auto found = in_piece(lesson, coordinate, angle.radians(), near, piece);
        if (found && (!best || std::abs((*found - near).count()) < std::abs((*best - near).count()))) best = found;
    }
    return best;
}

base::Seconds scrub_time(const Lesson& lesson, motion::Coordinate coordinate, base::Angle angle, base::Seconds near) {
    const Span whole{base::Seconds(0), lesson.duration()};
    if (const auto lock = span_of_lock(lesson, near)) {
        const auto found = time_of(lesson, coordinate, angle, near, *lock);
        return found ? *found : nearest_reached(lesson, coordinate, angle.radians(), near, *lock);
    }
    if (!lesson.steps.empty()) {
        const Step& step = lesson.steps[static_cast<std::size_t>(step_at(lesson, near))];
        // The end belongs to the next step.
        const Span own{step.start, std::max(step.start, step.end() - k_inside)};
        if (const auto found = time_of(lesson, coordinate, angle, near, own)) return *found;
    }
    if (const auto found = time_of(lesson, coordinate, angle, near, whole)) return *found;
    return nearest_reached(lesson, coordinate, angle.radians(), near, whole);
}

} // namespace lesson
