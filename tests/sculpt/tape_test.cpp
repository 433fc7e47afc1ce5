// tape: sections and girths of meshes whose girth is known.
#include "sculpt/tape.h"

#include "sculpt/surface.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <gtest/gtest.h>
#include <numbers>

namespace {

/// A limb standing on the floor: an upright rod with round ends, millimetres.
mesh::Mesh rod(const glm::vec2& at, float radius, float height) {
    const sculpt::Field field = [=](const glm::vec3& p) {
        const glm::vec3 low(at.x, radius, at.y);
        const float up = std::clamp(p.y - low.y, 0.0f, height - 2.0f * radius);
        return glm::distance(p, low + glm::vec3(0.0f, up, 0.0f)) - radius;
    };
    const glm::vec3 reach(radius + 5.0f, 0.0f, radius + 5.0f), foot(at.x, 0.0f, at.y);
    return sculpt::surface("rod", field,
                           {foot - reach - glm::vec3(0, 5, 0), foot + reach + glm::vec3(0, height + 5, 0)},
                           {2.0f, 20000, 1.0f});
}

TEST(Tape, ReadsTheGirthOfARod) {
    const auto cuts = sculpt::level_cuts(rod({-80.0f, 0.0f}, 50.0f, 400.0f), 0.2);
    EXPECT_NEAR(sculpt::girth(cuts, false), 2.0 * std::numbers::pi * 0.05, 0.0005);
}

TEST(Tape, GoesRoundBothSidesOfTheBody) {
    const auto cuts = sculpt::level_cuts(rod({-80.0f, 0.0f}, 50.0f, 400.0f), 0.2);
    EXPECT_NEAR(sculpt::girth(cuts, true), 2.0 * std::numbers::pi * 0.05 + 4.0 * 0.08, 0.0005);
}

TEST(Tape, PassesOverHollows) {
    EXPECT_NEAR(sculpt::tape_round({{0, 0}, {1, 0}, {0.5, 0.2}, {1, 1}, {0.4, 0.6}, {0, 1}}), 4.0, 1e-12);
    EXPECT_EQ(sculpt::tape_round({}), 0.0);
}

TEST(Tape, FindsNothingBesideTheMesh) {
    EXPECT_TRUE(sculpt::level_cuts(rod({-80.0f, 0.0f}, 50.0f, 400.0f), 0.9).empty());
}

} // namespace
