#include "render/line_geometry.h"

#include <algorithm>
#include <cmath>
#include <glm/ext/matrix_clip_space.hpp>
#include <glm/ext/matrix_transform.hpp>
#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace {

constexpr glm::ivec2 k_size(200, 100);
const glm::mat4 k_flat = glm::ortho(0.0f, 200.0f, 0.0f, 100.0f, -1.0f, 1.0f);

std::vector<render::LineVertex> ribbon(std::vector<glm::vec3> points, const glm::mat4& view_projection, float width) {
    std::vector<render::LineVertex> vertices;
    render::append_ribbon({std::move(points), glm::vec4(1.0f), width, true}, view_projection, k_size, 1.0f, vertices);
    return vertices;
}

glm::vec2 pixel(const render::LineVertex& vertex) {
    return (glm::vec2(vertex.clip) / vertex.clip.w * 0.5f + 0.5f) * glm::vec2(k_size);
}

TEST(Ribbon, IsAsWideAsAskedPlusItsSoftEdge) {
    const auto vertices = ribbon({{10.0f, 50.0f, 0.0f}, {90.0f, 50.0f, 0.0f}}, k_flat, 6.0f);
    ASSERT_EQ(vertices.size(), 6u);
    for (const auto& vertex : vertices) {
        EXPECT_NEAR(std::abs(pixel(vertex).y - 50.0f), 4.0f, 1e-3f);
        EXPECT_FLOAT_EQ(vertex.across.y, 3.0f);
    }
}

TEST(Ribbon, WidthDoesNotDependOnTheDistance) {
    const glm::mat4 perspective = glm::perspective(0.6f, 2.0f, 0.1f, 100.0f);
    for (const float away : {-2.0f, -20.0f}) {
        const auto vertices = ribbon({{0.0f, 0.0f, away}, {0.1f, 0.0f, away}}, perspective, 4.0f);
        ASSERT_FALSE(vertices.empty());
        EXPECT_NEAR(std::abs(pixel(vertices[0]).y - pixel(vertices[1]).y), 6.0f, 1e-2f) << away;
    }
}

TEST(Ribbon, SharpBendDoesNotShootOut) {
    const auto vertices = ribbon({{10.0f, 50.0f, 0.0f}, {100.0f, 50.0f, 0.0f}, {10.0f, 50.5f, 0.0f}}, k_flat, 4.0f);
    ASSERT_EQ(vertices.size(), 12u);
    for (const auto& vertex : vertices) EXPECT_LT(pixel(vertex).x, 110.0f);
}

TEST(Ribbon, PieceBehindTheViewerIsCutOff) {
    const glm::mat4 perspective = glm::perspective(0.6f, 2.0f, 0.1f, 100.0f);
    const auto vertices = ribbon({{0.0f, 0.0f, -2.0f}, {0.0f, 0.1f, 2.0f}}, perspective, 4.0f);
    ASSERT_EQ(vertices.size(), 6u);
    for (const auto& vertex : vertices) EXPECT_GT(vertex.clip.w, 0.0f);
    EXPECT_TRUE(ribbon({{0.0f, 0.0f, 1.0f}, {0.0f, 0.1f, 2.0f}}, perspective, 4.0f).empty());
}

TEST(Ribbon, NothingComesOfNoLengthOrNoPoints) {
    EXPECT_TRUE(ribbon({}, k_flat, 4.0f).empty());
    EXPECT_TRUE(ribbon({{10.0f, 10.0f, 0.0f}}, k_flat, 4.0f).empty());
    EXPECT_TRUE(ribbon({{10.0f, 10.0f, 0.0f}, {10.0f, 10.0f, 0.0f}}, k_flat, 4.0f).empty());
}

TEST(Ribbon, ArrowEndsInAHeadWhoseTipIsTheLastPoint) {
    scene::Line arrow{{{10.0f, 50.0f, 0.0f}, {90.0f, 50.0f, 0.0f}}, glm::vec4(1.0f), 4.0f};
    arrow.head_px = 20.0f;
    std::vector<render::LineVertex> vertices;
    render::append_ribbon(arrow, k_flat, k_size, 1.0f, vertices);
    ASSERT_EQ(vertices.size(), 12u); // shaft and head
    float tip = 0.0f, widest = 0.0f, shaft = 0.0f;
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        tip = std::max(tip, pixel(vertices[i]).x);
        widest = std::max(widest, std::abs(pixel(vertices[i]).y - 50.0f));
        if (i < 6) shaft = std::max(shaft, pixel(vertices[i]).x);
    }
    EXPECT_NEAR(tip, 90.0f, 0.01f);
    EXPECT_NEAR(shaft, 70.0f, 0.01f);
    EXPECT_GT(widest, 6.0f);
    arrow.points[1].x = 20.0f; // shorter than its head: some shaft is left
    vertices.clear();
    render::append_ribbon(arrow, k_flat, k_size, 1.0f, vertices);
    EXPECT_NEAR(pixel(vertices[2]).x, 14.0f, 0.01f);
}

TEST(Ribbon, HaloLiesBeneathAndReachesFarther) {
    scene::Line line{{{10.0f, 50.0f, 0.0f}, {90.0f, 50.0f, 0.0f}}, {0.0f, 0.0f, 0.0f, 1.0f}, 4.0f};
    line.halo_px = 2.0f;
    std::vector<render::LineVertex> vertices;
    render::append_ribbon(line, k_flat, k_size, 1.0f, vertices);
    ASSERT_EQ(vertices.size(), 12u);
    EXPECT_GT(vertices[0].colour.x, 0.9f); // the first drawn is pale
    EXPECT_EQ(vertices[6].colour.x, 0.0f);
    EXPECT_FLOAT_EQ(vertices[0].across.y, vertices[6].across.y + 2.0f);
}

} // namespace
