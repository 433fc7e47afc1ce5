#include "sculpt/ellipse_arc.h"

#include <gtest/gtest.h>
#include <numbers>

namespace {

using namespace sculpt;

TEST(EllipseArc, OfACircleIsItsAngle) {
    EXPECT_NEAR(ellipse_girth({3, 3}), 6.0f * std::numbers::pi_v<float>, 1e-3f);
    EXPECT_NEAR(ellipse_share({1, 1}, {3, 3}), 0.125f, 1e-4f);
    EXPECT_NEAR(ellipse_share({-1, 0}, {3, 3}), 0.5f, 1e-4f);
    EXPECT_NEAR(ellipse_share({0, -1}, {3, 3}), 0.75f, 1e-4f);
}

TEST(EllipseArc, OfAFlatEllipseIsEvenAlongItsFaces) {
    // nearly two straight faces of 40 mm
    const glm::vec2 radii(20, 0.5f);
    EXPECT_NEAR(ellipse_girth(radii), 80.0f, 1.0f);
    EXPECT_NEAR(ellipse_share({10, 0.433f}, radii), 0.125f, 0.01f);
    EXPECT_NEAR(ellipse_share({-10, -0.433f}, radii), 0.625f, 0.01f);
}

} // namespace
