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

} // namespace
