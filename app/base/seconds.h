#pragma once
// Seconds: lesson time and wall time, in SI. std::chrono supplies the unit safety.

#include <chrono>

namespace base {

/// A duration or a point on the lesson's time line, in seconds.
using Seconds = std::chrono::duration<double>;

} // namespace base
