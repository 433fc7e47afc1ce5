#include "support/image_compare.h"

#include <gtest/gtest.h>

namespace {

/// A picture in which every pixel differs from its neighbours.
files::Image pattern(int width, int height) {
    files::Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (const int value : {(x * 37) % 256, (y * 53) % 256, (x * y * 11) % 256, 255})
                image.rgba.push_back(static_cast<std::uint8_t>(value));
    return image;
}

std::filesystem::path folder() { return std::filesystem::path(PINSTRETCH_BINARY_DIR) / "tests" / "image_compare_test"; }

TEST(ImageCompare, EqualPicturesAgree) {
    EXPECT_EQ(support::verdict("equal", pattern(20, 10), pattern(20, 10), {}, folder()), "");
}

TEST(ImageCompare, OnePixelIsFoundAndNamed) {
    files::Image changed = pattern(20, 10);
    std::uint8_t& green = changed.rgba[(7 * 20 + 3) * 4 + 1];
    green = static_cast<std::uint8_t>(green + 100);
    const support::Difference difference = support::compare(changed, pattern(20, 10), {});
    EXPECT_EQ(difference.pixels_over, 1);
    EXPECT_EQ(difference.channel_max, 100);
    EXPECT_EQ(difference.worst, glm::ivec2(3, 7));
    EXPECT_NE(support::verdict("one_pixel", changed, pattern(20, 10), {}, folder()), "");
}

TEST(ImageCompare, OnePixelPassesWhereOneIsAllowed) {
    files::Image changed = pattern(100, 100);
    changed.rgba[400] = static_cast<std::uint8_t>(changed.rgba[400] ^ 0x40);
    EXPECT_EQ(support::verdict("allowed", changed, pattern(100, 100), {12, 0.15, 1}, folder()), "");
}

TEST(ImageCompare, ManySmallDifferencesFailByTheirMean) {
    files::Image changed = pattern(20, 10);
    for (std::uint8_t& value : changed.rgba) value = static_cast<std::uint8_t>(value < 250 ? value + 3 : value - 3);
    const support::Difference difference = support::compare(changed, pattern(20, 10), {});
    EXPECT_EQ(difference.pixels_over, 0);
    EXPECT_DOUBLE_EQ(difference.mean, 3.0);
    EXPECT_FALSE(difference.within({}));
}

TEST(ImageCompare, ShiftedPictureFails) {
    files::Image shifted = pattern(20, 10);
    shifted.rgba.insert(shifted.rgba.begin(), shifted.rgba.end() - 4, shifted.rgba.end());
    shifted.rgba.resize(shifted.rgba.size() - 4);
    EXPECT_NE(support::verdict("shifted", shifted, pattern(20, 10), {}, folder()), "");
}

TEST(ImageCompare, WrongSizeFailsEvenWithEqualBytes) {
    const std::string text =
        support::verdict("size", pattern(10, 20), pattern(20, 10), {255, 255.0, 1 << 20}, folder());
    EXPECT_NE(text.find("10 x 20"), std::string::npos) << text;
}

TEST(ImageCompare, EvidenceIsWrittenAndReadable) {
    std::filesystem::remove_all(folder() / "evidence_diff.png");
    files::Image changed = pattern(20, 10);
    changed.rgba[0] = static_cast<std::uint8_t>(changed.rgba[0] + 20);
    support::verdict("evidence", changed, pattern(20, 10), {}, folder());
    const auto diff = files::read_png(folder() / "evidence_diff.png");
    ASSERT_TRUE(diff);
    EXPECT_EQ(diff.value->rgba[0], 160);
    EXPECT_EQ(diff.value->rgba[4], 0);
}

} // namespace
