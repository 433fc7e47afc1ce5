// The tissue of a frame allocates nothing once its state has grown. Alone in its program: it replaces operator new.
#include "support.h"

#include <atomic>
#include <cstdlib>
#include <gtest/gtest.h>
#include <new>

namespace {
std::atomic<int> allocations{0};
}

void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size)) return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

using namespace tissue_test;

TEST(Allocation, AFrameOfTheWholeLegAllocatesNothing) {
    const tissue::Solver solver(atlas());
    tissue::Lock lock;
    lock.muscle = muscle("biceps_femoris_long_head");
    lock.set_in = knee(120.0);
    const std::vector<double> activation(atlas().muscles.size(), 0.2);
    tissue::TissueState state;
    for (double degrees = 0.0; degrees <= 140.0; degrees += 1.0) // grow every path to its longest
        solver.evaluate(knee(degrees), lock, activation, state);
    const int before = allocations;
    for (double degrees = 140.0; degrees >= 0.0; degrees -= 0.5) solver.evaluate(knee(degrees), lock, activation, state);
    EXPECT_EQ(allocations - before, 0);
}

} // namespace
