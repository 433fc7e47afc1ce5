#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <gtest/gtest.h>
#include <stdexcept>
#include <thread>
#include <vector>

namespace {

TEST(Parallel, DoesEachPieceOfWorkOnce) {
    std::vector<std::atomic<int>> done(1000);
    base::in_parallel(done.size(), [&](std::size_t i) { ++done[i]; });
    for (const auto& one : done) EXPECT_EQ(one, 1);
    base::in_parallel(0, [](std::size_t) { FAIL() << "there is nothing to do"; });
}

TEST(Parallel, ThrowsWhatOnePieceThrows) {
    EXPECT_THROW(base::in_parallel(100,
                                   [](std::size_t i) {
                                       if (i == 41) throw std::runtime_error("41");
                                   }),
                 std::runtime_error);
}

TEST(Parallel, APieceThatWaitsForItsOwnTakesUpNoOther) {
    static thread_local int within = 0;
    std::atomic<int> taken_up = 0;
    base::in_parallel(64, [&](std::size_t) {
        if (within++ > 0) ++taken_up;
        base::in_parallel(64, [](std::size_t) {});
        --within;
    });
    EXPECT_EQ(taken_up, 0);
}

TEST(Parallel, BesideSomethingACoreIsLeft) {
    std::atomic<unsigned> now = 0, most = 0, done = 0;
    base::beside_something([&] {
        base::in_parallel(200, [&](std::size_t) {
            const unsigned together = ++now;
            for (unsigned before = most; before < together && !most.compare_exchange_weak(before, together);) {
            }
            std::this_thread::sleep_for(std::chrono::microseconds(200));
            --now;
            ++done;
        });
    });
    EXPECT_EQ(done, 200u);
    EXPECT_LE(most, std::max(std::thread::hardware_concurrency(), 2u) - 1);
    EXPECT_THROW(base::beside_something([] { throw std::runtime_error("42"); }), std::runtime_error);
}

} // namespace
