// A sweep is nothing but evaluate_muscle at each of its poses.
#include "support.h"
#include "tissue/curves.h"

#include <gtest/gtest.h>

namespace {

TEST(Sweep, HoldsTheStateAtEachOfItsPoses) {
    const int biceps = tissue_test::muscle("biceps_femoris_long_head");
    tissue::Lock lock;
    lock.muscle = biceps;
    lock.position = 0.4;
    lock.set_in = tissue_test::knee(120.0);
    tissue::Sweep sweep;
    sweep.base.hip_rotation = base::Angle::degrees(10.0);
    sweep.from = base::Angle::degrees(0.0);
    sweep.to = base::Angle::degrees(120.0);
    sweep.points = 5;
    const auto states = tissue::sweep(tissue_test::atlas(), biceps, lock, sweep);
    ASSERT_EQ(states.size(), 5u);
    for (int i = 0; i < 5; ++i) {
        motion::Pose pose = tissue_test::knee(30.0 * i);
        pose.hip_rotation = sweep.base.hip_rotation;
        const auto alone = tissue::evaluate_muscle(tissue_test::atlas(), biceps, pose, lock);
        EXPECT_NEAR(states[static_cast<std::size_t>(i)].length, alone.length, 1e-12) << i;
        EXPECT_NEAR(states[static_cast<std::size_t>(i)].distal_strain, alone.distal_strain, 1e-9) << i;
    }
}

} // namespace
