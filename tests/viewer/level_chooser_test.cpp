#include "viewer/level_chooser.h"

#include <array>
#include <gtest/gtest.h>

using base::Seconds;
using render::Level;
using viewer::LevelChooser;

namespace {

/// Milliseconds of each level on some machine.
using Machine = std::array<double, render::k_level_count>;

void play(LevelChooser& chooser, const Machine& machine, int frames) {
    for (int i = 0; i < frames; ++i) chooser.took(Seconds(machine[static_cast<std::size_t>(chooser.level())] * 1e-3));
}

/// Changes of the level while it plays.
int changes(LevelChooser& chooser, const Machine& machine, int frames) {
    int count = 0;
    for (int i = 0; i < frames; ++i) {
        const Level before = chooser.level();
        play(chooser, machine, 1);
        count += chooser.level() != before ? 1 : 0;
    }
    return count;
}

} // namespace

TEST(LevelChooser, TakesTheBestLevelThatHoldsTheRate) {
    for (const auto& [machine, level] : {std::pair{Machine{4, 6, 9, 27, 60, 300}, Level::medium},
                                         std::pair{Machine{9, 14, 20, 70, 90, 300}, Level::fair},
                                         std::pair{Machine{12, 25, 35, 80, 90, 300}, Level::low},
                                         std::pair{Machine{25, 40, 60, 80, 160, 600}, Level::lowest},
                                         std::pair{Machine{1, 1, 1, 2, 2, 3}, Level::high}}) {
        LevelChooser chooser;
        play(chooser, machine, 200);
        EXPECT_EQ(chooser.level(), level);
    }
}

TEST(LevelChooser, DoesNotTryWhatASoftwareRendererCouldNotHold) {
    LevelChooser chooser;
    const Machine machine = {13, 18, 24, 100, 200, 350};
    EXPECT_EQ(changes(chooser, machine, 600), 1);
    EXPECT_EQ(chooser.level(), Level::fair);
}

TEST(LevelChooser, StaysWhereItIsOnceItKnowsTheMachine) {
    LevelChooser chooser;
    const Machine machine = {5, 7, 9, 38, 60, 300};
    play(chooser, machine, 300);
    EXPECT_LE(changes(chooser, machine, 900), 2);
}

TEST(LevelChooser, OneSlowFrameChangesNothing) {
    LevelChooser chooser;
    const Machine machine = {4, 6, 9, 27, 60, 300};
    play(chooser, machine, 200);
    const Level before = chooser.level();
    chooser.took(Seconds(2.0));
    play(chooser, machine, 5);
    EXPECT_EQ(chooser.level(), before);
}

TEST(LevelChooser, ComesBackWhenTheMachineIsFreeAgain) {
    LevelChooser chooser;
    play(chooser, {60, 90, 120, 150, 300, 900}, 30);
    EXPECT_EQ(chooser.level(), Level::lowest);
    play(chooser, {4, 6, 8, 15, 28, 300}, 3000);
    EXPECT_EQ(chooser.level(), Level::high);
}
