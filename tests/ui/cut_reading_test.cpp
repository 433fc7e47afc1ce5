// What stands beside a section: the sides of the body and a bar of its scale.
#include "ui/cut_reading.h"

#include <gtest/gtest.h>

namespace {

using namespace ui;

scene::Camera looking(const glm::vec3& from) {
    scene::Camera camera;
    camera.target = {0.0f, 0.8f, 0.0f};
    camera.eye = camera.target + from;
    return camera;
}

TEST(CutReading, NamesTheSidesOfAClientWhoLiesProne) {
    EXPECT_EQ(sides_of_picture(looking({0, 0, -2})), "Up: posterior. To the right: client's right"); // from the feet
    EXPECT_EQ(sides_of_picture(looking({0, 0, 2})), "Up: posterior. To the right: client's left");
    EXPECT_EQ(sides_of_picture(looking({-2, 0, 0})), "Up: posterior. To the right: superior");
    scene::Camera above = looking({0, 2, 0});
    above.up = {0, 0, 1};
    EXPECT_EQ(sides_of_picture(above), "Up: superior. To the right: client's right");
}

TEST(CutReading, SaysNothingBetweenTwoSides) { EXPECT_EQ(sides_of_picture(looking({-2, 0, -2})), ""); }

TEST(CutReading, BarIsTheLongestRoundLengthWithRoom) {
    const ScaleBar bar = scale_bar(2000.0f, 150.0f);
    EXPECT_FLOAT_EQ(bar.length, 100.0f);
    EXPECT_EQ(bar.text, "5 cm");
    EXPECT_EQ(scale_bar(2000.0f, 10.0f).text, "5 mm");
    EXPECT_EQ(scale_bar(100.0f, 150.0f).text, "20 cm"); // no longer one
    EXPECT_FLOAT_EQ(scale_bar(2000.0f, 1.0f).length, 0.0f);
}

} // namespace
