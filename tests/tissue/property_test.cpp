// Properties of the pinned strand that must hold in any pose, under any lock, however hard the client works.
#include "support.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <gtest/gtest.h>
#include <random>

namespace {

using namespace tissue_test;
using tissue::Lock;
using tissue::MuscleState;

constexpr unsigned k_seed = 20261125;
constexpr int k_cases = 400;

struct Case {
    motion::Pose pose;
    Lock lock;
    std::vector<double> activation;
};

class Cases {
public:
    Case next() {
        Case made;
        made.lock.muscle = static_cast<int>(within(0.0, static_cast<double>(atlas().muscles.size()) - 1e-6));
        made.lock.position = within(0.0, 1.0);
        made.lock.pressure_n = within(0.0, 300.0);
        made.lock.grip = static_cast<tissue::Grip>(static_cast<int>(within(0.0, tissue::k_grip_count - 1e-6)));
        made.lock.toward_origin = within(0.0, 0.02);
        made.lock.set_in = pose();
        made.pose = pose();
        const bool works = within(0.0, 1.0) < 0.5;
        if (works) {
            made.activation.resize(atlas().muscles.size());
            for (double& a : made.activation) a = within(0.0, 1.0);
        }
        return made;
    }

private:
    double within(double low, double high) { return std::uniform_real_distribution<double>(low, high)(random_); }
    motion::Pose pose() {
        motion::Pose made;
        const auto set = [&](motion::Coordinate c, const anatomy::Range& range) {
            motion::angle_of(made, c) = base::Angle::degrees(within(range.low.degrees(), range.high.degrees()));
        };
        set(motion::Coordinate::hip_flexion, atlas().hip_flexion);
        set(motion::Coordinate::hip_adduction, atlas().hip_adduction);
        set(motion::Coordinate::hip_rotation, atlas().hip_rotation);
        set(motion::Coordinate::knee_flexion, atlas().knee_flexion);
        set(motion::Coordinate::tibial_rotation, atlas().tibial_rotation);
        set(motion::Coordinate::ankle_dorsiflexion, atlas().ankle_dorsiflexion);
        return made;
    }
    std::mt19937 random_{k_seed};
};

const tissue::Solver& solver() {
    static const tissue::Solver made(atlas());
    return made;
}

MuscleState solved(const Case& c) {
    MuscleState state;
    solver().evaluate_muscle(c.lock.muscle, c.pose, c.lock, c.activation, state);
    return state;
}

const anatomy::MusclePath& path_of(const Case& c) { return atlas().muscles[static_cast<std::size_t>(c.lock.muscle)]; }

TEST(Property, TensionIsNeverNegativeAndEverythingIsFinite) {
    Cases cases;
    for (int i = 0; i < k_cases; ++i) {
        const Case c = cases.next();
        const MuscleState state = solved(c);
        for (const double tension : state.node_tension) EXPECT_GE(tension, 0.0) << path_of(c).id;
        for (const float strain : state.strain) EXPECT_GE(strain, 0.0f) << path_of(c).id;
        EXPECT_TRUE(std::isfinite(state.tension) && std::isfinite(state.lock_force)) << path_of(c).id;
        EXPECT_TRUE(std::is_sorted(state.fraction.begin(), state.fraction.end())) << path_of(c).id;
        EXPECT_LE(state.passive_tension, state.tension * (1.0 + 1e-12));
    }
}

TEST(Property, ForcesBalanceAlongTheStrand) {
    Cases cases;
    double worst = 0.0;
    int taut = 0;
    for (int i = 0; i < k_cases; ++i) {
        const Case c = cases.next();
        const MuscleState state = solved(c);
        const tissue::Strand& strand = solver().strand(c.lock.muscle);
        const double most = path_of(c).max_isometric_force;
        // The hand carries exactly what the two sides differ by, and no more than it can hold.
        EXPECT_NEAR(state.node_tension.back() - state.node_tension.front(), state.lock_force,
                    1e-9 * std::max(1.0, state.tension));
        EXPECT_LE(std::abs(state.lock_force), 1.2 * c.lock.pressure_n * (1.0 + 1e-6) + 1e-6) << path_of(c).id;
        for (int n = 0; n + 1 < tissue::k_strand_nodes; ++n) {
            const double from = strand.node(n) / strand.slack_length(), to = strand.node(n + 1) / strand.slack_length();
            if (to > state.patch_begin && from < state.patch_end) continue;
            const auto k = static_cast<std::size_t>(n);
            // same tension at both ends of an element outside the patch
            EXPECT_NEAR(state.node_tension[k], state.node_tension[k + 1], 1e-6 * std::max(1.0, state.tension));
            if (state.node_tension[k] < 1e-6 * most || state.stretch[k] <= strand.law().least_stretch() * 1.001 ||
                state.stretch[k] == static_cast<float>(strand.law().slack_stretch())) // a piece of tendon alone
                continue;
            // and it is what the fibre law gives at the fibres' stretch
            const double fibre = strand.law().tension(state.stretch[k], state.activation).value * most;
            const double error = std::abs(fibre - state.node_tension[k]) / state.node_tension[k];
            EXPECT_LT(error, 1e-4) << path_of(c).id << " node " << n; // stretch is stored in single precision
            worst = std::max(worst, error);
            ++taut;
        }
    }
    RecordProperty("worst_relative_error", std::to_string(worst));
    EXPECT_GT(taut, 1000);
}

TEST(Property, PiecesAreInEquilibriumToAMillionth) {
    double worst = 0.0;
    std::mt19937 random(k_seed);
    for (int i = 0; i < 4000; ++i) {
        std::uniform_real_distribution<double> unit(0.0, 1.0);
        const auto& strand = solver().strand(i % static_cast<int>(atlas().muscles.size()));
        const double from = unit(random) * 0.5 * strand.slack_length(), to = (0.5 + 0.5 * unit(random)) * strand.slack_length();
        const tissue::Piece piece = strand.piece(from, to);
        const double activation = i % 2 ? unit(random) : 0.0;
        const double length = piece.slack() * (0.8 + 0.35 * unit(random));
        const tissue::Balance b = tissue::balance(strand.law(), piece, length, activation);
        if (b.tension < 1e-9 || piece.tendon <= 0.0 || b.fibre_scale < 0.26) continue;
        const double by_tendon = tissue::tendon_tension(b.tendon_scale - 1.0);
        const double by_length =
            tissue::tendon_tension((length - piece.fibre * b.fibre_scale) / piece.tendon - 1.0);
        worst = std::max({worst, std::abs(by_tendon - b.tension) / b.tension,
                          b.tension > 1e-4 ? std::abs(by_length - b.tension) / b.tension : 0.0});
    }
    std::printf("worst relative imbalance of fibre and tendon: %.2g\n", worst);
    EXPECT_LT(worst, 1e-6);
}

TEST(Property, DistalStrainGrowsAsTheKneeStraightens) {
    for (const char* id : {"biceps_femoris_long_head", "biceps_femoris_short_head", "semitendinosus", "semimembranosus"})
        for (double position = 0.15; position <= 0.75; position += 0.1)
            for (int grip = 0; grip < tissue::k_grip_count; ++grip) {
                Case c;
                c.lock.muscle = muscle(id);
                c.lock.position = position;
                c.lock.grip = static_cast<tissue::Grip>(grip);
                c.lock.set_in = knee(120.0);
                double before = -1.0;
                for (double deg = 120.0; deg >= 0.0; deg -= 5.0) {
                    c.pose = knee(deg);
                    const double now = solved(c).distal_strain;
                    EXPECT_GE(now, before - 1e-9) << id << ' ' << position << ' ' << deg;
                    before = now;
                }
            }
}

TEST(Property, DistalStrainGrowsAsTheLockMovesDistally) {
    for (const char* id : {"biceps_femoris_long_head", "semitendinosus", "semimembranosus"})
        for (const double pressure : {60.0, 1e6}) {
            double before = -1.0;
            for (double position = 0.15; position <= 0.7; position += 0.025) {
                Case c;
                c.lock.muscle = muscle(id);
                c.lock.position = position;
                c.lock.pressure_n = pressure;
                c.lock.set_in = knee(120.0);
                const double now = solved(c).distal_strain;
                EXPECT_GE(now, before - 1e-9) << id << ' ' << position << ' ' << pressure;
                before = now;
            }
        }
}

TEST(Property, ScrubbingBackwardGivesWhatScrubbingForwardGave) {
    Cases cases;
    std::vector<Case> line;
    for (int i = 0; i < 60; ++i) line.push_back(cases.next());
    tissue::TissueState state;
    std::vector<tissue::TissueState> forward;
    for (const Case& c : line) {
        solver().evaluate(c.pose, c.lock, c.activation, state);
        forward.push_back(state);
    }
    for (std::size_t i = line.size(); i-- > 0;) {
        solver().evaluate(line[i].pose, line[i].lock, line[i].activation, state);
        EXPECT_EQ(state, forward[i]) << "one state is written over another and must not remember it";
    }
}

TEST(Property, ActivationPullsHarderAndNeverLoosens) {
    Cases cases;
    for (int i = 0; i < k_cases; ++i) {
        Case c = cases.next();
        MuscleState before;
        for (const double a : {0.0, 0.25, 0.5, 1.0}) {
            c.activation.assign(atlas().muscles.size(), a);
            MuscleState now;
            solver().evaluate_muscle(c.lock.muscle, c.pose, std::nullopt, c.activation, now);
            EXPECT_GE(now.tension, before.tension - 1e-9) << path_of(c).id << ' ' << a;
            before = now;
        }
    }
}

} // namespace
