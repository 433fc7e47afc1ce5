#include "sculpt/pack.h"

#include <gtest/gtest.h>

namespace {

using namespace sculpt;

Shape ball(const char* id, anatomy::Kind kind, float x) {
    Shape shape;
    shape.id = id;
    shape.kind = kind;
    shape.firm = kind != anatomy::Kind::muscle;
    shape.steps = {{Op::add, 0, make_ellipsoid({x, 0, 0}, glm::vec3(10), {0, 0, 0})}};
    shape.program = Program(shape.steps);
    return shape;
}

TEST(Packed, EqualMusclesMeetInTheMiddleWithTheFascialGap) {
    const std::vector<Shape> shapes = {ball("left", anatomy::Kind::muscle, 0),
                                       ball("right", anatomy::Kind::muscle, 14)};
    const Field left = packed(shapes, 0), right = packed(shapes, 1);
    EXPECT_NEAR(left({7.0f - 0.5f * k_fascial_gap, 0, 0}), 0.0f, 0.05f);
    EXPECT_NEAR(right({7.0f + 0.5f * k_fascial_gap, 0, 0}), 0.0f, 0.05f);
    EXPECT_LT(left({-9, 0, 0}), 0.0f);
}

TEST(Packed, NoPointBelongsToTwoMuscles) {
    const std::vector<Shape> shapes = {ball("left", anatomy::Kind::muscle, 0), ball("right", anatomy::Kind::muscle, 8)};
    const Field left = packed(shapes, 0), right = packed(shapes, 1);
    for (float x = -12; x < 22; x += 0.7f)
        for (float y = -12; y < 12; y += 0.7f)
            EXPECT_FALSE(left({x, y, 0}) < 0.0f && right({x, y, 0}) < 0.0f) << x << ' ' << y;
}

TEST(Packed, MusclesThatLieDeepInEachOtherBesideABonePartToo) {
    const std::vector<Shape> shapes = {ball("a", anatomy::Kind::muscle, 0), ball("b", anatomy::Kind::muscle, 1),
                                       ball("bone", anatomy::Kind::bone, 12)};
    const Field a = packed(shapes, 0), b = packed(shapes, 1);
    for (float x = -12; x < 12; x += 0.5f) EXPECT_FALSE(a({x, 0, 0}) < 0.0f && b({x, 0, 0}) < 0.0f) << x;
}

TEST(Packed, MuscleGivesWayToBoneAndBoneStands) {
    const std::vector<Shape> shapes = {ball("muscle", anatomy::Kind::muscle, 0), ball("bone", anatomy::Kind::bone, 12)};
    EXPECT_NEAR(packed(shapes, 0)({2.0f - k_firm_gap, 0, 0}), 0.0f, 0.05f);
    EXPECT_NEAR(packed(shapes, 1)({2.0f, 0, 0}), 0.0f, 1e-3f);
}

TEST(Packed, BonesThatTouchLeaveTheGapOfAJoint) {
    const std::vector<Shape> shapes = {ball("head", anatomy::Kind::bone, 0), ball("socket", anatomy::Kind::bone, 18)};
    EXPECT_NEAR(packed(shapes, 0)({9.0f - 0.5f * k_joint_gap, 0, 0}), 0.0f, 0.05f);
    EXPECT_NEAR(packed(shapes, 1)({9.0f + 0.5f * k_joint_gap, 0, 0}), 0.0f, 0.05f);
}

TEST(Packed, AMirrorImageIsANeighbourToo) {
    std::vector<Shape> shapes = {ball("right", anatomy::Kind::bone, -8), ball("middle", anatomy::Kind::bone, 25)};
    Shape left;
    left.id = "left";
    left.mirror_of = "right";
    shapes.push_back(left);
    EXPECT_NEAR(packed(shapes, 0)({-0.5f * k_joint_gap, 0, 0}), 0.0f, 0.05f); // meets its own image at x = 0
    EXPECT_NEAR(packed(shapes, 1)({16.5f + 0.5f * k_joint_gap, 0, 0}), 0.0f, 0.05f);
}

TEST(Packed, EverythingSoftGivesWayToANerveAndTheNerveToBone) {
    for (const anatomy::Kind kind : {anatomy::Kind::muscle, anatomy::Kind::tendon}) {
        const std::vector<Shape> shapes = {ball("soft", kind, 0), ball("nerve", anatomy::Kind::nerve, 12),
                                           ball("bone", anatomy::Kind::bone, 24)};
        EXPECT_NEAR(packed(shapes, 0)({2.0f - k_firm_gap, 0, 0}), 0.0f, 0.05f);
        EXPECT_NEAR(packed(shapes, 1)({2.0f, 0, 0}), 0.0f, 0.05f);
        EXPECT_NEAR(packed(shapes, 1)({14.0f - k_firm_gap, 0, 0}), 0.0f, 0.05f);
    }
}

TEST(Packed, ASheetRoundTheOthersTakesNoSpace) {
    std::vector<Shape> shapes = {ball("muscle", anatomy::Kind::muscle, 0), ball("sheet", anatomy::Kind::fascia, 2)};
    shapes[1].hull.over = {"muscle"};
    EXPECT_NEAR(packed(shapes, 0)({10, 0, 0}), 0.0f, 1e-3f);
}

TEST(Packed, PeopleShareWithNobody) {
    const std::vector<Shape> shapes = {ball("client_body", anatomy::Kind::person, 0),
                                       ball("bone", anatomy::Kind::bone, 5)};
    EXPECT_NEAR(packed(shapes, 0)({10, 0, 0}), 0.0f, 1e-3f);
}

} // namespace
