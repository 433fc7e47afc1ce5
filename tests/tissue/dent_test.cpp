#include "tissue/dent.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace {

constexpr float k_ball = 0.03f, k_sinks = 0.010f, k_bone = 0.05f;

/// Level skin at z = 0, bone at one depth under it.
tissue::Bed level_bed() {
    tissue::Bed bed{mesh::HeightField::around({}, 0.12f, 0.003f, 0.0f), {}};
    bed.depth.assign(bed.skin.height.size(), k_bone);
    return bed;
}

float ball(const glm::vec2& p) {
    const float beyond = k_ball * k_ball - glm::dot(p, p);
    return beyond > 0.0f ? k_ball - std::sqrt(beyond) - k_sinks : mesh::HeightField::k_nothing;
}

/// A ball pressed in by k_sinks, lifted by `lift`.
tissue::Dent ball_dent(float lift = 0.0f, const tissue::Drag& drag = {}) {
    tissue::Bed bed = level_bed();
    std::vector<float> hand;
    for (int row = 0; row < bed.skin.rows; ++row)
        for (int column = 0; column < bed.skin.columns; ++column) hand.push_back(ball(bed.skin.at(column, row)) + lift);
    return tissue::make_dent({}, std::move(bed), {hand, {}}, drag);
}

/// Points of a level sheet at this depth, along a line through the middle.
tissue::Deformed sheet(float depth) {
    tissue::Deformed flat;
    for (int i = -80; i <= 80; ++i) {
        flat.positions.emplace_back(0.001f * static_cast<float>(i), 0.0f, -depth);
        flat.normals.emplace_back(0.0f, 0.0f, 1.0f);
    }
    return flat;
}

tissue::Deformed pressed(const tissue::Dent& dent, float depth, bool draws = true) {
    tissue::Deformed now = sheet(depth);
    tissue::press(dent, draws, now);
    return now;
}

} // namespace

TEST(Dent, SkinTakesTheShapeOfTheHand) {
    const tissue::Deformed skin = pressed(ball_dent(), 0.0f);
    // the ball touches out to where its surface rises above the skin it has drawn down: well inside half its radius
    for (const glm::vec3& p : skin.positions) {
        if (std::abs(p.x) < 0.012f) {
            EXPECT_NEAR(p.z, ball(glm::vec2(p)), 0.0003f) << p.x;
        }
        if (std::abs(p.x) < 0.029f) {
            EXPECT_LT(p.z, ball(glm::vec2(p)) + 0.0005f) << "no skin in the hand, " << p.x;
        }
    }
}

TEST(Dent, FleshThatSwellsStaysUnderThePressedSkin) {
    const tissue::Drag drag{{1.0f, 0.0f}, 0.004f, 0.0f, {-0.004f, 0.0f}, {0.01f, 0.01f}};
    for (const tissue::Dent& dent : {ball_dent(), ball_dent(0.0f, drag)}) {
        const tissue::Deformed skin = pressed(dent, 0.0f);
        tissue::Deformed flesh = pressed(dent, 0.002f, !dent.dragged.empty());
        for (glm::vec3& p : flesh.positions) p.z += 0.003f; // through the skin
        const tissue::Deformed out = flesh;
        tissue::keep_under(dent, flesh);
        for (std::size_t i = 60; i < 100; ++i) { // under the ball
            const auto over = std::ranges::min_element(
                skin.positions, {}, [&](const glm::vec3& p) { return std::abs(p.x - flesh.positions[i].x); });
            EXPECT_GT(out.positions[i].z, over->z - 0.0005f) << i;
            EXPECT_LT(flesh.positions[i].z, over->z - 0.0005f) << i;
        }
        EXPECT_EQ(flesh.positions.front(), out.positions.front()) << "beside the hand it is left alone";
    }
}

TEST(Dent, FallsOffAlikeOnEverySideAndEndsBeforeTheRim) {
    const tissue::Deformed skin = pressed(ball_dent(), 0.0f);
    const std::size_t middle = 80;
    for (std::size_t i = 1; i <= middle; ++i)
        EXPECT_NEAR(skin.positions[middle - i].z, skin.positions[middle + i].z, 0.0002f) << i;
    for (std::size_t i = 1; i < 25; ++i) // up to where it bulges
        EXPECT_GE(skin.positions[middle + i].z, skin.positions[middle + i - 1].z - 1e-5f) << i;
    EXPECT_LT(std::abs(skin.positions.front().z), 0.0003f);
}

TEST(Dent, DisplacedTissueBulgesALittleBesideTheHand) {
    const tissue::Deformed skin = pressed(ball_dent(), 0.0f);
    const auto highest = std::ranges::max_element(skin.positions, {}, &glm::vec3::z);
    EXPECT_GT(highest->z, 0.00005f);
    EXPECT_LT(highest->z, 0.2f * k_sinks);
    EXPECT_GT(std::abs(highest->x), 0.025f);
}

TEST(Dent, LayersKeepTheirOrderAndNothingEntersTheBone) {
    const tissue::Dent dent = ball_dent();
    std::vector<tissue::Deformed> layers;
    for (float depth = 0.0f; depth < k_bone + 0.011f; depth += 0.002f) layers.push_back(pressed(dent, depth, false));
    for (std::size_t i = 0; i < layers.front().positions.size(); ++i)
        for (std::size_t n = 1; n < layers.size(); ++n)
            ASSERT_LT(layers[n].positions[i].z, layers[n - 1].positions[i].z) << "layer " << n << " at " << i;
    EXPECT_EQ(pressed(dent, k_bone + 0.01f).positions, sheet(k_bone + 0.01f).positions);
}

TEST(Dent, AHandThatDoesNotTouchChangesNothing) {
    EXPECT_EQ(pressed(ball_dent(k_sinks + 1e-5f), 0.0f).positions, sheet(0.0f).positions);
    EXPECT_EQ(tissue::press_depth(0.0, 4e-4), 0.0);
}

TEST(Dent, WallsLookTowardTheMiddle) {
    const tissue::Deformed skin = pressed(ball_dent(), 0.0f);
    for (std::size_t i = 55; i < 105; ++i) {
        const glm::vec3 along = glm::normalize(skin.positions[i + 1] - skin.positions[i - 1]);
        EXPECT_NEAR(glm::dot(along, skin.normals[i]), 0.0f, 0.08f) << i;
        EXPECT_NEAR(glm::length(skin.normals[i]), 1.0f, 1e-4f);
    }
}

TEST(Dent, SkinGoesAlongWithTheHandAndIsNotFoldedOver) {
    const tissue::Drag drag{{1.0f, 0.0f}, 0.012f, 0.0f, {-0.012f, 0.0f}, {0.01f, 0.01f}};
    const tissue::Deformed skin = pressed(ball_dent(0.0f, drag), 0.0f), before = sheet(0.0f);
    EXPECT_NEAR(skin.positions[68].x - before.positions[68].x, 0.012f, 0.0005f) << "held under the hand";
    EXPECT_NEAR(skin.positions.back().x, before.positions.back().x, 0.001f);
    for (std::size_t i = 1; i < skin.positions.size(); ++i)
        EXPECT_GT(skin.positions[i].x, skin.positions[i - 1].x) << i;
    EXPECT_EQ(pressed(ball_dent(0.0f, drag), 0.0f, false).positions[68].x, before.positions[68].x)
        << "what the lock moves already is only pressed";
}

TEST(Dent, ThePullAlongTheMuscleDrawsTheSkinBeyondTheHand) {
    const tissue::Drag drag{{1.0f, 0.0f}, 0.0f, 0.004f, {0.0f, 0.0f}, {0.01f, 0.01f}};
    const tissue::Deformed skin = pressed(ball_dent(0.0f, drag), 0.0f), before = sheet(0.0f);
    EXPECT_NEAR(skin.positions[80].x, 0.0f, 1e-5f) << "held";
    EXPECT_NEAR(skin.positions[40].x - before.positions[40].x, -0.004f, 0.0006f);
}

TEST(Dent, DepthGrowsWithForceAndShrinksWithThePatch) {
    double before = 0.0;
    for (double force = 10.0; force <= 200.0; force += 10.0) {
        const double depth = tissue::press_depth(force, 4e-4);
        EXPECT_GT(depth, before);
        before = depth;
    }
    EXPECT_LT(before, 0.025) << "never through the thigh";
    EXPECT_GT(tissue::press_depth(60.0, 4e-4), 1.5 * tissue::press_depth(60.0, 100e-4));
}

TEST(Dent, GoesRoundALimbWithoutASeam) {
    // a shank of 36 mm held by a ring of 34 mm
    const mesh::HeightField print = mesh::HeightField::around({0.036f}, 0.10f, 0.003f, 0.0f);
    tissue::Bed bed{print, std::vector<float>(print.height.size(), 0.02f)};
    std::ranges::fill(bed.skin.height, 0.036f);
    std::vector<float> hand(print.height.size(), mesh::HeightField::k_nothing);
    for (int row = 0; row < print.rows; ++row)
        if (std::abs(print.at(0, row).y) < 0.02f)
            for (int column = 0; column < print.columns; ++column)
                hand[static_cast<std::size_t>(print.index(column, row))] = 0.034f;
    const tissue::Dent dent = tissue::make_dent({}, bed, {hand, {}}, {});
    tissue::Deformed ring;
    for (int i = 0; i < 360; i += 5) {
        const float angle = glm::radians(static_cast<float>(i));
        const glm::vec3 out(std::sin(angle), 0.0f, std::cos(angle));
        ring.positions.push_back(out * 0.036f);
        ring.normals.push_back(out);
    }
    tissue::press(dent, true, ring);
    for (std::size_t i = 0; i < ring.positions.size(); ++i) {
        EXPECT_NEAR(glm::length(ring.positions[i]), 0.034f, 1e-4f) << i;
        EXPECT_GT(glm::dot(glm::normalize(ring.positions[i]), ring.normals[i]), 0.999f) << i;
    }
}
