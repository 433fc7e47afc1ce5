#include "base/parallel.h"

#include <algorithm>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace base {

void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work) {
    // one at a time: they may differ in size by a hundred times
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, count, 1),
        [&](const tbb::blocked_range<std::size_t>& some) {
            tbb::this_task_arena::isolate([&] {
                for (std::size_t i = some.begin(); i != some.end(); ++i) work(i);
            });
        },
        tbb::simple_partitioner());
}

void beside_something(const std::function<void()>& work) {
    static tbb::task_arena cores(std::max(tbb::info::default_concurrency() - 1, 1));
    cores.execute(work);
}

} // namespace base
