#pragma once
// Passes: how much a muscle has been worked so far, in closed form: the lesson runs backwards as well as forwards.

#include "lesson/lesson.h"

namespace lesson {

/// One pass: a lock held while the knee is straightened by this much.
inline constexpr base::Angle k_full_pass = base::Angle::degrees(120.0);

/// Passes over `muscle` until `at`: how far the knee was straightened under locks on it, in full passes. Never falls.
double passes(const Lesson& lesson, int muscle, base::Seconds at);

/// How fast the knee turns at `at`, either way, radians a second.
double knee_speed(const Lesson& lesson, base::Seconds at);

} // namespace lesson
