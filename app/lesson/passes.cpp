#include "lesson/passes.h"

#include "lesson/sample.h"

#include <algorithm>
#include <cmath>

namespace lesson {

namespace {

double knee(const Lesson& lesson, base::Seconds at) { return pose_at(lesson, at).knee_flexion.radians(); }

/// Radians by which the knee is straightened between two times; between key frames it turns one way only.
double straightened(const Lesson& lesson, base::Seconds from, base::Seconds to) {
    double sum = 0.0, before = knee(lesson, from);
    const auto go_on = [&](base::Seconds at) {
        const double now = knee(lesson, at);
        sum += std::max(before - now, 0.0);
        before = now;
    };
    for (const PoseKey& key : lesson.keys)
        if (key.at > from && key.at < to) go_on(key.at);
    go_on(to);
    return sum;
}

} // namespace

double passes(const Lesson& lesson, int muscle, base::Seconds at) {
    double sum = 0.0;
    for (const LockSpan& span : lesson.locks)
        if (span.lock.muscle == muscle && span.from < at) sum += straightened(lesson, span.from, std::min(span.to, at));
    return sum / k_full_pass.radians();
}

double knee_speed(const Lesson& lesson, base::Seconds at) {
    constexpr base::Seconds k_step{0.02}; // short against the quickest movement
    return std::abs(knee(lesson, at + k_step) - knee(lesson, at - k_step)) / (2.0 * k_step.count());
}

} // namespace lesson
