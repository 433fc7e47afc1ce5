#include "lesson/sample.h"

#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace {

using base::Angle;
using base::Seconds;
using namespace lesson;

motion::Pose knee(double degrees) {
    motion::Pose pose;
    pose.knee_flexion = Angle::degrees(degrees);
    return pose;
}

HandSpan hand(const std::string& shape, HandPlace place, double from, double to, double position = 0.5,
              double to_position = 0.5) {
    return {Hand::right, shape, place, 0, position, to_position, Seconds(from), Seconds(to)};
}

/// Two steps of 4 s: the knee bends in the first, is locked at 3 s, straightens in the second, is released at 7 s.
Lesson two_steps() {
    Lesson lesson;
    lesson.cameras = {{"left", "Left", {-2, 1, 0}, {0, 1, 0}, Angle::degrees(20)},
                      {"right", "Right", {2, 1, 0.1f}, {0, 1, 0}, Angle::degrees(40)}};
    lesson.steps.resize(2);
    lesson.steps[0].id = "bend";
    lesson.steps[0].duration = Seconds(4);
    lesson.steps[0].camera = "left";
    lesson.steps[0].layers = {{"skin", 1.0f}, {"bones", 0.5f}};
    lesson.steps[1].id = "stretch";
    lesson.steps[1].start = Seconds(4);
    lesson.steps[1].duration = Seconds(4);
    lesson.steps[1].camera = "right";
    lesson.steps[1].layers = {{"skin", 0.0f}, {"bones", 0.5f}};
    lesson.keys = {{Seconds(0), knee(0)}, {Seconds(2), knee(120)}, {Seconds(4), knee(120)}, {Seconds(6), knee(0)}};
    LockSpan lock{Seconds(3), Seconds(7), {}};
    lock.lock.set_in = knee(120);
    lesson.locks = {lock};
    lesson.hands = {hand("palm", HandPlace::muscle, 0, 1, 0.2, 0.6), hand("thumb", HandPlace::lock, 3, 7, 0.3, 0.25)};
    return lesson;
}

TEST(Sample, BackwardsGivesWhatForwardsGave) {
    const Lesson lesson = two_steps();
    std::vector<Sample> forwards;
    for (int i = 0; i <= 800; ++i) forwards.push_back(sample(lesson, Seconds(i * 0.01)));
    for (int i = 800; i >= 0; --i)
        EXPECT_EQ(sample(lesson, Seconds(i * 0.01)), forwards[static_cast<std::size_t>(i)]) << i;
}

TEST(Sample, IsClampedToTheLesson) {
    const Lesson lesson = two_steps();
    EXPECT_EQ(sample(lesson, Seconds(-5)), sample(lesson, Seconds(0)));
    EXPECT_EQ(sample(lesson, Seconds(50)), sample(lesson, Seconds(8)));
}

TEST(Sample, OfAnEmptyLessonIsHarmless) {
    const Sample now = sample(Lesson{}, Seconds(1));
    EXPECT_EQ(now.pose, motion::Pose{});
    EXPECT_TRUE(now.hands.empty());
}

TEST(Pose, MeetsItsKeysAndIsHalfWayInTheMiddle) {
    const Lesson lesson = two_steps();
    EXPECT_NEAR(pose_at(lesson, Seconds(0)).knee_flexion.degrees(), 0.0, 1e-9);
    EXPECT_NEAR(pose_at(lesson, Seconds(1)).knee_flexion.degrees(), 60.0, 1e-9);
    EXPECT_NEAR(pose_at(lesson, Seconds(2)).knee_flexion.degrees(), 120.0, 1e-9);
    EXPECT_NEAR(pose_at(lesson, Seconds(8)).knee_flexion.degrees(), 0.0, 1e-9);
}

TEST(Pose, MovesLikeAMinimumJerkReach) {
    // peak speed of the polynomial is 15/8 of the mean, at half time (Flash & Hogan 1985)
    const Lesson lesson = two_steps();
    const auto speed = [&](double at) {
        const double h = 1e-4;
        return (pose_at(lesson, Seconds(at + h)).knee_flexion.degrees() -
                pose_at(lesson, Seconds(at - h)).knee_flexion.degrees()) /
               (2 * h);
    };
    EXPECT_NEAR(speed(1.0), 60.0 * 15.0 / 8.0, 1e-3);
    EXPECT_NEAR(speed(0.001), 0.0, 0.01);
    EXPECT_NEAR(speed(1.999), 0.0, 0.01);
}

TEST(Step, BeginsAtItsStart) {
    const Lesson lesson = two_steps();
    EXPECT_EQ(step_at(lesson, Seconds(3.999)), 0);
    EXPECT_EQ(step_at(lesson, Seconds(4)), 1);
    EXPECT_EQ(step_at(lesson, Seconds(8)), 1);
}

TEST(Lock, IsOnFromItsStartUntilItsRelease) {
    const Lesson lesson = two_steps();
    EXPECT_FALSE(sample(lesson, Seconds(2.99)).lock);
    EXPECT_TRUE(sample(lesson, Seconds(3)).lock);
    EXPECT_TRUE(sample(lesson, Seconds(6.99)).lock);
    EXPECT_FALSE(sample(lesson, Seconds(7)).lock);
}

TEST(Lock, PressesInAndLetsGoWithoutAJump) {
    const Lesson lesson = two_steps();
    EXPECT_EQ(sample(lesson, Seconds(3)).lock_pressure, 0.0);
    EXPECT_EQ(sample(lesson, Seconds(5)).lock_pressure, 1.0);
    EXPECT_NEAR(sample(lesson, Seconds(6.9999)).lock_pressure, 0.0, 1e-6);
    double last = 0.0;
    for (int i = 0; i <= 800; ++i) {
        const double now = sample(lesson, Seconds(i * 0.01)).lock_pressure;
        EXPECT_LT(std::abs(now - last), 0.06) << i;
        last = now;
    }
}

TEST(Hands, GlideAlongTheMuscle) {
    const Lesson lesson = two_steps();
    EXPECT_NEAR(sample(lesson, Seconds(0)).hands.at(0).position, 0.2, 1e-12);
    EXPECT_NEAR(sample(lesson, Seconds(0.5)).hands.at(0).position, 0.4, 1e-12);
    EXPECT_NEAR(sample(lesson, Seconds(1)).hands.at(0).position, 0.6, 1e-12);
}

TEST(Hands, LeaveLateTravelAndArriveInTime) {
    const Lesson lesson = two_steps();
    const HandSample rests = sample(lesson, Seconds(1.15)).hands.at(0);
    EXPECT_EQ(rests.span.shape, "palm");
    EXPECT_EQ(rests.travel, 1.0);
    EXPECT_EQ(rests.position, 0.6);
    const HandSample travels = sample(lesson, Seconds(1.65)).hands.at(0);
    EXPECT_EQ(travels.before.shape, "palm");
    EXPECT_EQ(travels.span.shape, "thumb");
    EXPECT_NEAR(travels.on_way, 0.25, 1e-12);
    EXPECT_NEAR(travels.travel, 0.103515625, 1e-9) << "10 x^3 - 15 x^4 + 6 x^5";
    EXPECT_NEAR(travels.position, 0.3, 1e-12);
    EXPECT_EQ(travels.pressure, 0.0);
    EXPECT_TRUE(travels.lock) << "known before it is on";
    EXPECT_FALSE(travels.lock_before);
    const HandSample holds = sample(lesson, Seconds(5)).hands.at(0);
    EXPECT_EQ(holds.travel, 1.0);
    EXPECT_EQ(holds.pressure, 1.0);
    EXPECT_EQ(sample(lesson, Seconds(8)).hands.at(0).span.shape, "thumb");
    EXPECT_TRUE(sample(lesson, Seconds(8)).hands.at(0).lock) << "and after it was let go";
}

TEST(Hands, StayWhereTheNextSpanGoesOn) {
    Lesson lesson = two_steps();
    lesson.hands = {hand("palm", HandPlace::muscle, 0, 1, 0.2, 0.6), hand("palm", HandPlace::muscle, 3, 7, 0.6, 0.6)};
    EXPECT_EQ(sample(lesson, Seconds(2)).hands.at(0).travel, 1.0);
    lesson.hands[1].position = 0.5;
    EXPECT_LT(sample(lesson, Seconds(2)).hands.at(0).travel, 1.0);
}

TEST(Camera, EasesFromTheStepBeforeWithinASecond) {
    Lesson lesson = two_steps();
    lesson.cameras[1].eye = {0, 2, -2};
    EXPECT_EQ(sample(lesson, Seconds(2)).camera, lesson.cameras[0]);
    const Camera start = sample(lesson, Seconds(4)).camera;
    EXPECT_NEAR(glm::distance(start.eye, lesson.cameras[0].eye), 0.0f, 1e-5f);
    EXPECT_EQ(sample(lesson, Seconds(5)).camera, lesson.cameras[1]);
}

TEST(Camera, TakesTwoSecondsToSwingToTheOtherSide) {
    const Lesson lesson = two_steps();
    EXPECT_NE(sample(lesson, Seconds(5)).camera, lesson.cameras[1]);
    EXPECT_EQ(sample(lesson, Seconds(6)).camera, lesson.cameras[1]);
}

TEST(Camera, SwingsRoundTheTargetInsteadOfThroughIt) {
    const Lesson lesson = two_steps();
    for (int i = 0; i <= 200; ++i) {
        const Camera now = sample(lesson, Seconds(4 + i * 0.01)).camera;
        EXPECT_GT(glm::distance(now.eye, now.target), 1.9f) << i;
    }
}

TEST(Camera, PassesOverWhatLiesBetweenTwoSides) {
    const Lesson lesson = two_steps();
    EXPECT_GT(sample(lesson, Seconds(5)).camera.eye.y, lesson.cameras[0].eye.y + 1.0f);
}

TEST(Camera, MovesWithoutAJump) {
    const Lesson lesson = two_steps();
    Camera last = sample(lesson, Seconds(3.99)).camera;
    for (int i = 0; i <= 220; ++i) {
        const Camera now = sample(lesson, Seconds(4 + i * 0.01)).camera;
        EXPECT_LT(glm::distance(now.eye, last.eye), 0.08f) << i;
        last = now;
    }
}

TEST(Layers, EaseFromTheStepBefore) {
    const Lesson lesson = two_steps();
    EXPECT_EQ(sample(lesson, Seconds(4)).layers.at(0).opacity, 1.0f);
    EXPECT_NEAR(sample(lesson, Seconds(4.5)).layers.at(0).opacity, 0.5f, 1e-6f);
    EXPECT_EQ(sample(lesson, Seconds(5)).layers.at(0).opacity, 0.0f);
    EXPECT_EQ(sample(lesson, Seconds(4.5)).layers.at(1).opacity, 0.5f);
}

TEST(Highlight, EasesInAtEachStep) {
    const Lesson lesson = two_steps();
    EXPECT_EQ(sample(lesson, Seconds(4)).highlight, 0.0);
    EXPECT_EQ(sample(lesson, Seconds(5.5)).highlight, 1.0);
}

TEST(Sample, RestsWhereNothingMoves) {
    Lesson lesson = two_steps();
    EXPECT_TRUE(rests(lesson, Seconds(7.1), Seconds(8))) << "the lock is off, the hand stays, the camera has arrived";
    EXPECT_TRUE(rests(lesson, Seconds(7.1), Seconds(20))) << "nothing comes after the end";
    EXPECT_FALSE(rests(lesson, Seconds(6.5), Seconds(8))) << "the hand lets go";
    EXPECT_FALSE(rests(lesson, Seconds(2.2), Seconds(3.9))) << "the knee rests, a hand travels";
    lesson.keys.push_back({Seconds(7.9), knee(0)});
    lesson.keys.push_back({Seconds(8), knee(1)});
    EXPECT_FALSE(rests(lesson, Seconds(7.1), Seconds(8))) << "the last moment too";
}

} // namespace
