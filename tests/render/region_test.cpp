#include "render/region.h"

#include <gtest/gtest.h>

namespace {

using render::Region;

int area(const std::vector<gpu::Scissor>& rectangles) {
    int sum = 0;
    for (const gpu::Scissor& each : rectangles) sum += each.size.x * each.size.y;
    return sum;
}

/// The rectangle that it is.
gpu::Scissor only(const Region& region) {
    const auto rectangles = region.rectangles();
    return rectangles.size() == 1 ? rectangles.front() : gpu::Scissor{};
}

TEST(Region, HasTheSquaresThatARectangleTouches) {
    Region region({100, 60});
    EXPECT_TRUE(region.empty());
    region.add({30.0f, 17.0f}, {33.0f, 20.0f});
    EXPECT_FALSE(region.empty());
    EXPECT_TRUE(region.has({16, 16}));
    EXPECT_TRUE(region.has({47, 31}));
    EXPECT_FALSE(region.has({48, 16}));
    EXPECT_FALSE(region.has({16, 15}));
    EXPECT_EQ(only(region), (gpu::Scissor{{16, 16}, {32, 16}}));
}

TEST(Region, WhatLiesBesideThePictureIsLeftOut) {
    Region region({100, 60});
    region.add({-500.0f, -500.0f}, {-20.0f, 1000.0f});
    EXPECT_TRUE(region.empty());
    region.add({-500.0f, 50.0f}, {5.0f, 1e6f});
    EXPECT_EQ(only(region), (gpu::Scissor{{0, 48}, {16, 12}})) << "the last row of squares is cut off";
}

TEST(Region, RectanglesLieSideBySideAndAreAllOfIt) {
    Region region({100, 60});
    region.add({20.0f, 20.0f}, {40.0f, 30.0f});
    region.add({70.0f, 0.0f}, {99.0f, 59.0f});
    EXPECT_EQ(area(region.rectangles()), 32 * 16 + 36 * 60);
    Region again({100, 60});
    for (const gpu::Scissor& each : region.rectangles()) again.add(each);
    EXPECT_EQ(again, region);
    again.add_all();
    EXPECT_EQ(again.rectangles(), (std::vector<gpu::Scissor>{{{0, 0}, {100, 60}}}));
    EXPECT_EQ(again.share(), 1.0);
}

TEST(Region, ARectangleEndsBeforeItsFarEdge) {
    Region region({100, 60});
    region.add(gpu::Scissor{{16, 16}, {16, 32}});
    EXPECT_EQ(only(region), (gpu::Scissor{{16, 16}, {16, 32}}));
    region.add(gpu::Scissor{{64, 0}, {0, 10}});
    EXPECT_FALSE(region.has({64, 0})) << "empty";
}

TEST(Region, CoarseIsWholeBlocks) {
    Region region({100, 60});
    region.add({20.0f, 20.0f}, {21.0f, 21.0f});
    region.add({99.0f, 59.0f}, {99.0f, 59.0f});
    EXPECT_EQ(region.coarse().rectangles(), (std::vector<gpu::Scissor>{{{0, 0}, {32, 32}}, {{96, 32}, {4, 28}}}));
}

TEST(Region, GrowsByWholeSquares) {
    Region region({160, 160});
    region.add({80.0f, 80.0f}, {81.0f, 81.0f});
    EXPECT_EQ(only(region.grown(0)), only(region));
    EXPECT_EQ(only(region.grown(1)), (gpu::Scissor{{64, 64}, {48, 48}}));
    EXPECT_EQ(only(region.grown(17)), (gpu::Scissor{{48, 48}, {80, 80}}));
    EXPECT_EQ(region.grown(1000).share(), 1.0);
}

TEST(Region, APictureSmallerThanASquareHasOne) {
    Region region({5, 3});
    region.add({1.0f, 1.0f}, {2.0f, 2.0f});
    EXPECT_EQ(region.share(), 1.0);
    EXPECT_EQ(only(region), (gpu::Scissor{{0, 0}, {5, 3}}));
}

} // namespace
