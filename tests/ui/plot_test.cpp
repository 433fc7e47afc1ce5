// Plots: round ticks, the way from values to the window and back, curves that are computed once, scrubbing.
#include "desk.h"
#include "ui/muscle_plots.h"
#include "ui/plot.h"

#include <gtest/gtest.h>

namespace {

using namespace ui;
using test::Desk;

TEST(Ticks, AreRoundAndAtMostAsManyAsThereIsRoomFor) {
    EXPECT_EQ(ticks({0.0, 140.0}, 8), (std::vector<double>{0, 20, 40, 60, 80, 100, 120, 140}));
    EXPECT_EQ(ticks({0.0, 140.0}, 4), (std::vector<double>{0, 50, 100}));
    EXPECT_EQ(ticks({-0.4, 0.4}, 3), (std::vector<double>{-0.25, 0.0, 0.25}));
    for (const double high : {0.037, 1.0, 12.3, 421.0, 9999.0})
        for (int most = 2; most <= 9; ++most) {
            const auto found = ticks({0.0, high}, most);
            EXPECT_LE(static_cast<int>(found.size()), most) << high;
            EXPECT_GE(found.size(), 2u) << high << " " << most;
            for (const double tick : found) EXPECT_LE(tick, high * (1.0 + 1e-9));
        }
}

TEST(Ticks, OfDegreesAreThoseOfAGoniometer) {
    EXPECT_EQ(degree_ticks({0.0, 140.0}, 5), (std::vector<double>{0, 30, 60, 90, 120}));
    EXPECT_EQ(degree_ticks({-40.0, 40.0}, 4), (std::vector<double>{-30, 0, 30}));
    EXPECT_EQ(degree_ticks({0.0, 140.0}, 2), (std::vector<double>{0, 90}));
}

TEST(Range, HoldsEveryValueAndDoesNotBlowUpWhatHardlyChanges) {
    const std::vector<double> curve = {361.6, 421.3};
    const std::vector<std::span<const double>> curves = {curve};
    const PlotRange range = range_of(curves, 20.0, 5);
    EXPECT_LE(range.low, 361.6);
    EXPECT_GE(range.high, 421.3);
    const std::vector<double> flat = {0.0, 1e-9};
    const std::vector<std::span<const double>> flats = {flat};
    const PlotRange wide = range_of(flats, 10.0, 5);
    EXPECT_EQ(wide.low, 0.0) << "what is never negative starts at zero";
    EXPECT_GE(wide.span(), 10.0);
    EXPECT_GT(range_of({}, 5.0, 5).span(), 0.0);
}

TEST(Value, IsLinearBetweenPointsAndHeldAtTheEnds) {
    const std::vector<double> x = {0, 10, 20}, y = {1, 3, -1};
    EXPECT_DOUBLE_EQ(value_at(x, y, 5.0), 2.0);
    EXPECT_DOUBLE_EQ(value_at(x, y, 15.0), 1.0);
    EXPECT_DOUBLE_EQ(value_at(x, y, -5.0), 1.0);
    EXPECT_DOUBLE_EQ(value_at(x, y, 99.0), -1.0);
}

TEST(Stretches, AreTheRunsThatAreSlack) {
    const std::vector<double> x = {0, 1, 2, 3, 4};
    const std::vector<char> slack = {1, 1, 0, 0, 1};
    const auto found = stretches(x, slack);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].low, 0.0);
    EXPECT_EQ(found[0].high, 1.0);
    EXPECT_EQ(found[1].low, 4.0);
}

TEST(PlotArea, GoesFromValuesToTheWindowAndBack) {
    const PlotArea area{{{100.0f, 50.0f}, {200.0f, 80.0f}}, {0.0, 140.0}, {-10.0, 30.0}};
    EXPECT_EQ(area.at(0.0, 30.0), glm::vec2(100.0f, 50.0f));
    EXPECT_EQ(area.at(140.0, -10.0), glm::vec2(300.0f, 130.0f));
    for (const double x : {0.0, 33.0, 70.0, 140.0}) EXPECT_NEAR(area.x_of(area.at(x, 0.0).x), x, 1e-4);
    EXPECT_EQ(area.x_of(-1000.0f), 0.0);
    EXPECT_EQ(area.x_of(1e6f), 140.0);
}

/// The small world's, whose hip turns as well.
anatomy::Atlas hinged() {
    anatomy::Atlas atlas = test::small_world().atlas;
    atlas.hip_rotation = {base::Angle::degrees(-40.0), base::Angle::degrees(40.0)};
    return atlas;
}

TEST(Curves, AreComputedOnceUntilAnythingTheyDependOnChanges) {
    const anatomy::Atlas atlas = hinged();
    CurveMemory memory;
    motion::Pose pose;
    for (const double knee : {0.0, 40.0, 120.0}) {
        pose.knee_flexion = base::Angle::degrees(knee);
        pose.ankle_dorsiflexion = base::Angle::degrees(-knee / 4.0); // the muscle does not reach the ankle
        memory.of(atlas, 0, std::nullopt, pose);
    }
    EXPECT_EQ(memory.computed(), 1);
    pose.hip_rotation = base::Angle::degrees(10.0);
    memory.of(atlas, 0, std::nullopt, pose);
    EXPECT_EQ(memory.computed(), 2);
    tissue::Lock lock;
    memory.of(atlas, 0, lock, pose);
    memory.of(atlas, 0, std::nullopt, pose);
    EXPECT_EQ(memory.computed(), 3);
    lock.pressure_n += 1.0;
    EXPECT_TRUE(memory.of(atlas, 0, lock, pose).locked);
    EXPECT_EQ(memory.computed(), 4);
    lock.muscle = 1;
    EXPECT_FALSE(memory.of(atlas, 0, lock, pose).locked) << "a lock on another muscle";
    EXPECT_EQ(memory.computed(), 4);
}

TEST(Curves, GoOverTheJointTheMuscleCrosses) {
    anatomy::MusclePath path;
    const auto over = [&](anatomy::Body from, anatomy::Body to) {
        path.points = {{from, {}}, {to, {}}};
        return best_coordinate(path);
    };
    using anatomy::Body;
    EXPECT_EQ(over(Body::pelvis, Body::tibia), motion::Coordinate::knee_flexion);
    EXPECT_EQ(over(Body::femur, Body::calcaneus), motion::Coordinate::knee_flexion);
    EXPECT_EQ(over(Body::pelvis, Body::femur), motion::Coordinate::hip_flexion);
    EXPECT_EQ(over(Body::tibia, Body::calcaneus), motion::Coordinate::ankle_dorsiflexion);
    EXPECT_TRUE(crosses(path, motion::Coordinate::ankle_dorsiflexion));
    EXPECT_FALSE(crosses(path, motion::Coordinate::toe_extension));
}

TEST(MusclePlots, CompareTheLockWithNoLockByStyleAndWord) {
    const anatomy::Atlas atlas = hinged();
    CurveMemory memory;
    const MuscleCurves& curves = memory.of(atlas, 0, tissue::Lock{}, {});
    const auto plots = muscle_plots(atlas, 0, curves, 30.0);
    ASSERT_GE(plots.size(), 5u);
    for (const Plot& plot : plots) {
        EXPECT_FALSE(plot.unit.empty());
        EXPECT_EQ(plot.cursor, 30.0);
        for (std::size_t i = 0; i < plot.lines.size(); ++i) {
            EXPECT_EQ(plot.lines[i].y.size(), plot.x.size()) << plot.title;
            for (std::size_t j = 0; j < i; ++j) {
                EXPECT_NE(plot.lines[i].name, plot.lines[j].name) << plot.title;
                EXPECT_NE(plot.lines[i].stroke, plot.lines[j].stroke) << plot.title << ": read without colour";
            }
        }
    }
}

// The graphs, found by trying where a drag asks for another time.
TEST(Graphs, DraggingAPlotScrubsToTheAngle) {
    Desk desk;
    desk.window = {1280.0f, 1600.0f};
    apply(desk.document, desk.world, document::Seek{base::Seconds(15.0)});
    desk.press(ui::Key::p);
    desk.frames(3);
    const ImGuiWindow* window = Desk::window_named("Inspector");
    const glm::vec2 low(window->Pos.x, window->Pos.y), size(window->Size.x, window->Size.y);
    bool found = false;
    for (float y = low.y + 0.15f * size.y; y < low.y + size.y && !found; y += 16.0f) {
        const document::Actions asked = desk.click({low.x + 0.5f * size.x, y});
        found = test::count<document::Seek>(asked) > 0;
    }
    ASSERT_TRUE(found);
    // In the middle of a plot over 0 to 140 degrees.
    const motion::Pose pose = lesson::pose_at(desk.world.lesson, desk.document.player.at());
    EXPECT_NEAR(pose.knee_flexion.degrees(), 70.0, 15.0);
    EXPECT_EQ(lesson::step_at(desk.world.lesson, desk.document.player.at()), 1);
}

TEST(Graphs, TheKeyOpensThemAndGoesBack) {
    Desk desk;
    desk.document.panels.right = false;
    desk.press(ui::Key::p);
    EXPECT_TRUE(desk.document.panels.right);
    EXPECT_EQ(desk.document.panels.side, document::SideTab::graphs);
    desk.press(ui::Key::u);
    EXPECT_EQ(desk.document.panels.side, document::SideTab::under_skin);
    desk.press(ui::Key::u);
    EXPECT_EQ(desk.document.panels.side, document::SideTab::inspect);
    desk.press(ui::Key::p, {.shift = true});
    EXPECT_FALSE(desk.document.view.options.plot);
}

} // namespace
