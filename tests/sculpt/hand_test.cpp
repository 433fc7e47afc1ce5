#include "sculpt/hand.h"

#include "files/load.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace {

using namespace sculpt;

const Placing& at(const HandFrames& frames, Segment segment) { return frames[static_cast<std::size_t>(segment)]; }

HandModel plain() {
    HandModel model;
    for (Digit& digit : model.digits)
        digit = {{0.0f, -100.0f, 0.0f},
                 {40.0f, 25.0f, 20.0f},
                 {20.0f, 20.0f, 18.0f, 16.0f},
                 {20.0f, 18.0f, 15.0f, 12.0f},
                 {12.0f, 11.0f}};
    model.parts.push_back(
        {Segment::palm, {Op::add, 0.0f, make_box({0.0f, -50.0f, 0.0f}, {40.0f, 50.0f, 12.0f}, 8.0f, glm::vec3(0.0f))}});
    return model;
}

void expect_near(const glm::vec3& a, const glm::vec3& b) {
    for (int i = 0; i < 3; ++i) EXPECT_NEAR(a[i], b[i], 1e-3f) << "component " << i;
}

TEST(HandFrames, StraightFingerRunsOnFromThePalm) {
    const HandFrames frames = hand_frames(plain(), {});
    expect_near(at(frames, Segment::index_3).point({0.0f, -20.0f, 0.0f}), {0.0f, -185.0f, 0.0f});
}

TEST(HandFrames, FlexionTurnsTheFingerToThePalmarSide) {
    HandPose pose;
    pose.fingers[0] = {0.0f, 90.0f, 90.0f, 0.0f};
    const HandFrames frames = hand_frames(plain(), pose);
    expect_near(at(frames, Segment::index_2).origin, {0.0f, -100.0f, -40.0f});
    expect_near(at(frames, Segment::index_3).origin, {0.0f, -75.0f, -40.0f});
}

TEST(HandFrames, ElbowFlexionBringsThePalmarSideToTheUpperArm) {
    HandPose pose;
    pose.pronation = 0.0f;
    pose.elbow = 90.0f;
    const HandFrames frames = hand_frames(plain(), pose);
    expect_near(at(frames, Segment::upper_arm).point({0.0f, 100.0f, 0.0f}), {0.0f, 260.0f, -100.0f});
    pose.pronation = 90.0f; // thumb up: now the thumb's side comes to it
    expect_near(at(hand_frames(plain(), pose), Segment::upper_arm).point({0.0f, 100.0f, 0.0f}), {100.0f, 260.0f, 0.0f});
}

TEST(HandFrames, RestingPointLiesAtTheAnchorAndALeftHandIsTheMirrorImage) {
    HandPose pose;
    pose.anchor = {7.0f, 8.0f, 9.0f};
    pose.rests_on = Segment::thumb_3;
    pose.rests_at = {0.0f, -19.0f, -6.0f};
    pose.turn = {52.0f, 10.0f, 20.0f};
    pose.thumb = {17.0f, 22.0f, 45.0f, 2.0f, -4.0f};
    const HandFrames right = hand_frames(plain(), pose);
    pose.left = true;
    const HandFrames left = hand_frames(plain(), pose);
    expect_near(at(right, Segment::thumb_3).point(pose.rests_at), pose.anchor);
    expect_near(at(left, Segment::thumb_3).point(pose.rests_at), pose.anchor);
    const glm::vec3 a = at(right, Segment::little_3).origin, b = at(left, Segment::little_3).origin;
    expect_near({2.0f * pose.anchor.x - a.x, a.y, a.z}, b);
}

TEST(Hand, NailIsPaintedAndLiesOnTheFlesh) {
    HandModel model = plain();
    model.nail_colour = {1.0f, 0.0f, 0.0f};
    model.nail_edge_colour = {1.0f, 1.0f, 1.0f};
    Shape shape;
    add_hand(model, {}, shape);
    const Program program(shape.steps);
    const auto frames = hand_frames(model, {});
    const auto top = [&](float y) {
        float z = 30.0f;
        while (z > 0.0f && program.distance(at(frames, Segment::middle_3).point({0.0f, y, z})) > 0.0f) z -= 0.02f;
        return glm::vec3(0.0f, y, z);
    };
    const auto colour = [&](float y) {
        glm::vec3 result(0.0f);
        for (const Paint& paint : shape.paint)
            if (paint.inside->distance(at(frames, Segment::middle_3).point(top(y))) < paint.reach)
                result = paint.colour;
        return result;
    };
    EXPECT_NEAR(top(-11.0f).z, 6.4f, 0.8f); // as high as the flesh was
    EXPECT_EQ(colour(-11.0f), model.nail_colour);
    EXPECT_EQ(colour(-17.6f), model.nail_edge_colour);
    EXPECT_EQ(colour(-2.0f), glm::vec3(0.0f));
}

TEST(Hand, ShippedPosesRestWhereTheAtlasExpectsThem) {
    const auto atlas = files::load_atlas(PINSTRETCH_SOURCE_DIR "/assets/anatomy");
    const auto shapes = load_shape_folder(PINSTRETCH_SOURCE_DIR "/assets/anatomy/shapes");
    ASSERT_TRUE(atlas);
    ASSERT_TRUE(shapes);
    int hands = 0;
    for (const auto& structure : atlas.value->structures) {
        if (structure.kind != anatomy::Kind::hand) continue;
        SCOPED_TRACE(structure.id);
        const auto shape = std::find_if(shapes.value->begin(), shapes.value->end(),
                                        [&](const Shape& s) { return s.id == structure.id; });
        ASSERT_NE(shape, shapes.value->end());
        const float out = shape->program.distance(glm::vec3(structure.anchor) * 1000.0f);
        if (structure.id.find("hold") == std::string::npos)
            EXPECT_NEAR(out, 0.0f, 2.5f); // a contact: the anchor lies on the skin of the hand
        else
            EXPECT_GT(out, 18.0f); // a hold: the anchor is the middle of the limb that is held
        ++hands;
    }
    EXPECT_EQ(hands, 8);
}

} // namespace
