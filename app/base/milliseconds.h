#pragma once
// Milliseconds: how long something took, as benchmarks print it.

#include <chrono>

namespace base {

template <class Number, class Period>
double milliseconds(std::chrono::duration<Number, Period> time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

} // namespace base
