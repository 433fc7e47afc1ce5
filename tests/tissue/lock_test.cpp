#include "tissue/solver.h"

#include "support.h"
#include "tissue/path.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace {

using namespace tissue_test;
using tissue::Lock;
using tissue::MuscleState;

constexpr const char* k_biceps = "biceps_femoris_long_head";

Lock lock_at(double position, double pressure_n = 80.0, double set_deg = 120.0) {
    Lock lock;
    lock.muscle = muscle(k_biceps);
    lock.position = position;
    lock.pressure_n = pressure_n;
    lock.set_in = knee(set_deg);
    return lock;
}

MuscleState state_at(double knee_deg, const std::optional<Lock>& lock) {
    return tissue::evaluate_muscle(atlas(), muscle(k_biceps), knee(knee_deg), lock);
}

/// A hand that nothing can pull away: to look at the stretch alone.
constexpr double k_unyielding = 1e6;

TEST(Lock, WithoutOneTheProneBicepsStaysSlackToFullExtension) {
    for (double deg = 0.0; deg <= 140.0; deg += 5.0) {
        const MuscleState state = state_at(deg, std::nullopt);
        EXPECT_EQ(state.tension, 0.0) << deg;
        EXPECT_EQ(*std::max_element(state.strain.begin(), state.strain.end()), 0.0f) << deg;
        EXPECT_LT(state.length, state.slack_length) << deg;
    }
}

TEST(Lock, WithOneTheTissueBetweenLockAndKneeIsStretched) {
    const MuscleState state = state_at(0.0, lock_at(0.5));
    EXPECT_TRUE(state.locked);
    EXPECT_GT(state.distal_strain, 0.1);
    EXPECT_EQ(state.proximal_strain, 0.0);
    EXPECT_GT(state.tension, 10.0);
    // nodes: nothing above the hand, strain in the belly below it
    EXPECT_EQ(state.strain[10], 0.0f);
    EXPECT_GT(*std::max_element(state.strain.begin() + 32, state.strain.end()), 0.1f);
}

TEST(Lock, ComesOnAndIsLetGoWithoutAStep) {
    Lock lock = lock_at(0.5);
    lock.toward_origin = 0.01;
    const MuscleState free = state_at(0.0, std::nullopt);
    MuscleState before = free;
    for (double grasp = 0.0; grasp <= 1.0; grasp += 0.02) {
        lock.grasp = grasp;
        const MuscleState now = state_at(0.0, lock);
        for (std::size_t i = 0; i < now.fraction.size(); ++i)
            EXPECT_NEAR(now.fraction[i] * now.length, before.fraction[i] * before.length, 3e-3) << grasp << ' ' << i;
        EXPECT_LE(now.lock_force, state_at(0.0, lock_at(0.5)).lock_force * 1.001);
        before = now;
    }
    lock.grasp = 0.0;
    const MuscleState resting = state_at(0.0, lock);
    EXPECT_EQ(resting.tension, 0.0);
    for (std::size_t i = 0; i < free.fraction.size(); ++i) EXPECT_NEAR(resting.fraction[i], free.fraction[i], 1e-3);
}

TEST(Lock, DoesNothingAtTheMomentItIsSet) {
    const MuscleState free = state_at(120.0, std::nullopt), held = state_at(120.0, lock_at(0.5));
    EXPECT_EQ(held.tension, 0.0);
    EXPECT_EQ(held.slide, 0.0);
    for (std::size_t i = 0; i < free.fraction.size(); ++i) EXPECT_NEAR(held.fraction[i], free.fraction[i], 1e-5);
}

TEST(Lock, DistalStrainGrowsAsTheKneeStraightens) {
    double before = -1.0;
    for (double deg = 120.0; deg >= 0.0; deg -= 2.0) {
        const double now = state_at(deg, lock_at(0.5, k_unyielding)).distal_strain;
        EXPECT_GE(now, before) << deg;
        before = now;
    }
    EXPECT_GT(before, 0.2);
}

TEST(Lock, DistalStrainGrowsAsTheLockMovesDistally) {
    double before = state_at(0.0, lock_at(0.3, k_unyielding)).distal_strain;
    for (const double position : {0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7}) {
        const double now = state_at(0.0, lock_at(position, k_unyielding)).distal_strain;
        EXPECT_GT(now, before) << position;
        before = now;
    }
}

TEST(Lock, HandSlipsWhenThePullIsMoreThanItCanHold) {
    const MuscleState light = state_at(0.0, lock_at(0.6, 40.0)), firm = state_at(0.0, lock_at(0.6, 80.0));
    EXPECT_GT(light.slide, firm.slide);
    EXPECT_GT(firm.slide, 0.0);
    EXPECT_NEAR(light.lock_force / firm.lock_force, 0.5, 1e-3) << "the force it holds is proportional to pressure";
    EXPECT_GT(firm.distal_strain, light.distal_strain);
    EXPECT_EQ(state_at(0.0, lock_at(0.6, k_unyielding)).slide, 0.0);
}

TEST(Lock, WithoutPressureHoldsNothing) {
    const MuscleState state = state_at(0.0, lock_at(0.6, 0.0));
    EXPECT_NEAR(state.lock_force, 0.0, 1e-6);
    EXPECT_NEAR(state.tension, 0.0, 1e-6);
}

TEST(Lock, TakingUpSlackTowardTheOriginStretchesMore) {
    Lock taken = lock_at(0.45, k_unyielding);
    taken.toward_origin = 0.015;
    EXPECT_GT(state_at(0.0, taken).distal_strain, state_at(0.0, lock_at(0.45, k_unyielding)).distal_strain + 0.05);
}

TEST(Lock, KeepsItsDistanceFromTheOriginWhileTheKneeMoves) {
    const Lock lock = lock_at(0.5, k_unyielding);
    const double held = 0.5 * state_at(120.0, std::nullopt).length;
    const MuscleState set = state_at(120.0, lock);
    const auto under = std::lower_bound(set.fraction.begin(), set.fraction.end(), 0.5f);
    const std::size_t node = static_cast<std::size_t>(under - set.fraction.begin());
    for (double deg = 120.0; deg >= 0.0; deg -= 10.0) {
        const MuscleState now = state_at(deg, lock);
        EXPECT_LT(now.fraction[node - 1] * now.length, held + 1e-6) << deg;
        EXPECT_GT(now.fraction[node] * now.length, held - 1e-6) << deg;
    }
}

TEST(Lock, StateChangesSmoothlyWithTheKnee) {
    MuscleState before = state_at(120.0, lock_at(0.5));
    for (double deg = 119.5; deg >= 0.0; deg -= 0.5) {
        const MuscleState now = state_at(deg, lock_at(0.5));
        EXPECT_NEAR(now.distal_strain, before.distal_strain, 0.01) << deg;
        EXPECT_NEAR(now.slide, before.slide, 0.5e-3) << deg;
        for (std::size_t i = 0; i < now.fraction.size(); ++i)
            EXPECT_NEAR(now.fraction[i] * now.length, before.fraction[i] * before.length, 0.6e-3) << deg << ' ' << i;
        before = now;
    }
}

TEST(Lock, MaterialKeepsItsOrderFromOriginToInsertion) {
    for (const double position : {0.1, 0.3, 0.5, 0.7, 0.9})
        for (double deg = 0.0; deg <= 140.0; deg += 20.0) {
            const MuscleState state = state_at(deg, lock_at(position));
            EXPECT_TRUE(std::is_sorted(state.fraction.begin(), state.fraction.end())) << position << ' ' << deg;
            EXPECT_NEAR(state.fraction.front(), 0.0f, 1e-6f);
            EXPECT_NEAR(state.fraction.back(), 1.0f, 1e-5f);
        }
}

TEST(Lock, HoldsOnlyItsOwnMuscle) {
    const tissue::TissueState state = tissue::evaluate(atlas(), knee(0.0), lock_at(0.5));
    ASSERT_EQ(state.muscles.size(), atlas().muscles.size());
    for (std::size_t i = 0; i < state.muscles.size(); ++i) {
        const bool mine = atlas().muscles[i].id == k_biceps;
        EXPECT_EQ(state.muscles[i].locked, mine);
        const std::optional<Lock> lock = mine ? std::optional(lock_at(0.5)) : std::nullopt;
        EXPECT_EQ(state.muscles[i], tissue::evaluate_muscle(atlas(), static_cast<int>(i), knee(0.0), lock));
    }
}

TEST(Lock, LengthAndMomentArmAreThoseOfThePath) {
    const MuscleState state = state_at(60.0, std::nullopt);
    EXPECT_NEAR(state.length, 0.3917, 0.5e-3);
    EXPECT_NEAR(state.moment_arm(motion::Coordinate::knee_flexion), 0.0305, 1e-3);
    EXPECT_NEAR(state.rest_length, 0.4215, 0.5e-3);
}

} // namespace
