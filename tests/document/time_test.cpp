// Playing, stepping, looping: lesson time under the document's verbs.
#include "document/verbs.h"
#include "lesson/sample.h"
#include "small_world.h"

#include <cmath>
#include <gtest/gtest.h>

namespace {

using namespace document;

double at(const Document& document) { return document.player.at().count(); }

TEST(TimeVerbs, PlayAdvancesWithTheClockItIsGivenAndPauseStops) {
    const scene::World world = test::small_world();
    Document document(world);
    apply(document, world, TogglePlay{});
    advance(document, world, base::Seconds(50.0));
    EXPECT_TRUE(advance(document, world, base::Seconds(52.0)));
    EXPECT_DOUBLE_EQ(at(document), 2.0);
    apply(document, world, TogglePlay{});
    EXPECT_FALSE(advance(document, world, base::Seconds(60.0)));
    EXPECT_DOUBLE_EQ(at(document), 2.0);
}

TEST(TimeVerbs, PlayAtTheEndStartsAgain) {
    const scene::World world = test::small_world();
    Document document(world);
    apply(document, world, {Seek{base::Seconds(99.0)}, TogglePlay{}});
    EXPECT_DOUBLE_EQ(at(document), 0.0);
    EXPECT_TRUE(document.player.playing());
}

TEST(TimeVerbs, RestsUnlessSomethingMovesSoon) {
    const scene::World world = test::small_world();
    Document document(world);
    EXPECT_TRUE(rests(document, world)) << "not playing";
    apply(document, world, {Seek{base::Seconds(5.0)}, TogglePlay{}});
    EXPECT_TRUE(rests(document, world));
    document.camera_move.emplace();
    EXPECT_FALSE(rests(document, world));
    document.camera_move.reset();
    document.player.set_loop(lesson::Player::Loop{base::Seconds(0.0), base::Seconds(6.0)});
    EXPECT_FALSE(rests(document, world)) << "it jumps back soon";
    document.player.set_loop(std::nullopt);
    apply(document, world, Seek{base::Seconds(9.0)});
    EXPECT_FALSE(rests(document, world)) << "the next step bends the knee";
    apply(document, world, TogglePlay{});
    EXPECT_TRUE(rests(document, world)) << "not playing";
}

TEST(TimeVerbs, SeekIsClampedAndRefusesNonsense) {
    const scene::World world = test::small_world();
    Document document(world);
    apply(document, world, Seek{base::Seconds(-3.0)});
    EXPECT_DOUBLE_EQ(at(document), 0.0);
    apply(document, world, {Seek{base::Seconds(7.0)}, Seek{base::Seconds(std::nan(""))}});
    EXPECT_DOUBLE_EQ(at(document), 7.0);
}

TEST(TimeVerbs, StepsGoForwardToTheLastAndBackToTheFirst) {
    const scene::World world = test::small_world();
    Document document(world);
    for (const double start : {10.0, 20.0, 20.0}) {
        apply(document, world, NextStep{});
        EXPECT_DOUBLE_EQ(at(document), start);
    }
    for (const double start : {10.0, 0.0, 0.0}) {
        apply(document, world, PreviousStep{});
        EXPECT_DOUBLE_EQ(at(document), start);
    }
    apply(document, world, GoToStep{77});
    EXPECT_DOUBLE_EQ(at(document), 20.0);
}

TEST(TimeVerbs, PreviousFirstReturnsToTheStartOfAStepThatIsUnderWay) {
    const scene::World world = test::small_world();
    Document document(world);
    apply(document, world, {Seek{base::Seconds(14.0)}, PreviousStep{}});
    EXPECT_DOUBLE_EQ(at(document), 10.0);
}

TEST(TimeVerbs, FramesAreATwentyFifthOfASecondAndPause) {
    const scene::World world = test::small_world();
    Document document(world);
    apply(document, world, {Seek{base::Seconds(5.0)}, TogglePlay{}, MoveFrames{1}});
    EXPECT_FALSE(document.player.playing());
    EXPECT_NEAR(at(document), 5.04, 1e-12);
    apply(document, world, MoveFrames{-2});
    EXPECT_NEAR(at(document), 4.96, 1e-12);
}

TEST(TimeVerbs, SpeedMovesAlongItsNotchesAndStopsAtTheEnds) {
    const scene::World world = test::small_world();
    Document document(world);
    apply(document, world, ChangeSpeed{1});
    EXPECT_DOUBLE_EQ(document.player.speed(), 1.5);
    apply(document, world, ChangeSpeed{20});
    EXPECT_DOUBLE_EQ(document.player.speed(), 4.0);
    apply(document, world, {SetSpeed{0.6}, ChangeSpeed{-1}});
    EXPECT_DOUBLE_EQ(document.player.speed(), 0.5);
    apply(document, world, ChangeSpeed{-20});
    EXPECT_DOUBLE_EQ(document.player.speed(), 0.1);
}

TEST(TimeVerbs, ALoopStaysInItsStepAndMovesAlongWithTheUser) {
    const scene::World world = test::small_world();
    Document document(world);
    apply(document, world, {Seek{base::Seconds(18.0)}, ToggleLoop{}, TogglePlay{}});
    advance(document, world, base::Seconds(0.0));
    advance(document, world, base::Seconds(3.0));
    EXPECT_DOUBLE_EQ(at(document), 11.0);
    apply(document, world, PreviousStep{});
    apply(document, world, PreviousStep{});
    ASSERT_TRUE(document.player.loop());
    EXPECT_DOUBLE_EQ(document.player.loop()->from.count(), 0.0);
    apply(document, world, ToggleLoop{});
    EXPECT_FALSE(document.player.loop());
}

TEST(TimeVerbs, ALessonWithoutStepsDoesNothingAndDoesNotCrash) {
    scene::World world = test::small_world();
    world.lesson = {};
    Document document(world);
    apply(document, world, {ToggleLoop{}, NextStep{}, PreviousStep{}, GoToStep{2}});
    EXPECT_DOUBLE_EQ(at(document), 0.0);
    EXPECT_FALSE(document.player.loop());
}

} // namespace
