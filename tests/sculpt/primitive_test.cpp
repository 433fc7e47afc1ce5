#include "sculpt/primitive.h"

#include <cmath>
#include <gtest/gtest.h>

namespace {

using namespace sculpt;

/// Length of the field's slope: 1 for a true distance.
float slope(const Primitive& solid, const glm::vec3& p) {
    constexpr float step = 0.05f;
    glm::vec3 g;
    for (int i = 0; i < 3; ++i) {
        glm::vec3 d(0.0f);
        d[i] = step;
        g[i] = (solid.distance(p + d) - solid.distance(p - d)) / (2.0f * step);
    }
    return glm::length(g);
}

Solid straight_tube(Cap cap) {
    const std::vector<Station> stations = {{{0, 0, 0}, 10, 5, 0}, {{0, 50, 0}, 10, 5, 0}, {{0, 100, 0}, 10, 5, 0}};
    return make_tube(stations, {1, 0, 0}, 2.0f, cap);
}

TEST(Ellipsoid, IsNegativeInsideZeroOnTheSurfacePositiveOutside) {
    const Solid solid = make_ellipsoid({10, 20, 30}, {8, 4, 2}, {0, 0, 0});
    EXPECT_LT(solid->distance({10, 20, 30}), 0.0f);
    EXPECT_NEAR(solid->distance({18, 20, 30}), 0.0f, 1e-3f);
    EXPECT_NEAR(solid->distance({10, 20, 34}), 2.0f, 0.2f);
    EXPECT_NEAR(slope(*solid, {10, 24.2f, 30}), 1.0f, 0.05f);
}

TEST(Ellipsoid, TurnsAboutXThenYThenZ) {
    const Solid solid = make_ellipsoid({0, 0, 0}, {10, 1, 1}, {0, 90, 90});
    // the long axis x goes to -z about y, and stays there about z
    EXPECT_NEAR(solid->distance({0, 0, -10}), 0.0f, 1e-3f);
    EXPECT_GT(solid->distance({0, 10, 0}), 5.0f);
}

TEST(Cone, IsExactAtBothBallsAndBetweenThem) {
    const Solid solid = make_cone({0, 0, 0}, {0, 20, 0}, 6, 2);
    EXPECT_NEAR(solid->distance({0, -9, 0}), 3.0f, 1e-4f);
    EXPECT_NEAR(solid->distance({0, 23, 0}), 1.0f, 1e-4f);
    EXPECT_NEAR(slope(*solid, {7, 10, 0}), 1.0f, 1e-2f);
}

TEST(Cone, WhoseOneBallHoldsTheOtherIsTheBiggerBall) {
    const Solid solid = make_cone({0, 0, 0}, {0, 1, 0}, 6, 2);
    for (const glm::vec3 p : {glm::vec3(9, 0, 0), glm::vec3(0, 9, 0), glm::vec3(0, -9, 0)})
        EXPECT_NEAR(solid->distance(p), 3.0f, 1e-3f);
}

TEST(BoxSolid, RoundsItsEdgesInsideItsExtents) {
    const Solid solid = make_box({0, 0, 0}, {10, 10, 10}, 3, {0, 0, 0});
    EXPECT_NEAR(solid->distance({12, 0, 0}), 2.0f, 1e-4f);
    EXPECT_NEAR(solid->distance({10, 10, 0}), 3.0f * (std::sqrt(2.0f) - 1.0f), 1e-4f);
    EXPECT_NEAR(solid->distance({0, 0, 0}), -10.0f, 1e-4f);
}

TEST(Tube, HasTheWidthAlongItsSideAndTheThicknessAcross) {
    const Solid tube = straight_tube(Cap::round);
    EXPECT_NEAR(tube->distance({12, 50, 0}), 2.0f, 1e-3f);
    EXPECT_NEAR(tube->distance({0, 50, 7}), 2.0f, 1e-3f);
    EXPECT_NEAR(tube->distance({0, 50, 4}), -1.0f, 1e-3f);
    EXPECT_NEAR(slope(*tube, {10.5f, 50, 0}), 1.0f, 0.05f);
}

TEST(Tube, TwistTurnsTheWidthAboutTheCurve) {
    const std::vector<Station> stations = {{{0, 0, 0}, 10, 5, 90}, {{0, 100, 0}, 10, 5, 90}};
    const Solid tube = make_tube(stations, {1, 0, 0}, 2.0f, Cap::round);
    EXPECT_NEAR(tube->distance({0, 50, 10}), 0.0f, 1e-3f);
    EXPECT_NEAR(tube->distance({5, 50, 0}), 0.0f, 1e-3f);
}

TEST(Tube, EndsRoundByItsThinnerHalfOrFlatAtTheLastStation) {
    EXPECT_NEAR(straight_tube(Cap::round)->distance({0, 105, 0}), 0.0f, 1e-3f);
    EXPECT_NEAR(straight_tube(Cap::flat)->distance({0, 103, 0}), 3.0f, 1e-3f);
    EXPECT_NEAR(straight_tube(Cap::flat)->distance({0, 99, 0}), -1.0f, 1e-3f);
}

TEST(Tube, FibreRunsFromTheFirstStationToTheLast) {
    const Solid tube = straight_tube(Cap::round);
    const glm::vec3 front(0, 0, 1);
    EXPECT_NEAR(tube->fibre({9, 25, 0}, front).s, 0.25f, 1e-3f);
    EXPECT_NEAR(tube->fibre({0, -20, 0}, front).s, 0.0f, 1e-6f);
    EXPECT_NEAR(tube->fibre({0, 200, 0}, front).s, 1.0f, 1e-6f);
}

TEST(Tube, GoesRoundFromTheSideAskedForToTheOppositeBothWays) {
    const Solid tube = straight_tube(Cap::round);
    const glm::vec3 front(0, 0, 1);
    EXPECT_NEAR(tube->fibre({0, 50, 5}, front).round, 0.0f, 1e-3f);
    EXPECT_NEAR(tube->fibre({10, 50, 0}, front).round, 0.5f, 1e-3f);
    EXPECT_NEAR(tube->fibre({-10, 50, 0}, front).round, -0.5f, 1e-3f);
    EXPECT_NEAR(std::abs(tube->fibre({0, 50, -5}, front).round), 1.0f, 1e-3f);
}

TEST(Tube, TellsItsSectionAnywhereAlongIt) {
    const auto section = straight_tube(Cap::round)->section(0.3f);
    ASSERT_TRUE(section);
    EXPECT_NEAR(section->centre.y, 30.0f, 1e-3f);
    EXPECT_NEAR(section->half_width, 10.0f, 1e-3f);
    EXPECT_NEAR(std::abs(section->thickness_axis.z), 1.0f, 1e-4f);
}

TEST(Tube, FollowsABendWithoutJumps) {
    std::vector<Station> stations;
    for (int i = 0; i <= 8; ++i) {
        const float a = static_cast<float>(i) * 0.2f;
        stations.push_back({{60.0f * std::cos(a), 60.0f * std::sin(a), 0}, 5, 5, 0});
    }
    const Solid tube = make_tube(stations, {0, 0, 1}, 2.0f, Cap::round);
    for (float a = 0.1f; a < 1.5f; a += 0.01f)
        EXPECT_NEAR(tube->distance({67.0f * std::cos(a), 67.0f * std::sin(a), 0}), 2.0f, 0.2f) << a;
}

TEST(Plate, LiesOnItsGridWithHalfTheThicknessOnEachSide) {
    std::vector<PlatePoint> grid;
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column)
            grid.push_back({{20.0f * static_cast<float>(column), 30.0f * static_cast<float>(row), 0}, 4});
    const Solid plate = make_plate(grid, 3);
    EXPECT_NEAR(plate->distance({20, 30, 5}), 3.0f, 1e-3f);
    EXPECT_NEAR(plate->distance({17, 11, 0}), -2.0f, 1e-3f);
    EXPECT_NEAR(plate->distance({43, 30, 0}), 1.0f, 1e-3f);
    EXPECT_NEAR(plate->fibre({20, 15, 1}, {0, 0, 1}).s, 0.25f, 1e-2f);
    EXPECT_NEAR(plate->fibre({30, 15, 1}, {0, 0, 1}).round, 0.75f, 1e-2f);
}

TEST(Primitives, KeepInsideTheirBoxes) {
    for (const Solid& solid :
         {make_ellipsoid({5, 5, 5}, {9, 4, 2}, {30, 40, 50}), make_cone({0, 0, 0}, {20, 9, 3}, 6, 2),
          make_box({1, 2, 3}, {9, 4, 2}, 1, {20, 0, 70}), straight_tube(Cap::round)}) {
        for (float x = -40; x <= 60; x += 5)
            for (float y = -40; y <= 130; y += 5)
                for (float z = -40; z <= 60; z += 5) {
                    const glm::vec3 p(x, y, z);
                    EXPECT_TRUE(solid->distance(p) > -0.01f || solid->box().distance(p) == 0.0f)
                        << x << ' ' << y << ' ' << z;
                }
    }
}

} // namespace
