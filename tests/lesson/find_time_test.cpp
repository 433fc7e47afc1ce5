// Scrubbing by angle: the time found has the angle, and is the one a user expects.
#include "lesson/find_time.h"
#include "lesson/passes.h"
#include "lesson/sample.h"

#include <gtest/gtest.h>

namespace {

using base::Angle;
using base::Seconds;
using namespace lesson;
constexpr auto k_knee = motion::Coordinate::knee_flexion;

motion::Pose knee(double degrees) {
    motion::Pose pose;
    pose.knee_flexion = Angle::degrees(degrees);
    return pose;
}

/// Bends 0-4 s, locked 4 to 9 s, straightens 5-7 s and bends a little 7-8 s, straightens without a lock 10-12 s.
Lesson strokes() {
    Lesson made;
    made.steps.resize(3);
    for (int i = 0; i < 3; ++i) {
        made.steps[static_cast<std::size_t>(i)].start = Seconds(5.0 * i);
        made.steps[static_cast<std::size_t>(i)].duration = Seconds(5.0);
    }
    made.keys = {{Seconds(0), knee(0)},  {Seconds(4), knee(120)}, {Seconds(5), knee(120)}, {Seconds(7), knee(0)},
                 {Seconds(8), knee(60)}, {Seconds(10), knee(60)}, {Seconds(12), knee(0)},  {Seconds(15), knee(0)}};
    LockSpan lock{Seconds(4), Seconds(9), {}};
    lock.lock.muscle = 3;
    made.locks = {lock};
    return made;
}

double knee_at(const Lesson& lesson, Seconds at) { return pose_at(lesson, at).knee_flexion.degrees(); }

TEST(ScrubTime, HasTheAngleWhereverTheLessonReachesIt) {
    const Lesson lesson = strokes();
    for (const double near : {0.5, 3.0, 4.5, 6.0, 7.5, 11.0, 14.0})
        for (const double angle : {0.0, 13.0, 59.9})
            EXPECT_NEAR(knee_at(lesson, scrub_time(lesson, k_knee, Angle::degrees(angle), Seconds(near))), angle, 1e-4)
                << near << " " << angle;
}

TEST(ScrubTime, StaysUnderTheLock) {
    const Lesson lesson = strokes();
    // 90 degrees is nearer at 2.2 s, before the lock was set.
    const Seconds at = scrub_time(lesson, k_knee, Angle::degrees(90.0), Seconds(4.1));
    EXPECT_GT(at, Seconds(5.0));
    EXPECT_LT(at, Seconds(7.0));
    EXPECT_NEAR(knee_at(lesson, at), 90.0, 1e-4);
    // beyond what the lock's time reaches: its extreme
    EXPECT_NEAR(knee_at(lesson, scrub_time(lesson, k_knee, Angle::degrees(135.0), Seconds(6.0))), 120.0, 1e-4);
}

TEST(ScrubTime, TakesTheNearestTimeInTheStepThenInTheLesson) {
    const Lesson lesson = strokes();
    // The last step reaches 30 degrees at about 11 s; from there 100 degrees are found in the step of the lock.
    EXPECT_NEAR(scrub_time(lesson, k_knee, Angle::degrees(30.0), Seconds(14.0)).count(), 11.0, 0.5);
    EXPECT_NEAR(scrub_time(lesson, k_knee, Angle::degrees(100.0), Seconds(14.0)).count(), 5.6, 0.4);
    // A joint at rest stays at the time where it is.
    EXPECT_EQ(scrub_time(lesson, k_knee, Angle::degrees(0.0), Seconds(13.5)), Seconds(13.5));
    EXPECT_EQ(time_of(lesson, k_knee, Angle::degrees(60.0), Seconds(14.0), {Seconds(12), Seconds(15)}), std::nullopt);
}

TEST(ScrubTime, OfAnEmptyLessonIsWhereItStands) {
    EXPECT_EQ(scrub_time(Lesson{}, k_knee, Angle::degrees(30.0), Seconds(0)), Seconds(0));
}

TEST(Passes, CountStraighteningUnderALockOnTheMuscle) {
    const Lesson lesson = strokes();
    EXPECT_EQ(passes(lesson, 3, Seconds(4.9)), 0.0);
    EXPECT_NEAR(passes(lesson, 3, Seconds(6.0)), 0.5, 1e-9);
    EXPECT_NEAR(passes(lesson, 3, Seconds(7.0)), 1.0, 1e-9);
    EXPECT_NEAR(passes(lesson, 3, Seconds(8.5)), 1.0, 1e-9) << "bending again is no pass";
    EXPECT_NEAR(passes(lesson, 3, Seconds(15.0)), 1.0, 1e-9) << "nor is a leg put down without a lock";
    EXPECT_EQ(passes(lesson, 2, Seconds(15.0)), 0.0);
    double before = 0.0;
    for (int i = 0; i <= 150; ++i) {
        const double now = passes(lesson, 3, Seconds(0.1 * i));
        EXPECT_GE(now, before);
        before = now;
    }
}

TEST(Passes, TheKneeIsFastestInTheMiddleOfAStroke) {
    const Lesson lesson = strokes();
    EXPECT_GT(knee_speed(lesson, Seconds(6.0)), knee_speed(lesson, Seconds(5.3)));
    EXPECT_EQ(knee_speed(lesson, Seconds(14.0)), 0.0);
}

} // namespace
