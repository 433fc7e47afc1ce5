#include "sculpt/knee_fold.h"

#include "files/load.h"

#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace {

constexpr float k_crease = 0.465f; // metres

const anatomy::Atlas& atlas() {
    static const anatomy::Atlas loaded = files::load_atlas(PINSTRETCH_SOURCE_DIR "/assets/anatomy").value.value();
    return loaded;
}

sculpt::KneeFold fold(double degrees) {
    motion::Pose pose;
    pose.knee_flexion = base::Angle::degrees(degrees);
    return {atlas(), motion::frames(atlas(), pose), degrees, k_crease};
}

const glm::vec3 k_knee(-0.0755f, 0.4629f, -0.0045f);

TEST(KneeFold, HalvesTheAngleBetweenThighAndShank) {
    const sculpt::KneeFold at_90 = fold(90.0);
    // the thigh points up, the shank back: on the bisector both are as near
    EXPECT_NEAR(at_90.beyond(k_knee + glm::vec3(0.0f, 0.1f, -0.1f)), 0.0f, 0.003f);
    EXPECT_GT(at_90.beyond(k_knee + glm::vec3(0.0f, 0.1f, 0.0f)), 0.05f);
    EXPECT_LT(at_90.beyond(k_knee + glm::vec3(0.0f, 0.0f, -0.1f)), -0.05f);
}

TEST(KneeFold, PressesInOrderAndNeverBeyondTheGap) {
    const sculpt::KneeFold at_120 = fold(120.0);
    constexpr float k_gap = 0.002f;
    const glm::vec3 inward = glm::normalize(glm::vec3(0.0f, 0.87f, -0.5f)); // from the knee into the angle
    const glm::vec3 on = k_knee + inward * 0.1f;
    const glm::vec3 across(0.0f, 0.5f, 0.87f); // to the thigh, roughly
    float before = 0.0f;
    for (float depth = -0.03f; depth < 0.1f; depth += 0.002f) {
        const float now = at_120.beyond(at_120.pressed(on + across * depth, 0.65f, k_gap));
        EXPECT_GT(now, k_gap * 0.9f) << depth;
        EXPECT_GT(now, before) << depth;
        before = now;
    }
    const glm::vec3 deep = on + across * 0.15f;
    EXPECT_LT(glm::distance(at_120.pressed(deep, 0.65f, k_gap), deep), 1e-5f);
}

TEST(KneeFold, TendonsPassUnderTheCreaseOfTheFold) {
    const sculpt::KneeFold at_120 = fold(120.0);
    const glm::vec3 across(0.0f, 0.5f, 0.87f); // to the thigh, roughly
    const auto moved = [&](float out) {
        const glm::vec3 of_the_calf = k_knee + at_120.outward() * out - across * 0.01f;
        return glm::distance(at_120.pressed(of_the_calf, k_crease + 0.035f, 0.002f), of_the_calf);
    };
    EXPECT_LT(moved(0.060f), 1e-4f); // semitendinosus
    EXPECT_GT(moved(0.090f), 5e-3f);
}

TEST(KneeFold, LeavesTheFrontAndTheStraightKneeAlone) {
    const glm::vec3 front = k_knee + glm::vec3(0.0f, -0.01f, 0.05f);
    EXPECT_EQ(fold(120.0).kept_back(front, 0.6f, 0.001f), front);
    const glm::vec3 crossed = k_knee + glm::vec3(0.0f, 0.0f, -0.08f);
    EXPECT_EQ(fold(10.0).kept_back(crossed, 0.6f, 0.001f), crossed);
    EXPECT_NE(fold(100.0).kept_back(crossed, 0.6f, 0.001f), crossed);
}

TEST(KneeFold, SkinIsTautBeforeABentKneeOnly) {
    const glm::vec3 front = k_knee + glm::vec3(0.0f, -0.03f, 0.045f);
    EXPECT_EQ(fold(0.0).taut(front, k_crease + 0.02f), 0.0f);
    EXPECT_GT(fold(100.0).taut(front, k_crease + 0.02f), 0.99f);
    EXPECT_GT(fold(100.0).taut(front, k_crease + 0.02f), fold(40.0).taut(front, k_crease + 0.02f));
    EXPECT_EQ(fold(100.0).taut(front, k_crease + 0.2f), 0.0f) << "far up the thigh";
    const sculpt::KneeFold at_100 = fold(100.0);
    EXPECT_EQ(at_100.taut(k_knee + at_100.outward() * 0.05f, k_crease), 0.0f) << "in the crease";
}

TEST(KneeFold, FoldsSkinInOrderOnItsOwnSideAndNotIntoTheJoint) {
    const sculpt::KneeFold at_120 = fold(120.0);
    constexpr float k_gap = 0.0003f;
    const glm::vec3 inward = at_120.outward();
    const glm::vec3 across = glm::normalize(glm::vec3(0.0f, 0.5f, 0.87f)); // to the thigh, roughly
    for (const float side : {-1.0f, 1.0f}) {
        const glm::vec3 rest(k_knee.x, k_crease + side * 0.02f, k_knee.z - 0.05f);
        float before = 0.05f; // m from the axis, deeper than which the crease never is
        for (float deep = 0.005f; deep < 0.15f; deep += 0.005f) {
            // it has gone through the other side's
            const glm::vec3 now = at_120.folded(k_knee + inward * deep - across * (side * 0.02f), rest, k_gap);
            EXPECT_GE(side * at_120.beyond(now), k_gap * 0.9f) << side << " " << deep;
            EXPECT_GT(glm::dot(now - k_knee, inward), before) << side << " " << deep;
            before = glm::dot(now - k_knee, inward);
        }
    }
    const glm::vec3 rest(k_knee.x, k_crease, k_knee.z - 0.05f);
    EXPECT_EQ(fold(0.0).folded(rest, rest, k_gap), rest);
}

} // namespace
