#include "motion/pose.h"

#include "files/load.h"
#include "tibia_table.h"

#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace {

using anatomy::Body;

const anatomy::Atlas& atlas() {
    static const anatomy::Atlas loaded = files::load_atlas(PINSTRETCH_SOURCE_DIR "/assets/anatomy").value.value();
    return loaded;
}

motion::Pose knee(double degrees) {
    motion::Pose pose;
    pose.knee_flexion = base::Angle::degrees(degrees);
    return pose;
}

/// The change of axes of the project, from the source's to glTF's: (X, Y, Z) -> (-Z, Y, X), a turn of -90 deg about Y.
const glm::dquat k_axes(0.70710678118654752, 0.0, -0.70710678118654752, 0.0);

base::Rigid of_row(const TableRow& row) {
    const glm::dquat turn(row.qw, row.qx, row.qy, row.qz);
    return {k_axes * turn * glm::conjugate(k_axes), k_axes * glm::dvec3(row.x, row.y, row.z)};
}

void expect_same(const base::Rigid& ours, const base::Rigid& table, double flexion) {
    EXPECT_LT(glm::distance(ours.translation, table.translation), 0.02e-3) << flexion;
    const double sign = glm::dot(ours.rotation, table.rotation) < 0.0 ? -1.0 : 1.0;
    EXPECT_NEAR(ours.rotation.w * sign, table.rotation.w, 1e-4) << flexion;
    EXPECT_NEAR(ours.rotation.x * sign, table.rotation.x, 1e-4) << flexion;
    EXPECT_NEAR(ours.rotation.y * sign, table.rotation.y, 1e-4) << flexion;
    EXPECT_NEAR(ours.rotation.z * sign, table.rotation.z, 1e-4) << flexion;
}

glm::dvec3 heel(const motion::Pose& pose) { return motion::frames(atlas(), pose)[Body::calcaneus].translation; }

TEST(Frames, TibiaFollowsThePublishedTable) {
    for (const TableRow& row : k_tibia_in_femur) {
        const motion::BoneFrames f = motion::frames(atlas(), knee(row.flexion_deg));
        expect_same(f[Body::femur].inverse() * f[Body::tibia], of_row(row), row.flexion_deg);
    }
}

TEST(Frames, PatellaFollowsThePublishedTable) {
    for (const TableRow& row : k_patella_in_femur) {
        const motion::BoneFrames f = motion::frames(atlas(), knee(row.flexion_deg));
        expect_same(f[Body::femur].inverse() * f[Body::patella], of_row(row), row.flexion_deg);
    }
}

TEST(Frames, PatellaGoesOnStraightBeyondTheLastNode) {
    const auto patella = [](double degrees) {
        const motion::BoneFrames f = motion::frames(atlas(), knee(degrees));
        return (f[Body::femur].inverse() * f[Body::patella]).translation;
    };
    const glm::dvec3 first = patella(130.0) - patella(125.0), second = patella(140.0) - patella(135.0);
    EXPECT_LT(glm::distance(first, second), 1e-9);
    EXPECT_GT(glm::length(first), 1e-4);
}

TEST(Frames, StandingJointCentresAreThoseOfTheModel) {
    const motion::BoneFrames f = motion::frames(atlas(), motion::Pose{});
    EXPECT_LT(glm::distance(f[Body::femur].translation, glm::dvec3(-0.07726, 0.8725, 0.0)), 1e-6);
    EXPECT_LT(glm::distance(f[Body::talus].translation, glm::dvec3(-0.077, 0.06641, -0.00642)), 2e-5);
    const glm::dvec3 knee_centre = f[Body::femur].point(atlas().joints.knee_parent.translation);
    EXPECT_NEAR(glm::distance(f[Body::femur].translation, knee_centre), 0.4096, 1e-4);
    EXPECT_NEAR(glm::distance(knee_centre, f[Body::talus].translation), 0.3965, 1e-4);
}

TEST(Frames, EachAngleMovesTheLegTheWayItsNameSays) {
    const glm::dvec3 standing = heel({});
    EXPECT_LT(heel(knee(90.0)).z, standing.z - 0.3) << "knee flexion takes the heel backward";
    EXPECT_GT(heel(knee(90.0)).y, standing.y + 0.3) << "and up";
    motion::Pose pose;
    pose.hip_flexion = base::Angle::degrees(30.0);
    EXPECT_GT(heel(pose).z, standing.z + 0.3) << "hip flexion takes the leg forward";
    pose = {};
    pose.hip_adduction = base::Angle::degrees(10.0);
    EXPECT_GT(heel(pose).x, standing.x + 0.1) << "adduction takes the right leg to the left";
    const auto toe_tip = [](const motion::Pose& p) {
        return motion::frames(atlas(), p)[Body::toes].point({0.0, 0.0, 0.06});
    };
    pose = {};
    pose.hip_rotation = base::Angle::degrees(20.0);
    EXPECT_GT(toe_tip(pose).x, toe_tip({}).x + 0.05) << "internal hip rotation turns the toes to the left";
    pose = {};
    pose.tibial_rotation = base::Angle::degrees(20.0);
    EXPECT_GT(toe_tip(pose).x, toe_tip({}).x + 0.05) << "internal tibial rotation turns the toes to the left";
    pose = {};
    pose.ankle_dorsiflexion = base::Angle::degrees(20.0);
    EXPECT_GT(toe_tip(pose).y, toe_tip({}).y + 0.04) << "dorsiflexion lifts the toes";
    pose = {};
    pose.toe_extension = base::Angle::degrees(20.0);
    EXPECT_GT(toe_tip(pose).y, toe_tip({}).y + 0.01) << "toe extension lifts the toes";
}

TEST(Frames, TheDrawnFootTurnsAsThePublishedOneButAboutAnAxisBehindIt) {
    using anatomy::Body;
    motion::Pose pose;
    pose.ankle_dorsiflexion = base::Angle::degrees(-30.0);
    const motion::BoneFrames published = motion::frames(atlas(), pose), drawn = motion::drawn_frames(atlas(), pose);
    const base::Rigid moved = motion::from_rest(atlas(), pose)[Body::talus];
    EXPECT_LT(
        glm::length(glm::eulerAngles(published[Body::toes].rotation * glm::conjugate(drawn[Body::toes].rotation))),
        1e-9);
    const anatomy::JointFrame& joint = atlas().joints.ankle_parent;
    const base::Rigid tibia = motion::frames(atlas(), {})[Body::tibia];
    const glm::dvec3 axis = tibia.point(joint.translation + joint.rotation * atlas().joints.drawn_ankle_shift);
    EXPECT_LT(glm::distance(moved.point(axis), axis), 1e-9);
    EXPECT_LT(axis.z, tibia.point(joint.translation).z - 0.005);
    EXPECT_EQ(published[Body::tibia], drawn[Body::tibia]);
}

TEST(Frames, TheDrawnPatellaMakesWayForATibiaThatTurns) {
    using anatomy::Body;
    const auto in_femur = [](double turn_deg) {
        motion::Pose pose = knee(35.0);
        pose.tibial_rotation = base::Angle::degrees(turn_deg);
        const motion::BoneFrames drawn = motion::drawn_frames(atlas(), pose);
        return (drawn[Body::femur].inverse() * drawn[Body::patella]).translation;
    };
    for (const double turn_deg : {-10.0, 10.0}) {
        const glm::dvec3 way = in_femur(turn_deg) - in_femur(0.0);
        EXPECT_NEAR(way.z, 0.0014, 1e-9) << turn_deg;
        EXPECT_LT(std::hypot(way.x, way.y), 1e-9) << turn_deg;
    }
}

TEST(Frames, FromRestIsTheIdentityInTheStandingPose) {
    const motion::BoneFrames f = motion::from_rest(atlas(), motion::Pose{});
    for (const base::Rigid& body : f.body) {
        EXPECT_LT(glm::length(body.translation), 1e-12);
        EXPECT_NEAR(std::abs(body.rotation.w), 1.0, 1e-12);
    }
}

} // namespace
