#include "sculpt/fascicles.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

namespace {

using namespace sculpt;

/// A round bar of the radius, 100 mm long, standing at x.
Solid bar(float x, float radius) {
    const std::vector<Station> stations = {{{x, 0, 0}, radius, radius, 0}, {{x, 100, 0}, radius, radius, 0}};
    return make_tube(stations, {1, 0, 0}, 2.0f, Cap::round);
}

Program single(float radius) { return Program({{Op::add, 0, bar(0, radius)}}); }

FascicleSpec spec_of(Architecture architecture, float pennation_deg = 0.0f) {
    FascicleSpec spec;
    spec.architecture = architecture;
    spec.pennation_deg = pennation_deg;
    spec.fibre_side = {0, 0, 1};
    return spec;
}

/// On the bar of 10 mm at the origin; the turn is told from +z toward +x.
glm::vec3 on_bar(float turn_deg, float y) {
    const float t = turn_deg * std::numbers::pi_v<float> / 180.0f;
    return {10.0f * std::sin(t), y, 10.0f * std::cos(t)};
}

TEST(Fascicles, OfAFusiformMuscleRunFromEndToEnd) {
    const Program program = single(10);
    const Fascicles muscle(program, spec_of(Architecture::fusiform));
    EXPECT_NEAR(muscle.at(on_bar(70, 10)).line, muscle.at(on_bar(70, 90)).line, 1e-3f);
    EXPECT_NEAR(muscle.at(on_bar(70, 25)).s, 0.25f, 1e-3f);
}

TEST(Fascicles, LinesAreCountedInMillimetresAcross) {
    const Program program = single(10);
    const Fascicles muscle(program, spec_of(Architecture::strap));
    const float quarter = 10.0f * 0.5f * std::numbers::pi_v<float>;
    EXPECT_NEAR(muscle.at(on_bar(90, 50)).line - muscle.at(on_bar(0, 50)).line, quarter / k_fascicle_band, 1e-2f);
}

TEST(Fascicles, ThatAreNotPennateGoRightRoundToASeamOnTheFarSide) {
    const Program program = single(10);
    const Fascicles muscle(program, spec_of(Architecture::strap));
    const float step = 5.0f * std::numbers::pi_v<float> / 180.0f * 10.0f / k_fascicle_band;
    for (float turn = -175; turn < 175; turn += 5)
        EXPECT_NEAR(muscle.at(on_bar(turn + 5, 50)).line - muscle.at(on_bar(turn, 50)).line, step, 1e-2f) << turn;
}

TEST(Fascicles, OfAPennateMuscleLevelOutAtTheLineTheySpringFrom) {
    const Program program = single(10);
    const Fascicles muscle(program, spec_of(Architecture::unipennate, 10));
    const auto change = [&](float turn) {
        return std::abs(muscle.at(on_bar(turn + 1, 50)).line - muscle.at(on_bar(turn, 50)).line);
    };
    EXPECT_LT(change(0), 0.1f * change(60));
    EXPECT_LT(change(179), 0.1f * change(60));
}

TEST(Fascicles, OfAPennateMuscleHaveNoSeam) {
    const Program program = single(10);
    const Fascicles muscle(program, spec_of(Architecture::bipennate, 15));
    for (float turn = 0; turn < 360; turn += 3) {
        const float apart = muscle.at(on_bar(turn, 50)).line - muscle.at(on_bar(turn + 3, 50)).line;
        EXPECT_LT(std::abs(apart), 0.08f) << turn;
    }
}

TEST(Fascicles, OfAPennateMuscleLeaveTheirLineAtThePublishedAngle) {
    const Program program = single(10);
    const Fascicles muscle(program, spec_of(Architecture::unipennate, 20));
    const float along = 20.0f, across = along * std::tan(20.0f * std::numbers::pi_v<float> / 180.0f);
    const float turn = across / 10.0f * 180.0f / std::numbers::pi_v<float>;
    EXPECT_NEAR(muscle.at(on_bar(60, 40)).line, muscle.at(on_bar(60 + turn, 40 + along)).line, 0.02f);
    EXPECT_NEAR(muscle.at(on_bar(-60, 40)).line, muscle.at(on_bar(-60 - turn, 40 + along)).line, 0.02f);
}

TEST(Fascicles, OfAPennateMuscleRunStraightWhereItIsTendon) {
    const Program program = single(10);
    FascicleSpec spec = spec_of(Architecture::unipennate, 20);
    spec.tendon = {{0.0f, 0.0f}, {0.5f, 0.0f}, {0.6f, 1.0f}};
    const Fascicles muscle(program, spec);
    EXPECT_NEAR(muscle.at(on_bar(60, 70)).line, muscle.at(on_bar(60, 95)).line, 1e-3f);
}

TEST(Fascicles, OfAMultipennateMuscleShowSeveralFeathers) {
    const Program program = single(10);
    const Fascicles muscle(program, spec_of(Architecture::multipennate, 15));
    int turns = 0;
    float before = 0.0f;
    for (float turn = 3; turn < 180; turn += 3) {
        const float rise = muscle.at(on_bar(turn, 50)).line - muscle.at(on_bar(turn - 3, 50)).line;
        if (rise * before < 0.0f) ++turns;
        before = rise;
    }
    EXPECT_EQ(turns, 2);
}

TEST(Fascicles, PartsSideBySideAreOneMuscle) {
    const Program program({{Op::add, 0, bar(0, 10)}, {Op::add, 4, bar(14, 10)}});
    const Fascicles muscle(program, spec_of(Architecture::fusiform));
    float before = muscle.at({-8, 50, 9}).line;
    for (float x = -7; x <= 22; x += 1) { // over the valley between the parts
        const float here = muscle.at({x, 50, 9}).line;
        EXPECT_LT(std::abs(here - before), 0.35f) << x;
        before = here;
    }
}

TEST(Fascicles, OfAFanRunSideBySideFromPartToPart) {
    const Program program({{Op::add, 0, bar(0, 10)}, {Op::add, 4, bar(16, 10)}, {Op::add, 4, bar(32, 10)}});
    const Fascicles muscle(program, spec_of(Architecture::fan));
    float before = muscle.at({-9, 50, 5}).line;
    for (float x = -8; x <= 41; x += 1) {
        const float here = muscle.at({x, 50, 9}).line;
        EXPECT_GT(here, before - 1e-3f) << x;
        EXPECT_LT(here - before, 0.6f) << x;
        before = here;
    }
    EXPECT_NEAR(muscle.at({16, 20, 10}).line, muscle.at({16, 80, 10}).line, 1e-3f);
}

TEST(Fascicles, PartsThatFollowEachOtherLieInTheirShareOfTheMuscle) {
    const std::vector<Station> first = {{{0, 0, 0}, 4, 4, 0}, {{0, 100, 0}, 4, 4, 0}};
    const std::vector<Station> second = {{{0, 100, 0}, 2, 2, 0}, {{0, 140, 0}, 2, 2, 0}};
    const Program program({{Op::add, 0, make_tube(first, {1, 0, 0}, 2, Cap::round), {0.0f, 0.8f}},
                           {Op::add, 2, make_tube(second, {1, 0, 0}, 2, Cap::round), {0.8f, 1.0f}}});
    const Fascicles muscle(program, {});
    EXPECT_NEAR(muscle.at({4, 50, 0}).s, 0.4f, 0.01f);
    EXPECT_NEAR(muscle.at({2, 130, 0}).s, 0.95f, 0.01f);
}

TEST(Fascicles, TendonIsLinearBetweenItsRows) {
    EXPECT_FLOAT_EQ(tendon_at({}, 0.3f), 0.0f);
    EXPECT_FLOAT_EQ(tendon_at({{0.0f, 1.0f}, {0.5f, 0.0f}}, 0.25f), 0.5f);
    EXPECT_FLOAT_EQ(tendon_at({{0.0f, 1.0f}, {0.5f, 0.2f}}, 0.9f), 0.2f);
}

TEST(Fascicles, AnAponeurosisCoversItsSideAndIsNoFreeTendon) {
    const Program program = single(10);
    FascicleSpec spec;
    spec.aponeuroses = {{0.2f, 0.8f, {0, 0, 1}, {0.5f, 0.1f}}};
    const Fascicles muscle(program, spec);
    EXPECT_NEAR(muscle.at(on_bar(0, 30)).tendon, k_aponeurosis, 0.03f);
    EXPECT_EQ(muscle.at(on_bar(180, 50)).tendon, 0.0f);
    EXPECT_EQ(muscle.at(on_bar(0, 5)).tendon, 0.0f);
    // it thins out and narrows toward its end
    EXPECT_LT(muscle.at(on_bar(0, 70)).tendon, 0.8f * k_aponeurosis);
    EXPECT_GT(muscle.at(on_bar(60, 32)).tendon, 0.5f);
    EXPECT_LT(muscle.at(on_bar(60, 70)).tendon, 0.1f);
}

TEST(Fascicles, FreeTendonOutranksAnAponeurosis) {
    const Program program = single(10);
    FascicleSpec spec;
    spec.tendon = {{0.0f, 1.0f}};
    spec.aponeuroses = {{0.2f, 0.8f, {0, 0, 1}, {0.5f, 0.5f}}};
    EXPECT_EQ(Fascicles(program, spec).at(on_bar(0, 50)).tendon, 1.0f);
}

TEST(Fascicles, ARapheCrossesTheBellyAslant) {
    const Program program = single(10);
    FascicleSpec spec;
    spec.raphes = {{0.4f, 0.6f, {0, 0, 1}, 4.0f}};
    const Fascicles muscle(program, spec);
    EXPECT_NEAR(muscle.at(on_bar(0, 40)).tendon, k_aponeurosis, 1e-2f);
    EXPECT_NEAR(muscle.at(on_bar(180, 60)).tendon, k_aponeurosis, 1e-2f);
    EXPECT_EQ(muscle.at(on_bar(0, 60)).tendon, 0.0f);
}

} // namespace
