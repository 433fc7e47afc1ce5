#pragma once
// sample: the state of the lesson at a time. Pure; the order of calls does not matter.

#include "lesson/lesson.h"

#include <glm/vec3.hpp>

namespace lesson {

/// Where a hand is between its spans: shape and place now, and the place it comes from while it travels.
struct HandSample {
    Hand hand = Hand::right;
    HandSpan span;         ///< the span that holds now, or the next one while travelling
    HandSpan before;       ///< the span it comes from
    double on_way = 1.0;   ///< share of the travel's time: 0 leaves `before`, 1 has arrived at `span`
    double travel = 1.0;   ///< of its way; eased
    double position = 0.5; ///< fraction along the muscle now
    double pressure = 0.0; ///< 0..1, how much of the lock's pressure is on (presses in within 1.5 s)
    /// The locks of `span` and `before` in full grasp, also while they are not on yet or no more: where the hand was
    /// and will be. nullopt where it lies on no lock.
    std::optional<tissue::Lock> lock, lock_before;
    bool operator==(const HandSample&) const = default;
};

struct Sample {
    base::Seconds at{0};
    int step = 0;
    motion::Pose pose;
    double activation = 0.0; ///< 0..1 of Lesson::active
    std::optional<tissue::Lock> lock;
    double lock_pressure = 0.0; ///< 0..1, eased in at the lock's start and out at its end
    std::vector<HandSample> hands;
    Camera camera;                 ///< eases from the previous step's within a second, a wide swing within two
    std::vector<LayerView> layers; ///< eased over the first second
    double highlight = 1.0;        ///< 0..1 strength of the step's highlight, eased in
    bool operator==(const Sample&) const = default;
};

/// Clamped to the lesson's ends.
Sample sample(const Lesson& lesson, base::Seconds at);

/// Index of the step that contains `at` (the last one at the very end).
int step_at(const Lesson& lesson, base::Seconds at);

/// Whether nothing moves from `from` to `to`: the samples differ in their time alone.
bool rests(const Lesson& lesson, base::Seconds from, base::Seconds to);

/// Pose and activation alone, as sample() gives them: eased (minimum-jerk, Flash & Hogan 1985) between key frames.
PoseKey key_at(const Lesson& lesson, base::Seconds at);
motion::Pose pose_at(const Lesson& lesson, base::Seconds at);

} // namespace lesson
