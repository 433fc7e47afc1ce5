#include "viewer/tiles.h"

#include "render/canvas.h"

#include <glm/vector_relational.hpp>
#include <gtest/gtest.h>

using viewer::Tile;
using viewer::tiles_of;

namespace {

/// How often each pixel is kept.
std::vector<int> kept(glm::ivec2 picture, const std::vector<Tile>& tiles) {
    std::vector<int> count(static_cast<std::size_t>(picture.x * picture.y));
    for (const Tile& tile : tiles)
        for (int y = tile.kept.y; y < tile.kept.y + tile.kept_size.y; ++y)
            for (int x = tile.kept.x; x < tile.kept.x + tile.kept_size.x; ++x)
                ++count.at(static_cast<std::size_t>(y * picture.x + x));
    return count;
}

} // namespace

TEST(Tiles, APictureWithinTheLimitsIsOne) {
    EXPECT_EQ(tiles_of({3840, 2160}, {}), (std::vector<Tile>{{{0, 0}, {3840, 2160}, {0, 0}, {3840, 2160}}}));
}

TEST(Tiles, KeepEveryPixelOnce) {
    for (const glm::ivec2 picture : {glm::ivec2(640, 480), glm::ivec2(641, 479), glm::ivec2(480, 640)}) {
        const auto tiles = tiles_of(picture, {60'000, 16384});
        EXPECT_GT(tiles.size(), 1u);
        for (const int count : kept(picture, tiles)) ASSERT_EQ(count, 1);
    }
}

TEST(Tiles, AreOfOneSizeWithinPictureAndLimitsAndMeetInTheirPatterns) {
    for (const glm::ivec2 picture :
         {glm::ivec2(7680, 4320), glm::ivec2(16384, 16384), glm::ivec2(16384, 999), glm::ivec2(1001, 16383)}) {
        const auto tiles = tiles_of(picture, {});
        EXPECT_LE(tiles.size(), 100u);
        for (const Tile& tile : tiles) {
            EXPECT_EQ(tile.size, tiles[0].size);
            EXPECT_LE(tile.size.x * tile.size.y, viewer::TileLimits{}.pixels);
            EXPECT_EQ(tile.origin % render::k_canvas_step, glm::ivec2(0));
            EXPECT_TRUE(glm::all(glm::greaterThanEqual(tile.origin, glm::ivec2(0))));
            EXPECT_TRUE(glm::all(glm::lessThanEqual(tile.origin + tile.size, picture)));
        }
    }
}

TEST(Tiles, HaveAMarginWhereverThePictureGoesOn) {
    const glm::ivec2 picture(7680, 4320);
    const int margin = 4320 / 12;
    for (const Tile& tile : tiles_of(picture, {})) {
        const glm::ivec2 before = tile.kept - tile.origin;
        const glm::ivec2 behind = tile.origin + tile.size - tile.kept - tile.kept_size;
        for (const int axis : {0, 1}) {
            const bool first = tile.kept[axis] == 0, last = tile.kept[axis] + tile.kept_size[axis] == picture[axis];
            EXPECT_TRUE(first || before[axis] >= margin);
            EXPECT_TRUE(last || behind[axis] >= margin);
        }
    }
}

TEST(Tiles, StayWithinTheDriversSide) {
    for (const Tile& tile : tiles_of({8000, 500}, {9'000'000, 2048})) EXPECT_LE(tile.size.x, 2048);
}

TEST(Tiles, ArePutWhereTheyBelong) {
    // a picture of 2 x 2; the tile is its left column with one column more, and keeps the lower left pixel
    files::Image picture{2, 2, std::vector<std::uint8_t>(16)};
    const Tile tile{{0, 0}, {2, 2}, {0, 0}, {1, 1}};
    std::vector<std::uint8_t> pixels;
    for (const std::uint8_t value : std::initializer_list<std::uint8_t>{10, 20, 30, 40})
        pixels.insert(pixels.end(), 4, value);
    viewer::put(tile, pixels, picture);
    EXPECT_EQ(picture.rgba[2 * 4], 30) << "lower left: the first pixel of the second row";
    EXPECT_EQ(picture.rgba[0], 0);
    EXPECT_EQ(picture.rgba[3 * 4], 0);
}
