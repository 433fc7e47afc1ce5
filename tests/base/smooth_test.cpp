#include "base/smooth.h"

#include <gtest/gtest.h>

namespace {

TEST(Smooth, StepIsFlatOutsideItsEdges) {
    EXPECT_EQ(base::smoothstep(2.0, 4.0, 1.0), 0.0);
    EXPECT_EQ(base::smoothstep(2.0, 4.0, 5.0), 1.0);
    EXPECT_DOUBLE_EQ(base::smoothstep(2.0, 4.0, 3.0), 0.5);
}

TEST(Smooth, SmootherStepStartsAndEndsAtRest) {
    const double h = 1e-4;
    EXPECT_EQ(base::smootherstep(-1.0), 0.0);
    EXPECT_EQ(base::smootherstep(2.0), 1.0);
    EXPECT_NEAR(base::smootherstep(h) / h, 0.0, 1e-6);
    EXPECT_NEAR((1.0 - base::smootherstep(1.0 - h)) / h, 0.0, 1e-6);
    EXPECT_DOUBLE_EQ(base::smootherstep(0.5), 0.5);
}

TEST(Smooth, MixMeetsBothEnds) {
    EXPECT_EQ(base::mix(3.0, 7.0, 0.0), 3.0);
    EXPECT_EQ(base::mix(3.0, 7.0, 1.0), 7.0);
}

} // namespace
