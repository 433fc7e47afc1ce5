#include "motion/pose.h"

#include "files/load.h"

#include <gtest/gtest.h>

namespace {

using base::Angle;

motion::Pose some_pose(double degrees) {
    return {Angle::degrees(degrees),       Angle::degrees(degrees * 2.0), Angle::degrees(degrees * 3.0),
            Angle::degrees(degrees * 4.0), Angle::degrees(degrees * 5.0), Angle::degrees(degrees * 6.0),
            Angle::degrees(degrees * 7.0)};
}

TEST(Pose, MixMeetsBothEndsExactly) {
    const motion::Pose a = some_pose(1.0), b = some_pose(7.0);
    EXPECT_EQ(motion::mix(a, b, 0.0), a);
    EXPECT_EQ(motion::mix(a, b, 1.0), b);
}

TEST(Pose, MixGoesEvenlyInEveryAngle) {
    const motion::Pose half = motion::mix(some_pose(1.0), some_pose(3.0), 0.5);
    EXPECT_NEAR(half.hip_flexion.degrees(), 2.0, 1e-12);
    EXPECT_NEAR(half.knee_flexion.degrees(), 8.0, 1e-12);
    EXPECT_NEAR(half.toe_extension.degrees(), 14.0, 1e-12);
}

TEST(Pose, ClampKeepsEveryAngleInTheRangesOfTheAtlas) {
    const anatomy::Atlas atlas = files::load_atlas(PINSTRETCH_SOURCE_DIR "/assets/anatomy").value.value();
    const motion::Pose low = motion::clamp(atlas, some_pose(-100.0)), high = motion::clamp(atlas, some_pose(200.0));
    EXPECT_EQ(low.hip_flexion, atlas.hip_flexion.low);
    EXPECT_EQ(low.hip_adduction, atlas.hip_adduction.low);
    EXPECT_EQ(low.hip_rotation, atlas.hip_rotation.low);
    EXPECT_EQ(low.knee_flexion, atlas.knee_flexion.low);
    EXPECT_EQ(low.tibial_rotation, atlas.tibial_rotation.low);
    EXPECT_EQ(low.ankle_dorsiflexion, atlas.ankle_dorsiflexion.low);
    EXPECT_EQ(low.toe_extension, atlas.toe_extension.low);
    EXPECT_EQ(high.knee_flexion, atlas.knee_flexion.high);
    EXPECT_EQ(high.toe_extension, atlas.toe_extension.high);
    const motion::Pose inside = some_pose(2.0);
    EXPECT_EQ(motion::clamp(atlas, inside), inside);
}

} // namespace
