#pragma once
// find_time: when the lesson puts a joint at an angle, for scrubbing by angle.

#include "lesson/lesson.h"

#include <optional>

namespace lesson {

/// A part of the lesson, both ends included.
struct Span {
    base::Seconds from, to;
};

/// The time within `span` nearest to `near` at which `coordinate` has this angle; nullopt when it never has.
std::optional<base::Seconds> time_of(const Lesson& lesson, motion::Coordinate coordinate, base::Angle angle,
                                     base::Seconds near, const Span& span);

/// Where scrubbing from `near` to this angle leads: while a lock holds, within its time; else in the step, or else in
/// the lesson. An angle that is not reached there gives the time at which the joint comes nearest to it.
base::Seconds scrub_time(const Lesson& lesson, motion::Coordinate coordinate, base::Angle angle, base::Seconds near);

} // namespace lesson
