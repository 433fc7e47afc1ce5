// The hands of the built leg: how they lie on the skin, and whether a therapist at the couch can have them there.
#include "scene/contact_gap.h"

#include "files/load.h"
#include "mesh/distance.h"
#include "scene/contact.h"
#include "scene/hand_print.h"
#include "scene/reach.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <glm/geometric.hpp>
#include <gtest/gtest.h>
#include <optional>
#include <vector>

namespace {

using base::Angle;
using base::Seconds;

// The most that hand and skin may be apart, and the hand in the skin, metres.
constexpr double k_gap = 0.002, k_inside = 0.0019;

const anatomy::Atlas& atlas() {
    static const anatomy::Atlas loaded = files::load_atlas(PINSTRETCH_SOURCE_DIR "/assets/anatomy").value.value();
    return loaded;
}

const mesh::Model& leg() {
    static const mesh::Model model = files::import_model(PINSTRETCH_LEG).value.value();
    return model;
}

/// One lock with one grip, from a bent knee to a straight one in ten seconds.
lesson::Lesson lock_lesson(const std::string& muscle, tissue::Grip grip, double position) {
    lesson::Lesson lesson;
    lesson::Step step;
    step.duration = Seconds(12);
    step.layers = {{"skin", 1.0f}, {"therapist", 1.0f}};
    lesson.steps = {step};
    motion::Pose bent, straight;
    bent.knee_flexion = Angle::degrees(110.0);
    lesson.keys = {{Seconds(0), bent, 0.0}, {Seconds(2), bent, 0.0}, {Seconds(10), straight, 0.0}};
    tissue::Lock lock;
    lock.muscle = *atlas().find_muscle(muscle);
    lock.position = position;
    lock.grip = grip;
    lock.pressure_n = 75.0;
    // a flat hand presses in; at the inner edge of the thigh skin that it drew along would not follow its thumb
    lock.toward_origin = grip == tissue::Grip::palm ? 0.0 : 0.01;
    lock.set_in = bent;
    lesson.locks = {{Seconds(0), Seconds(12), lock}};
    lesson::HandSpan hand;
    hand.shape = "hand_right_" + std::string(tissue::k_grip_names[static_cast<std::size_t>(grip)]);
    hand.place = lesson::HandPlace::lock;
    hand.muscle = lock.muscle;
    hand.position = hand.to_position = position;
    hand.to = Seconds(12);
    lesson.hands = {hand};
    return lesson;
}

std::vector<scene::ContactGap> gaps_at(const scene::World& world, scene::Builder& builder, double at) {
    builder.build(Seconds(at), {});
    static const std::vector<bool> zones = scene::skin_of_zones(world); // of the one leg
    return scene::contact_gaps(world, builder.readout(), zones);
}

} // namespace

class LockingHand : public testing::TestWithParam<int> {};

TEST_P(LockingHand, LiesOnTheSkinThatItPressesWhileTheKneeExtends) {
    const auto grip = static_cast<tissue::Grip>(GetParam());
    for (const char* muscle : {"biceps_femoris_long_head", "semitendinosus"})
        for (const double position : {0.3, 0.45, 0.58}) {
            const scene::World world = scene::make_world(atlas(), leg(), lock_lesson(muscle, grip, position));
            scene::Builder builder(world);
            for (const double at : {1.5, 4.0, 6.0, 10.5}) {
                const auto gaps = gaps_at(world, builder, at);
                ASSERT_EQ(gaps.size(), 1u);
                std::printf("%-17s %-25s %.2f knee %5.1f: apart %.1f mm, inside %.1f mm\n",
                            std::string(tissue::k_grip_names[static_cast<std::size_t>(GetParam())]).c_str(), muscle,
                            position, builder.readout().sample.pose.knee_flexion.degrees(), gaps[0].apart * 1e3,
                            gaps[0].inside * 1e3);
                // no body could take the pose: low on the thigh the calf of a well bent knee lies where the hand is;
                // and the flat hand reaches into the hollow of the knee there, where none shall press
                if (gaps[0].in_lower_leg > k_gap && builder.readout().sample.pose.knee_flexion > Angle::degrees(75.0))
                    continue;
                if (position > 0.5 && grip == tissue::Grip::palm && gaps[0].on_zone > 0.05) continue;
                EXPECT_LT(gaps[0].apart, k_gap) << muscle << " " << position << " at " << at;
                EXPECT_LT(gaps[0].inside, k_inside) << muscle << " " << position << " at " << at;
            }
        }
}

INSTANTIATE_TEST_SUITE_P(Grips, LockingHand, testing::Range(0, tissue::k_grip_count), [](const auto& grip) {
    return std::string(tissue::k_grip_names[static_cast<std::size_t>(grip.param)]);
});

TEST(Hands, ACoarseHandPressesWithTheSamePatch) {
    const auto least = files::import_model(files::level_file(PINSTRETCH_LEG, mesh::Detail::least));
    ASSERT_TRUE(least);
    const auto print = [](const mesh::Model& model, const anatomy::Structure& structure) {
        return scene::hand_print(model.meshes[static_cast<std::size_t>(*model.find(structure.id))], structure);
    };
    int hands = 0;
    for (const anatomy::Structure& structure : atlas().structures) {
        if (structure.kind != anatomy::Kind::hand) continue;
        SCOPED_TRACE(structure.id);
        const auto fine = print(leg(), structure), coarse = print(*least.value, structure);
        ASSERT_TRUE(fine && coarse);
        EXPECT_EQ(fine->surface.step, 0.003f);
        EXPECT_GT(coarse->surface.step, 0.004f);
        std::printf("%s: %.1f cm2, coarse %.1f cm2\n", structure.id.c_str(), 1e4 * fine->area, 1e4 * coarse->area);
        EXPECT_NEAR(coarse->area, fine->area, 0.35 * fine->area); // of few triangles
        EXPECT_LT(glm::distance(coarse->middle, fine->middle), 0.01);
        ++hands;
    }
    EXPECT_GE(hands, 8);
}

TEST(Hands, OfTheLessonReachFromBesideTheCouch) {
    const auto read = files::load_lesson(PINSTRETCH_SOURCE_DIR "/assets/lessons/hamstring_str.toml", atlas());
    const scene::World world = scene::make_world(atlas(), leg(), read.value.value());
    scene::Builder builder(world);
    for (const lesson::LockSpan& span : world.lesson.locks)
        for (const double share : {0.3, 0.6, 0.9}) {
            builder.build(span.from + (span.to - span.from) * share, {});
            const scene::Stance stance = scene::stand_to(builder.readout().hands, world);
            std::printf("%6.1f s knee %5.1f: hips at %.2f beside, %.2f along, lean %.0f, turn %.0f\n",
                        builder.readout().sample.at.count(), builder.readout().sample.pose.knee_flexion.degrees(),
                        stance.hips.x, stance.hips.z, stance.lean.degrees(), stance.turn.degrees());
            for (const scene::Arm& arm : stance.arms) {
                std::printf("    %s: misses by %4.0f mm, elbow %3.0f, wrist extended %3.0f, to the thumb %2.0f, elbow "
                            "over shoulder %4.0f mm\n",
                            world.model.meshes[static_cast<std::size_t>(arm.mesh)].id.c_str(), arm.miss * 1e3,
                            arm.elbow_flexion.degrees(), arm.wrist_extension.degrees(), arm.wrist_to_thumb.degrees(),
                            arm.raised * 1e3);
                EXPECT_LT(std::abs(arm.miss), 0.06) << "a shoulder blade gives so much";
                EXPECT_LT(arm.elbow_flexion.degrees(), 145.0);
                EXPECT_LT(arm.wrist_extension.degrees(), 70.0); // ranges of the wrist: AAOS 1965
                EXPECT_GT(arm.wrist_extension.degrees(), -70.0);
                EXPECT_LT(std::abs(arm.wrist_to_thumb.degrees()), 20.0);
            }
        }
}

TEST(Hands, HoldTheAnkleInEveryPose) {
    const auto read = files::load_lesson(PINSTRETCH_SOURCE_DIR "/assets/lessons/hamstring_str.toml", atlas());
    const scene::World world = scene::make_world(atlas(), leg(), read.value.value());
    scene::Builder builder(world);
    for (double at = 45.0; at < 52.0; at += 1.0)
        for (const scene::ContactGap& gap : gaps_at(world, builder, at)) {
            std::printf("%5.1f s %s: apart %.1f mm, inside %.1f mm\n", at,
                        world.model.meshes[static_cast<std::size_t>(gap.mesh)].id.c_str(), gap.apart * 1e3,
                        gap.inside * 1e3);
            EXPECT_LT(gap.apart, k_gap) << at;
            EXPECT_LT(gap.inside, k_inside) << at;
        }
}

TEST(Hands, PressNowhereThatTheZonesForbidInTheLesson) {
    const auto read = files::load_lesson(PINSTRETCH_SOURCE_DIR "/assets/lessons/hamstring_str.toml", atlas());
    const scene::World world = scene::make_world(atlas(), leg(), read.value.value());
    scene::Builder builder(world);
    for (const lesson::LockSpan& span : world.lesson.locks) {
        for (const scene::ContactGap& gap : gaps_at(world, builder, 0.5 * (span.from + span.to).count()))
            if (gap.place == lesson::HandPlace::lock) {
                EXPECT_EQ(gap.on_zone, 0.0) << span.lock.position;
                EXPECT_EQ(gap.on_lower_leg, 0.0) << span.lock.position;
            }
    }
    // a palm low on the thigh would
    const scene::World low =
        scene::make_world(atlas(), leg(), lock_lesson("biceps_femoris_long_head", tissue::Grip::palm, 0.62));
    scene::Builder low_builder(low);
    EXPECT_GT(gaps_at(low, low_builder, 10.5).at(0).on_zone, 0.05);
}

TEST(Hands, TheElbowsOfTheShapesLieInTheirMeshes) {
    for (const anatomy::Structure& structure : atlas().structures) {
        const auto elbow = scene::elbow_of(structure.id);
        if (structure.kind != anatomy::Kind::hand || !elbow) continue;
        const mesh::Mesh& mesh = leg().meshes[static_cast<std::size_t>(*leg().find(structure.id))];
        EXPECT_TRUE(mesh::Distance(mesh).inside(glm::vec3(structure.anchor + *elbow))) << structure.id;
    }
}

/// The hand that locked, and the skin, frame by frame from before the lock lets go until the hand is under way.
TEST(Hands, LeaveALockFromWhereTheyHeldAndTheDentEasesOut) {
    lesson::Lesson lesson = lock_lesson("biceps_femoris_long_head", tissue::Grip::reinforced_thumb, 0.45);
    lesson.locks[0].to = lesson.hands[0].to = Seconds(10.5);
    lesson::HandSpan gone = lesson.hands[0];
    gone.place = lesson::HandPlace::away;
    gone.from = gone.to = Seconds(12);
    lesson.hands.push_back(gone);
    const scene::World world = scene::make_world(atlas(), leg(), lesson);
    scene::Builder builder(world);
    constexpr double k_frame = 1.0 / 25.0, k_jump = 0.005, k_first_step = 0.001;
    std::array<std::vector<glm::vec3>, 3> skin;
    std::optional<glm::dvec3> hand;
    for (double at = 9.4; at < 11.4; at += k_frame) {
        builder.build(Seconds(at), {});
        std::rotate(skin.begin(), skin.begin() + 1, skin.end());
        skin.back() = builder.readout().skin->positions;
        for (std::size_t i = 0; i < skin[0].size(); ++i)
            ASSERT_LT(glm::length(skin[2][i] - 2.0f * skin[1][i] + skin[0][i]), k_jump) << "skin at " << at;
        const glm::dvec3 now = builder.readout().hands.front().frame.translation;
        if (hand && at > 10.4 && at < 10.54) {
            EXPECT_LT(glm::distance(now, *hand), k_first_step) << at;
        }
        hand = now;
    }
}

TEST(Hands, TheLockDrawsTheSkinTowardTheOrigin) {
    const scene::World world =
        scene::make_world(atlas(), leg(), lock_lesson("biceps_femoris_long_head", tissue::Grip::reinforced_thumb, 0.4));
    scene::Builder builder(world);
    builder.build(Seconds(0), {});
    const auto before = builder.readout().skin->positions;
    const auto hand = [&] { return builder.readout().hands.front().frame.translation; };
    const glm::dvec3 start = hand();
    builder.build(Seconds(1.5), {});
    const auto& after = builder.readout().skin->positions;
    EXPECT_NEAR(hand().y - start.y, 0.01, 0.003) << "the ischium is up";
    std::size_t near = 0;
    for (std::size_t i = 0; i < before.size(); ++i)
        if (glm::distance(glm::dvec3(before[i]), start) < glm::distance(glm::dvec3(before[near]), start)) near = i;
    EXPECT_NEAR(after[near].y - before[near].y, 0.01f, 0.003f) << "and the skin goes along";
}
