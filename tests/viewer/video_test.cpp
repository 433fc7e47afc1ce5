#include "viewer/film.h"
#include "viewer/video.h"

#include <gtest/gtest.h>

using viewer::Target;

namespace {

std::string joined(const viewer::VideoFormat& format) {
    std::string text;
    for (const std::string& word : viewer::ffmpeg_words(format, "out put.x")) text += word + "|";
    return text;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

} // namespace

TEST(Video, AFileIsOneWordWhateverItsName) {
    EXPECT_TRUE(has(joined({Target::mp4, {64, 48}, 25, 10, false}), "|file:out put.x|"));
}

TEST(Video, OnlyATransparentWebmHasAlpha) {
    EXPECT_TRUE(has(joined({Target::webm, {64, 48}, 25, 10, false}), "|yuv420p|"));
    EXPECT_TRUE(has(joined({Target::webm, {64, 48}, 25, 10, true}), "|yuva420p|"));
}

TEST(Video, ALongGifHasAPaletteForEachFrame) {
    EXPECT_TRUE(has(joined({Target::gif, {640, 360}, 25, 100, false}), "stats_mode=full"));
    EXPECT_TRUE(has(joined({Target::gif, {1280, 720}, 25, 4000, false}), "stats_mode=single"));
}

TEST(Film, HasAPictureAtBothEnds) {
    viewer::FilmOptions film;
    film.fps = 10;
    film.from = base::Seconds(1.9);
    film.to = base::Seconds(2.0);
    EXPECT_EQ(viewer::frames_of(film), 2) << "2.0 - 1.9 is less than 0.1 in binary";
    film.to = base::Seconds(2.95);
    EXPECT_EQ(viewer::frames_of(film), 11);
}
