#include "lesson/player.h"

#include <gtest/gtest.h>

namespace {

using base::Seconds;
using lesson::Player;

TEST(Player, StandsStillUntilItPlays) {
    Player player(Seconds(10));
    player.advance(Seconds(100));
    EXPECT_EQ(player.advance(Seconds(105)), Seconds(0));
}

TEST(Player, FirstTickAfterPlayOnlySetsTheClock) {
    Player player(Seconds(10));
    player.play();
    EXPECT_EQ(player.advance(Seconds(1000)), Seconds(0));
    EXPECT_EQ(player.advance(Seconds(1002)), Seconds(2));
}

TEST(Player, TimePassedWhilePausedIsNotCaughtUp) {
    Player player(Seconds(10));
    player.play();
    player.advance(Seconds(0));
    player.advance(Seconds(1));
    player.pause();
    player.advance(Seconds(5));
    player.play();
    player.advance(Seconds(6));
    EXPECT_EQ(player.advance(Seconds(7)), Seconds(2));
}

TEST(Player, ClockThatStepsBackDoesNotTurnTheLessonBack) {
    Player player(Seconds(10));
    player.play();
    player.advance(Seconds(5));
    player.advance(Seconds(7));
    EXPECT_EQ(player.advance(Seconds(6)), Seconds(2));
}

TEST(Player, SpeedMultipliesTheTimePassed) {
    Player player(Seconds(10));
    player.set_speed(2.0);
    player.play();
    player.advance(Seconds(0));
    EXPECT_EQ(player.advance(Seconds(3)), Seconds(6));
}

TEST(Player, SpeedStaysWithinItsLimits) {
    Player player(Seconds(10));
    player.set_speed(100.0);
    EXPECT_EQ(player.speed(), 4.0);
    player.set_speed(0.0);
    EXPECT_EQ(player.speed(), 0.1);
}

TEST(Player, PausesAtTheEnd) {
    Player player(Seconds(10));
    player.play();
    player.advance(Seconds(0));
    EXPECT_EQ(player.advance(Seconds(11)), Seconds(10));
    EXPECT_FALSE(player.playing());
}

TEST(Player, PlaysFromTheBeginningWhenAtTheEnd) {
    Player player(Seconds(10));
    player.seek(Seconds(10));
    player.play();
    EXPECT_EQ(player.at(), Seconds(0));
}

TEST(Player, SeekIsClampedAndKeepsPlaying) {
    Player player(Seconds(10));
    player.play();
    player.seek(Seconds(-3));
    EXPECT_EQ(player.at(), Seconds(0));
    player.seek(Seconds(30));
    EXPECT_EQ(player.at(), Seconds(10));
    EXPECT_TRUE(player.playing());
}

TEST(Player, LoopRepeatsItsSpan) {
    Player player(Seconds(10));
    player.set_loop(Player::Loop{Seconds(2), Seconds(5)});
    player.seek(Seconds(4));
    player.play();
    player.advance(Seconds(0));
    EXPECT_EQ(player.advance(Seconds(1.5)), Seconds(2.5));
    EXPECT_EQ(player.advance(Seconds(8)), Seconds(3)); // two more rounds and half a second
}

TEST(Player, LoopAtTheVeryEndDoesNotPause) {
    Player player(Seconds(10));
    player.set_loop(Player::Loop{Seconds(8), Seconds(10)});
    player.seek(Seconds(9));
    player.play();
    player.advance(Seconds(0));
    EXPECT_EQ(player.advance(Seconds(1.5)), Seconds(8.5));
    EXPECT_TRUE(player.playing());
}

TEST(Player, WhoSeeksBehindTheLoopPlaysOn) {
    Player player(Seconds(10));
    player.set_loop(Player::Loop{Seconds(2), Seconds(5)});
    player.seek(Seconds(7));
    player.play();
    player.advance(Seconds(0));
    EXPECT_EQ(player.advance(Seconds(1)), Seconds(8));
}

TEST(Player, EmptyLoopIsIgnored) {
    Player player(Seconds(10));
    player.set_loop(Player::Loop{Seconds(5), Seconds(5)});
    player.seek(Seconds(4));
    player.play();
    player.advance(Seconds(0));
    EXPECT_EQ(player.advance(Seconds(2)), Seconds(6));
}

} // namespace
