#pragma once
// parallel: the same work on many things, on all cores.

#include <cstddef>
#include <functional>

namespace base {

/// Runs work(0), work(1), ... work(count - 1) on all cores, in no order; may be asked from several threads. The first
/// exception ends it and is thrown again. A piece that waits for others of its own takes up no other meanwhile. What it
/// makes must not depend on the order: pictures are values.
void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work);

/// Runs `work`, for which "all cores" are all but one: the other is needed for something else meanwhile. May be asked
/// from several threads; what `work` throws is thrown again.
void beside_something(const std::function<void()>& work);

} // namespace base
