#include "base/rigid.h"

#include <glm/geometric.hpp>
#include <gtest/gtest.h>
#include <numbers>

namespace {

using base::Rigid;

const Rigid k_turn{glm::angleAxis(std::numbers::pi / 2.0, glm::dvec3(0.0, 0.0, 1.0)), {1.0, 2.0, 3.0}};

TEST(Rigid, TurnsThenMoves) {
    EXPECT_LT(glm::distance(k_turn.point({1.0, 0.0, 0.0}), glm::dvec3(1.0, 3.0, 3.0)), 1e-12);
    EXPECT_LT(glm::distance(k_turn.direction({1.0, 0.0, 0.0}), glm::dvec3(0.0, 1.0, 0.0)), 1e-12);
}

TEST(Rigid, InverseUndoesIt) {
    const glm::dvec3 p(0.3, -0.7, 5.0);
    EXPECT_LT(glm::distance(k_turn.inverse().point(k_turn.point(p)), p), 1e-12);
    EXPECT_LT(glm::distance((k_turn * k_turn.inverse()).point(p), p), 1e-12);
}

TEST(Rigid, ProductAppliesTheInnerOneFirst) {
    const Rigid shift{{1.0, 0.0, 0.0, 0.0}, {5.0, 0.0, 0.0}};
    const glm::dvec3 p(1.0, 1.0, 1.0);
    EXPECT_LT(glm::distance((k_turn * shift).point(p), k_turn.point(shift.point(p))), 1e-12);
    EXPECT_GT(glm::distance((shift * k_turn).point(p), k_turn.point(shift.point(p))), 1.0);
}

TEST(Rigid, MatrixDoesTheSame) {
    const glm::vec4 moved = k_turn.matrix() * glm::vec4(0.5f, 0.25f, -1.0f, 1.0f);
    EXPECT_LT(glm::distance(glm::vec3(moved), glm::vec3(k_turn.point({0.5, 0.25, -1.0}))), 1e-5f);
}

} // namespace
