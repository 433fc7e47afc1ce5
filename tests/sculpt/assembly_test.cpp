#include "sculpt/assembly.h"

#include <gtest/gtest.h>

namespace {

using namespace sculpt;

Solid ball(const glm::vec3& centre, float radius) { return make_ellipsoid(centre, glm::vec3(radius), glm::vec3(0.0f)); }

TEST(Placed, IsTurnedThenMovedAndItsBoxHoldsIt) {
    const Placing placing{rotation({0.0f, 0.0f, 90.0f}), {100.0f, 0.0f, 0.0f}};
    const Solid placed = make_placed(make_ellipsoid({10.0f, 0.0f, 0.0f}, {5.0f, 1.0f, 1.0f}, glm::vec3(0.0f)), placing);
    EXPECT_NEAR(placed->distance({100.0f, 15.0f, 0.0f}), 0.0f, 1e-4f);
    EXPECT_NEAR(placed->distance({101.0f, 10.0f, 0.0f}), 0.0f, 1e-4f);
    EXPECT_NEAR(placed->box().high.y, 15.0f, 1e-4f);
    EXPECT_NEAR(placed->box().low.x, 99.0f, 1e-4f);
}

TEST(Placed, MayMirror) {
    Placing mirror;
    mirror.turn[0][0] = -1.0f;
    const Solid placed = make_placed(ball({10.0f, 2.0f, 0.0f}, 1.0f), mirror);
    EXPECT_LT(placed->distance({-10.0f, 2.0f, 0.0f}), 0.0f);
    EXPECT_GT(placed->distance({10.0f, 2.0f, 0.0f}), 0.0f);
}

TEST(Placing, InnerComesFirst) {
    const Placing outer{rotation({0.0f, 0.0f, 90.0f}), glm::vec3(0.0f)};
    const Placing inner{glm::mat3(1.0f), {1.0f, 0.0f, 0.0f}};
    const glm::vec3 p = (outer * inner).point(glm::vec3(0.0f));
    EXPECT_NEAR(p.x, 0.0f, 1e-6f);
    EXPECT_NEAR(p.y, 1.0f, 1e-6f);
}

TEST(Branching, RootMeltsIntoTheTrunkButBranchesKeepApart) {
    // two bars side by side, 1 mm apart, that both stick out of a big ball
    const auto bar = [](float x, float to) { return make_cone({x, 0.0f, 0.0f}, {x, to, 0.0f}, 2.0f, 2.0f); };
    const Solid trunk = ball(glm::vec3(0.0f), 10.0f);
    const Solid tree = make_branching(
        trunk, {{bar(-2.5f, 14.0f), bar(-2.5f, 40.0f)}, {bar(2.5f, 14.0f), bar(2.5f, 40.0f)}}, 6.0f, 0.5f);
    EXPECT_GT(tree->distance({0.0f, 30.0f, 0.0f}), 0.3f); // the gap is still there
    const glm::vec3 corner(2.5f, 10.4f, 2.2f);            // just outside of trunk and bar alike
    EXPECT_GT(trunk->distance(corner), 0.0f);
    EXPECT_GT(bar(2.5f, 40.0f)->distance(corner), 0.0f);
    EXPECT_LT(tree->distance(corner), 0.0f); // rounded out
    EXPECT_GE(tree->box().high.y, 42.0f);
}

} // namespace
