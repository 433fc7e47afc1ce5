#include "sculpt/program.h"

#include <gtest/gtest.h>

namespace {

using namespace sculpt;

Solid ball(float x, float radius) { return make_ellipsoid({x, 0, 0}, glm::vec3(radius), {0, 0, 0}); }

TEST(SmoothMin, IsTheMinimumWhereTheArgumentsDifferByMoreThanTheBlend) {
    EXPECT_EQ(smooth_min(1.0f, 9.0f, 4.0f), 1.0f);
    EXPECT_EQ(smooth_min(3.0f, 3.5f, 0.0f), 3.0f);
}

TEST(SmoothMin, LiesBelowBothNearTheSeamByAQuarterOfTheBlend) {
    EXPECT_FLOAT_EQ(smooth_min(2.0f, 2.0f, 4.0f), 1.0f);
    EXPECT_FLOAT_EQ(smooth_max(2.0f, 2.0f, 4.0f), 3.0f);
}

TEST(Program, UnionHoldsBothAndFillsTheSeam) {
    const Program sharp({{Op::add, 0, ball(0, 10)}, {Op::add, 0, ball(18, 10)}});
    const Program smooth({{Op::add, 0, ball(0, 10)}, {Op::add, 6, ball(18, 10)}});
    EXPECT_NEAR(sharp.distance({-10, 0, 0}), 0.0f, 1e-3f);
    EXPECT_NEAR(smooth.distance({28, 0, 0}), 0.0f, 1e-3f);
    const glm::vec3 seam(9, 5, 0);
    EXPECT_LT(smooth.distance(seam), sharp.distance(seam) - 1.0f);
}

TEST(Program, CutTakesAwayAndKeepLeavesOnlyWhatIsCommon) {
    const Program cut({{Op::add, 0, ball(0, 10)}, {Op::cut, 0, ball(10, 5)}});
    EXPECT_LT(cut.distance({0, 0, 0}), 0.0f);
    EXPECT_GT(cut.distance({8, 0, 0}), 0.0f);
    const Program keep({{Op::add, 0, ball(0, 10)}, {Op::keep, 0, ball(10, 5)}});
    EXPECT_GT(keep.distance({0, 0, 0}), 0.0f);
    EXPECT_LT(keep.distance({8, 0, 0}), 0.0f);
}

TEST(Program, LeavingOutFarSolidsChangesNoValueNearTheSurface) {
    const Program program({{Op::add, 0, ball(0, 10)}, {Op::add, 3, ball(60, 10)}, {Op::cut, 2, ball(120, 10)}});
    EXPECT_NEAR(program.distance({0, 12, 0}), ball(0, 10)->distance({0, 12, 0}), 1e-4f);
    EXPECT_NEAR(program.distance({60, 12, 0}), ball(60, 10)->distance({60, 12, 0}), 1e-4f);
}

TEST(Program, SharesGoToTheSolidsThatAddByNearness) {
    const Program program({{Op::add, 0, ball(0, 10)}, {Op::add, 0, ball(20, 10)}, {Op::cut, 0, ball(40, 10)}});
    const std::vector<float> between = program.shares({10, 0, 0}), at_first = program.shares({-10, 0, 0});
    EXPECT_NEAR(between[0], 0.5f, 1e-3f);
    EXPECT_NEAR(between[1], 0.5f, 1e-3f);
    EXPECT_EQ(between[2], 0.0f);
    EXPECT_NEAR(at_first[0], 1.0f, 1e-2f);
}

} // namespace
