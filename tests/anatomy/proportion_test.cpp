// Proportion: the map from the drawn body to another one.
#include "anatomy/proportion.h"

#include "files/load.h"

#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace {

using anatomy::Measure;

const std::filesystem::path k_anatomy = PINSTRETCH_SOURCE_DIR "/assets/anatomy";

const anatomy::Atlas& atlas() {
    static const anatomy::Atlas loaded = files::load_atlas(k_anatomy).value.value();
    return loaded;
}

anatomy::Measures measures(const char* id) {
    return files::load_physique(k_anatomy / "bodies" / (std::string(id) + ".toml"), atlas()).value.value().measures;
}

anatomy::Proportion woman() { return {atlas().drawn, measures("average_woman")}; }

TEST(Proportion, TheManIsTheDrawnBodyToTheLastBit) {
    const anatomy::Proportion man(atlas().drawn, measures("average_man"));
    EXPECT_TRUE(man.is_drawn());
    const glm::dvec3 p(-0.0771234567, 0.4567890123, 0.0123456789);
    EXPECT_EQ(man.carry(p), p);
}

TEST(Proportion, SegmentsGetTheirLengths) {
    const anatomy::Measures& drawn = atlas().drawn.measures;
    const anatomy::Measures wanted = measures("average_woman");
    const anatomy::Proportion map = woman();
    const double ankle = drawn[Measure::ankle_height], knee = ankle + drawn[Measure::knee_to_ankle];
    const double hip = knee + drawn[Measure::hip_to_knee];
    constexpr double k_rounded = 0.001; // the bends at the joints, metres
    EXPECT_DOUBLE_EQ(map.height(0.0), 0.0);
    EXPECT_NEAR(map.height(ankle), wanted[Measure::ankle_height], k_rounded);
    EXPECT_NEAR(map.height(knee) - map.height(ankle), wanted[Measure::knee_to_ankle], k_rounded);
    EXPECT_NEAR(map.height(hip) - map.height(knee), wanted[Measure::hip_to_knee], k_rounded);
    EXPECT_NEAR(map.height(hip + drawn[Measure::hip_to_crown]) - map.height(hip), wanted[Measure::hip_to_crown],
                k_rounded);
    const glm::dvec3 joint = map.carry({-drawn[Measure::hip_joint_spacing] / 2.0, hip, 0.0});
    EXPECT_NEAR(joint.x, -wanted[Measure::hip_joint_spacing] / 2.0, 1e-9);
    EXPECT_NEAR(joint.z, 0.0, 1e-9);
}

TEST(Proportion, IsOneToOneWhereverTheBodyIs) {
    const anatomy::Proportion map = woman();
    for (double y = -0.05; y < 1.8; y += 0.01)
        for (double x = -0.5; x < 0.0; x += 0.02)
            for (double z = -0.2; z < 0.5; z += 0.05)
                ASSERT_GT(glm::determinant(map.jacobian({x, y, z})), 0.4) << x << ' ' << y << ' ' << z;
}

TEST(Proportion, IsSmoothAlongTheLeg) {
    const anatomy::Proportion map = woman();
    constexpr double k_step = 0.001;
    for (double y = 0.0; y < 1.7; y += k_step) {
        const glm::dmat3 change = map.jacobian({-0.15, y + k_step, -0.05}) - map.jacobian({-0.15, y, -0.05});
        for (int i = 0; i < 3; ++i) ASSERT_LT(glm::length(change[i]), 0.01) << y;
    }
}

TEST(Proportion, TreatsLeftAndRightAlikeAndKeepsTheMidlineOfTheTrunk) {
    const anatomy::Proportion map = woman();
    const glm::dvec3 right = map.carry({-0.1, 0.5, 0.02}), left = map.carry({0.1, 0.5, 0.02});
    EXPECT_EQ(right, glm::dvec3(-left.x, left.y, left.z));
    for (double y = 0.80; y < 1.7; y += 0.05) EXPECT_NEAR(map.carry({0.0, y, 0.05}).x, 0.0, 1e-12) << y;
}

} // namespace
