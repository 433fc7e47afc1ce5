#include "anatomy/atlas.h"

#include <cmath>
#include <gtest/gtest.h>

namespace {

TEST(Polynomial, TakesTheHighestPowerFirst) {
    const anatomy::Polynomial p{{2.0, -3.0, 5.0}};
    EXPECT_DOUBLE_EQ(p(0.0), 5.0);
    EXPECT_DOUBLE_EQ(p(2.0), 7.0);
}

TEST(Polynomial, WithoutCoefficientsIsZero) { EXPECT_EQ(anatomy::Polynomial{}(3.0), 0.0); }

TEST(Spline, GivesACubicBackExactly) {
    // the end conditions take the third derivative of the cubic through the four end nodes: a cubic fits them itself
    const auto cubic = [](double x) { return 0.5 * x * x * x - 2.0 * x * x + x - 3.0; };
    std::vector<double> x = {-1.0, 0.0, 0.7, 2.0, 2.5, 4.0}, y;
    for (const double v : x) y.push_back(cubic(v));
    const anatomy::Spline spline = anatomy::Spline::through(x, y);
    for (double v = -1.0; v <= 4.0; v += 0.05) EXPECT_NEAR(spline(v), cubic(v), 1e-10) << v;
}

TEST(Spline, PassesThroughItsNodes) {
    const std::vector<double> x = {0.0, 1.0, 2.0, 4.0, 5.0}, y = {0.0, 3.0, -1.0, 2.0, 2.0};
    const anatomy::Spline spline = anatomy::Spline::through(x, y);
    for (std::size_t i = 0; i < x.size(); ++i) EXPECT_NEAR(spline(x[i]), y[i], 1e-12);
}

TEST(Spline, IsStraightOutsideAndJoinsWithoutACorner) {
    const anatomy::Spline spline = anatomy::Spline::through({0.0, 1.0, 2.0, 3.0}, {0.0, 1.0, 4.0, 9.0});
    EXPECT_NEAR(spline(3.5), 9.0 + 0.5 * 6.0, 1e-9);
    EXPECT_NEAR(spline(-2.0), 0.0, 1e-9);
    EXPECT_NEAR(spline(5.0) - spline(4.0), spline(4.0) - spline(3.0), 1e-9);
}

TEST(Atlas, FindsOnlyWholeIds) {
    anatomy::Atlas atlas;
    atlas.structures.resize(2);
    atlas.structures[1].id = "femur";
    atlas.muscles.resize(1);
    atlas.muscles[0].id = "gluteus_maximus/1";
    atlas.layers.push_back({"skin", "Skin", true, 1.0f});
    EXPECT_EQ(atlas.find_structure("femur"), 1);
    EXPECT_FALSE(atlas.find_structure("fem").has_value());
    EXPECT_EQ(atlas.find_muscle("gluteus_maximus/1"), 0);
    EXPECT_FALSE(atlas.find_muscle("gluteus_maximus").has_value());
    EXPECT_EQ(atlas.find_layer("skin"), 0);
    EXPECT_FALSE(atlas.find_layer("bones").has_value());
}

TEST(Body, NamesLeadBackToTheBody) {
    for (int i = 0; i < anatomy::k_body_count; ++i)
        EXPECT_EQ(anatomy::body_from_name(anatomy::k_body_names[static_cast<std::size_t>(i)]),
                  static_cast<anatomy::Body>(i));
    EXPECT_FALSE(anatomy::body_from_name("foot").has_value());
}

} // namespace
