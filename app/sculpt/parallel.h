#pragma once
// parallel: the same work on many things, on all cores.

#include <cstddef>
#include <functional>

namespace sculpt {

/// Runs work(0), work(1), ... work(count - 1) on all cores; the first exception ends it and is thrown again.
void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work);

} // namespace sculpt
