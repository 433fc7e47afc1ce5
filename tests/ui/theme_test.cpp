// Colours that can be read, words that are right.
#include "ui/theme.h"
#include "ui/words.h"

#include <gtest/gtest.h>

namespace {

using namespace ui;

TEST(Theme, EveryTextColourHasFourPointFiveToOneOnItsGround) {
    for (const unsigned ground : {k_ground_hex, k_raised_hex, k_soft_hex})
        for (const unsigned text : {k_text_hex, k_muted_hex, k_accent_hex}) EXPECT_GE(contrast(text, ground), 4.5);
    EXPECT_GE(contrast(k_raised_hex, k_accent_hex), 4.5);
    EXPECT_GE(contrast(k_amber_hex, k_amber_ground_hex), 4.5);
    EXPECT_GE(contrast(k_error_hex, k_ground_hex), 4.5);
}

TEST(Theme, ContrastOfBlackOnWhiteIsTwentyOne) { EXPECT_NEAR(contrast(0x000000, 0xFFFFFF), 21.0, 1e-6); }

TEST(Words, NumbersCarryTheirUnits) {
    EXPECT_EQ(seconds_text(base::Seconds(62.46)), "1:02.5");
    EXPECT_EQ(degrees_text(base::Angle::degrees(86.6)), "87\u00B0");
    EXPECT_EQ(percent_text(0.1234), "+12.3 %");
    EXPECT_EQ(millimetres_text(0.412), "412.0 mm");
    EXPECT_EQ(newtons_text(79.6), "80 N");
    EXPECT_EQ(step_text(2, 9), "Step 3 of 9");
}

TEST(Words, SearchFindsWordsInAnyOrderAndCase) {
    EXPECT_TRUE(matches("Biceps femoris, long head", "LONG bic"));
    EXPECT_TRUE(matches("Femur", ""));
    EXPECT_FALSE(matches("Femur", "tibia"));
}

TEST(Words, SentencesAreCutAtTheirEnds) {
    const std::string text = "One. Two is 2.5 long! Three?";
    EXPECT_EQ(first_sentences(text, 1), "One.");
    EXPECT_EQ(first_sentences(text, 2), "One. Two is 2.5 long!");
    EXPECT_EQ(first_sentences(text, 9), text);
}

} // namespace
