#include "sculpt/envelope.h"

#include <gtest/gtest.h>

namespace {

using namespace sculpt;

Solid bar(float x, float width, float thickness) {
    const std::vector<Station> stations = {{{x, 0, 0}, width, thickness, 0}, {{x, 100, 0}, width, thickness, 0}};
    return make_tube(stations, {1, 0, 0}, 2.0f, Cap::round);
}

TEST(Envelope, OfOnePartIsThatPart) {
    const auto section = make_envelope({bar(5, 8, 3)})->section(0.5f);
    ASSERT_TRUE(section);
    EXPECT_NEAR(section->centre.x, 5.0f, 1e-3f);
    EXPECT_NEAR(section->centre.y, 50.0f, 0.5f);
    EXPECT_NEAR(section->half_width, 8.0f, 0.02f);
    EXPECT_NEAR(section->half_thickness, 3.0f, 0.02f);
}

TEST(Envelope, OfTwoPartsLiesBetweenThemAndIsAsWideAsBoth) {
    const auto section = make_envelope({bar(-8, 8, 5), bar(8, 8, 5)})->section(0.3f);
    EXPECT_NEAR(section->centre.x, 0.0f, 1e-3f);
    EXPECT_NEAR(section->half_width, 2.0f * std::sqrt(16.0f + 64.0f), 0.1f); // moments: own and apart
    EXPECT_NEAR(section->half_thickness, 5.0f, 0.05f);
}

TEST(Envelope, KeepsItsWidthAxisWhereWidthAndThicknessChangePlaces) {
    const std::vector<Station> stations = {{{0, 0, 0}, 8, 3, 0}, {{0, 50, 0}, 5, 5, 0}, {{0, 100, 0}, 3, 8, 0}};
    const Solid envelope = make_envelope({make_tube(stations, {1, 0, 0}, 2.0f, Cap::round)});
    EXPECT_GT(envelope->section(1.0f)->width_axis.x, 0.99f);
    EXPECT_LT(envelope->section(1.0f)->half_width, envelope->section(1.0f)->half_thickness);
}

} // namespace
