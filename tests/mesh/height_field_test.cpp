#include "mesh/height_field.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <gtest/gtest.h>
#include <set>
#include <utility>

using mesh::HeightField;

TEST(HeightField, KeepsTheLowestOfWhatLiesOverAPoint) {
    HeightField field = HeightField::around({}, 0.02f, 0.002f, HeightField::k_nothing);
    const glm::vec3 a(-0.01f, -0.01f, 0.0f), b(0.01f, -0.01f, 0.0f), c(0.0f, 0.01f, 0.02f);
    field.lay(a, b, c, mesh::Side::lowest);
    field.lay(a + glm::vec3(0, 0, 1), b + glm::vec3(0, 0, 1), c + glm::vec3(0, 0, 1), mesh::Side::lowest);
    EXPECT_NEAR(field({0.0f, 0.0f}), 0.01f, 1e-5f);
    EXPECT_NEAR(field({0.001f, -0.005f}), 0.005f, 1e-5f) << "linear between the crossings";
    EXPECT_GE(field({0.018f, 0.018f}), 0.5f * HeightField::k_nothing) << "nothing there";
}

TEST(HeightField, EachPairComesOnceAndTheLastColumnLiesBesideTheFirst) {
    for (const float round : {0.0f, 0.04f}) {
        const HeightField field = HeightField::around({round}, 0.02f, 0.002f, 0.0f);
        std::set<std::pair<std::size_t, std::size_t>> pairs;
        int visits = 0;
        field.each_pair([&](std::size_t a, std::size_t b) {
            pairs.insert(std::minmax(a, b));
            ++visits;
        });
        const int across = round > 0.0f ? field.columns : field.columns - 1;
        EXPECT_EQ(visits, across * field.rows + field.columns * (field.rows - 1));
        EXPECT_EQ(pairs.size(), static_cast<std::size_t>(visits));
        const std::size_t last = static_cast<std::size_t>(field.columns - 1);
        EXPECT_EQ(pairs.contains({0, last}), round > 0.0f);
    }
}

TEST(HeightField, ChartRoundAnAxisLeadsBack) {
    const mesh::Chart chart{0.04f};
    for (const glm::vec3 p : {glm::vec3(0.03f, 0.01f, -0.02f), glm::vec3(-0.01f, -0.02f, 0.05f)})
        EXPECT_LT(glm::distance(chart.from(chart.to(p)), p), 1e-6f);
    EXPECT_NEAR(chart.to({0.04f, 0.0f, 0.0f}).x, 0.04f * std::acos(0.0f), 1e-6f);
}

TEST(HeightField, ATriangleOverTheSeamIsLaidOnBothSides) {
    HeightField field = HeightField::around({0.04f}, 0.02f, 0.002f, HeightField::k_nothing);
    const auto at = [&](float x, float y) { return field.chart.to({x, y, -0.04f}); };
    field.lay(at(-0.02f, -0.02f), at(0.02f, -0.02f), at(0.0f, 0.02f), mesh::Side::lowest);
    for (const float x : {-0.006f, -0.001f, 0.001f, 0.006f})
        EXPECT_NEAR(field(glm::vec2(field.chart.to({x, -0.01f, -0.04f}))), 0.041f, 0.003f) << x;
}
