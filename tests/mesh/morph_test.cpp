#include "mesh/morph.h"

#include "box.h"

#include <gtest/gtest.h>
#include <limits>

namespace {

using mesh::Bend;

/// One vertex that moves along x: 1 with the knee at 30 degrees and 3 at 90, 5 with the ankle at -40, 4 at -10, 6
/// at 20.
std::vector<mesh::MorphTarget> both() {
    const auto along = [](Bend bend, float degrees, float x) {
        return mesh::MorphTarget{bend, degrees, {1}, {{x, 0.0f, 0.0f}}};
    };
    return {along(Bend::knee, 30.0f, 1.0f), along(Bend::knee, 90.0f, 3.0f), along(Bend::ankle, -40.0f, 5.0f),
            along(Bend::ankle, -10.0f, 4.0f), along(Bend::ankle, 20.0f, 6.0f)};
}

float moved(double knee, double ankle = 0.0) {
    std::vector<glm::vec3> positions(2, glm::vec3(0.0f));
    mesh::add_morphs(both(), {knee, ankle}, positions);
    EXPECT_EQ(positions[0], glm::vec3(0.0f));
    return positions[1].x;
}

TEST(Morph, IsLinearBetweenTheShapesAndNothingWhenStraight) {
    EXPECT_FLOAT_EQ(moved(-5.0), 0.0f);
    EXPECT_FLOAT_EQ(moved(0.0), 0.0f);
    EXPECT_FLOAT_EQ(moved(15.0), 0.5f);
    EXPECT_FLOAT_EQ(moved(30.0), 1.0f);
    EXPECT_FLOAT_EQ(moved(60.0), 2.0f);
    EXPECT_FLOAT_EQ(moved(90.0), 3.0f);
    EXPECT_FLOAT_EQ(moved(140.0), 3.0f);
}

TEST(Morph, BeginsAtRestToBothSides) {
    EXPECT_FLOAT_EQ(moved(0.0, -5.0), 2.0f);
    EXPECT_FLOAT_EQ(moved(0.0, -10.0), 4.0f);
    EXPECT_FLOAT_EQ(moved(0.0, -25.0), 4.5f);
    EXPECT_FLOAT_EQ(moved(0.0, -50.0), 5.0f);
    EXPECT_FLOAT_EQ(moved(0.0, 5.0), 1.5f);
    EXPECT_FLOAT_EQ(moved(0.0, 30.0), 6.0f);
}

TEST(Morph, JointsAddUp) { EXPECT_FLOAT_EQ(moved(60.0, -25.0), 6.5f); }

TEST(Morph, DefectsNameShapesThatDoNotFit) {
    mesh::Mesh solid = ::box();
    solid.morphs = {{Bend::knee, 30.0f, {1}, {glm::vec3(0.1f)}}, {Bend::knee, 60.0f, {}, {}}};
    EXPECT_TRUE(mesh::defects(solid).empty());
    solid.morphs[1].degrees = 30.0f;
    EXPECT_EQ(mesh::defects(solid).size(), 1u);
    solid.morphs[1].bend = Bend::ankle;
    EXPECT_TRUE(mesh::defects(solid).empty());
    solid.morphs[1].degrees = 0.0f;
    EXPECT_EQ(mesh::defects(solid).size(), 1u);
    solid.morphs.pop_back();
    solid.morphs[0].vertices[0] = 10'000;
    EXPECT_EQ(mesh::defects(solid).size(), 1u);
    solid.morphs[0].vertices[0] = 1;
    solid.morphs[0].offsets[0].x = std::numeric_limits<float>::infinity();
    EXPECT_FALSE(mesh::finite(solid));
}

} // namespace
