#include "base/angle.h"

#include <gtest/gtest.h>
#include <numbers>

namespace {

using base::Angle;
using namespace base::literals;

TEST(Angle, DegreesAndRadiansAreTheSameAngle) {
    EXPECT_DOUBLE_EQ(Angle::degrees(180.0).radians(), std::numbers::pi);
    EXPECT_DOUBLE_EQ(Angle::radians(std::numbers::pi / 2.0).degrees(), 90.0);
    EXPECT_EQ(90_deg, Angle::degrees(90.0));
    EXPECT_EQ(22.5_deg, Angle::degrees(22.5));
}

TEST(Angle, AddsScalesAndCompares) {
    EXPECT_DOUBLE_EQ((30_deg + 15_deg).degrees(), 45.0);
    EXPECT_DOUBLE_EQ((30_deg - 45_deg).degrees(), -15.0);
    EXPECT_DOUBLE_EQ((-(30_deg)).degrees(), -30.0);
    EXPECT_DOUBLE_EQ((30_deg * 0.5).degrees(), 15.0);
    EXPECT_LT(30_deg, 31_deg);
}

} // namespace
