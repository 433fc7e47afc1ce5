#include "lesson/sample.h"

#include "base/smooth.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <iterator>
#include <numbers>

namespace lesson {

namespace {

constexpr base::Seconds k_change{1.0};      ///< camera and layers reach a step's own state within this time
constexpr base::Seconds k_wide_swing{2.0};  ///< a camera that swings half a turn takes this time
constexpr double k_swing_rise = 0.6;        ///< and looks from this much higher half-way, radians: over what it passes
constexpr double k_steepest = 1.25;         ///< but never straight down, radians
constexpr base::Seconds k_press{1.5};       ///< a hand presses in and lets go within this time: tissue eases back
constexpr base::Seconds k_hand_travel{1.8}; ///< longest time a hand is on its way; before that it stays where it was

/// Share of the way from `from` to `to` at `at`, 0..1, by the minimum-jerk polynomial (Flash & Hogan 1985).
double eased(base::Seconds from, base::Seconds to, base::Seconds at) {
    if (to <= from) return at < from ? 0.0 : 1.0;
    return base::smootherstep((at - from) / (to - from));
}

/// Signed turn round the vertical from one camera to the other, the short way, radians.
double turn_between(const Camera& a, const Camera& b) {
    const glm::vec3 from = a.eye - a.target, to = b.eye - b.target;
    return std::remainder(double(std::atan2(to.x, to.z)) - double(std::atan2(from.x, from.z)), 2.0 * std::numbers::pi);
}

/// How wide a swing is: 0 up to a right angle, 1 at half a turn.
double wideness(const Camera& a, const Camera& b) {
    return base::saturate(std::abs(turn_between(a, b)) * 2.0 / std::numbers::pi - 1.0);
}

/// Swings round the target instead of cutting through the body, and keeps the horizon level.
Camera between(const Camera& a, const Camera& b, double t) {
    if (t >= 1.0 || a.id == b.id) return b;
    Camera now = b;
    now.target = glm::mix(a.target, b.target, static_cast<float>(t));
    const glm::dvec3 from = glm::dvec3(a.eye - a.target), to = glm::dvec3(b.eye - b.target);
    const auto elevation = [](const glm::dvec3& v) { return std::atan2(v.y, std::hypot(v.x, v.z)); };
    const double azimuth = std::atan2(from.x, from.z) + turn_between(a, b) * t;
    const double level = base::mix(elevation(from), elevation(to), t);
    const double over = k_swing_rise * wideness(a, b) * std::sin(std::numbers::pi * t);
    const double rise = std::max(level, std::min(level + over, k_steepest));
    const double distance = base::mix(glm::length(from), glm::length(to), t);
    const glm::dvec3 offset =
        distance * glm::dvec3(std::cos(rise) * std::sin(azimuth), std::sin(rise), std::cos(rise) * std::cos(azimuth));
    now.eye = now.target + glm::vec3(offset);
    now.field_of_view = a.field_of_view * (1.0 - t) + b.field_of_view * t;
    return now;
}

/// The step's camera at `at`, on its way from the camera of the step before.
Camera camera_at(const Camera& before, const Camera& own, const Step& step, base::Seconds at) {
    const base::Seconds time = k_change + (k_wide_swing - k_change) * wideness(before, own);
    return between(before, own, eased(step.start, step.start + std::min(time, step.duration), at));
}

std::vector<LayerView> between(const std::vector<LayerView>& a, const std::vector<LayerView>& b, double t) {
    std::vector<LayerView> now = b;
    for (LayerView& view : now) {
        const auto before = std::ranges::find(a, view.layer, &LayerView::layer);
        if (before != a.end())
            view.opacity = static_cast<float>(base::mix(double(before->opacity), double(view.opacity), t));
    }
    return now;
}

const LockSpan* lock_at(const Lesson& lesson, base::Seconds at) {
    const auto holds = [at](const LockSpan& span) { return span.from <= at && at < span.to; };
    const auto found = std::ranges::find_if(lesson.locks, holds);
    return found == lesson.locks.end() ? nullptr : &*found;
}

/// The lock that a hand is on.
std::optional<tissue::Lock> lock_of(const Lesson& lesson, const HandSpan& hand) {
    const LockSpan* span = hand.place == HandPlace::lock ? lock_at(lesson, hand.from) : nullptr;
    return span ? std::optional(span->lock) : std::nullopt;
}

double pressure(const LockSpan& span, base::Seconds at) {
    const base::Seconds ramp = std::min(k_press, (span.to - span.from) / 2.0);
    return std::min(eased(span.from, span.from + ramp, at), 1.0 - eased(span.to - ramp, span.to, at));
}

/// Whether the next span goes on where the one before it rests.
bool stays(const HandSpan& before, const HandSpan& next) {
    return before.place != HandPlace::lock && before.place == next.place && before.shape == next.shape &&
           before.muscle == next.muscle && before.to_position == next.position;
}

/// The hand's span at `at`, or the two it travels between. Before the first and after the last it rests there.
std::optional<HandSample> hand_at(const Lesson& lesson, Hand hand, base::Seconds at) {
    const HandSpan* before = nullptr;
    const HandSpan* next = nullptr;
    for (const HandSpan& span : lesson.hands) {
        if (span.hand != hand) continue;
        if (span.from <= at)
            before = &span;
        else if (!next)
            next = &span;
    }
    if (!before && !next) return std::nullopt;
    const auto made = [&](const HandSpan& span, const HandSpan& from, double on_way, double position) {
        return HandSample{hand,
                          span,
                          from,
                          on_way,
                          base::smootherstep(on_way),
                          position,
                          0.0,
                          lock_of(lesson, span),
                          lock_of(lesson, from)};
    };
    if (!before) return made(*next, *next, 1.0, next->position);
    if (at <= before->to || !next)
        return made(*before, *before, 1.0,
                    base::mix(before->position, before->to_position, eased(before->from, before->to, at)));
    const base::Seconds leave = std::max(before->to, next->from - k_hand_travel);
    if (at <= leave || stays(*before, *next)) return made(*before, *before, 1.0, before->to_position);
    return made(*next, *before, (at - leave) / (next->from - leave), next->position);
}

} // namespace

int step_at(const Lesson& lesson, base::Seconds at) {
    int found = 0;
    for (std::size_t i = 1; i < lesson.steps.size(); ++i)
        if (lesson.steps[i].start <= at) found = static_cast<int>(i);
    return found;
}

PoseKey key_at(const Lesson& lesson, base::Seconds at) {
    if (lesson.keys.empty()) return {at, {}};
    const auto after = std::ranges::upper_bound(lesson.keys, at, {}, &PoseKey::at);
    if (after == lesson.keys.begin()) return {at, after->pose, after->activation};
    const PoseKey& from = *std::prev(after);
    if (after == lesson.keys.end()) return {at, from.pose, from.activation};
    const double share = eased(from.at, after->at, at);
    return {at, from.pose == after->pose ? from.pose : motion::mix(from.pose, after->pose, share),
            base::mix(from.activation, after->activation, share)};
}

motion::Pose pose_at(const Lesson& lesson, base::Seconds at) { return key_at(lesson, at).pose; }

Sample sample(const Lesson& lesson, base::Seconds at) {
    Sample now;
    now.at = std::clamp(at, base::Seconds(0), lesson.duration());
    const PoseKey key = key_at(lesson, now.at);
    now.pose = key.pose;
    now.activation = key.activation;
    if (const LockSpan* span = lock_at(lesson, now.at)) {
        now.lock = span->lock;
        now.lock_pressure = pressure(*span, now.at);
        now.lock->grasp = now.lock_pressure;
    }
    for (const Hand hand : {Hand::right, Hand::left})
        if (std::optional<HandSample> sampled = hand_at(lesson, hand, now.at)) {
            if (sampled->span.place == HandPlace::lock && sampled->travel >= 1.0) sampled->pressure = now.lock_pressure;
            now.hands.push_back(std::move(*sampled));
        }
    if (lesson.steps.empty()) return now;
    now.step = step_at(lesson, now.at);
    const Step& step = lesson.steps[static_cast<std::size_t>(now.step)];
    const Step& before = lesson.steps[static_cast<std::size_t>(std::max(now.step - 1, 0))];
    const double changed = eased(step.start, step.start + std::min(k_change, step.duration), now.at);
    now.highlight = changed;
    now.layers = between(before.layers, step.layers, changed);
    const Camera* to = lesson.find_camera(step.camera);
    const Camera* from = lesson.find_camera(before.camera);
    if (to) now.camera = from ? camera_at(*from, *to, step, now.at) : *to;
    return now;
}

bool rests(const Lesson& lesson, base::Seconds from, base::Seconds to) {
    constexpr base::Seconds k_step{0.1}; // no movement comes and goes within it
    const auto differs = [first = sample(lesson, from), &lesson](base::Seconds at) {
        Sample now = sample(lesson, at);
        now.at = first.at;
        return now != first;
    };
    for (base::Seconds at = from; at < to; at += k_step)
        if (differs(at)) return false;
    return !differs(to);
}

} // namespace lesson
