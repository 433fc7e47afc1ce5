#include "sculpt/hand_down.h"
#include "sculpt/simplify.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace {

constexpr int k_side = 21;

/// A square sheet of 0.1 m in the plane z = 0 whose height at -20 degrees of the ankle is a slope, seen from both
/// sides.
mesh::Mesh slope() {
    mesh::Mesh sheet;
    sheet.id = "skin";
    mesh::MorphTarget morph{mesh::Bend::ankle, -20.0f, {}, {}};
    for (std::uint32_t v = 0; v < k_side * k_side; ++v) {
        const float x = 0.1f * static_cast<float>(v % k_side) / (k_side - 1);
        sheet.positions.emplace_back(x, 0.1f * static_cast<float>(v / k_side) / (k_side - 1), 0.0f);
        if (x < 0.05f) continue;
        morph.vertices.push_back(v);
        morph.offsets.emplace_back(0.0f, 0.0f, x);
    }
    const auto at = [](int column, int row) { return static_cast<std::uint32_t>(row * k_side + column); };
    for (int row = 0; row + 1 < k_side; ++row)
        for (int column = 0; column + 1 < k_side; ++column)
            for (const std::uint32_t i : {at(column, row), at(column + 1, row), at(column, row + 1),
                                          at(column, row + 1), at(column + 1, row), at(column + 1, row + 1)})
                sheet.indices.push_back(i);
    sheet.morphs.push_back(morph);
    return sheet;
}

TEST(HandDown, VerticesOfTheFullLevelKeepTheirOffsets) {
    const mesh::Mesh full = slope();
    mesh::Mesh low;
    low.positions = {full.positions[30], full.positions[45], full.positions[60]};
    sculpt::take_morphs(full, low);
    ASSERT_EQ(low.morphs.size(), 1u);
    EXPECT_EQ(low.morphs[0].bend, mesh::Bend::ankle);
    EXPECT_EQ(low.morphs[0].degrees, -20.0f);
    for (std::size_t i = 0; i < low.morphs[0].vertices.size(); ++i) {
        const glm::vec3& p = low.positions[low.morphs[0].vertices[i]];
        EXPECT_NEAR(low.morphs[0].offsets[i].z, p.x, 1e-5f);
        EXPECT_GE(p.x, 0.05f);
    }
    EXPECT_FALSE(low.morphs[0].vertices.empty());
}

TEST(HandDown, BetweenVerticesOffsetsAreBlended) {
    const mesh::Mesh full = slope();
    mesh::Mesh low;
    low.positions = {{0.0775f, 0.0525f, 0.001f}};
    sculpt::take_morphs(full, low);
    ASSERT_EQ(low.morphs[0].vertices.size(), 1u);
    EXPECT_NEAR(low.morphs[0].offsets[0].z, 0.0775f, 0.002f);
}

TEST(Compact, CorrectionShapesFollowTheirVertices) {
    mesh::Mesh sheet = slope();
    sheet.indices.erase(sheet.indices.begin(), sheet.indices.begin() + 6 * k_side * 10); // half of the rows
    sculpt::compact(sheet);
    ASSERT_LT(sheet.positions.size(), static_cast<std::size_t>(k_side * k_side));
    const mesh::MorphTarget& morph = sheet.morphs[0];
    std::size_t moving = 0;
    for (const glm::vec3& p : sheet.positions) moving += p.x >= 0.05f ? 1u : 0u;
    EXPECT_EQ(morph.vertices.size(), moving);
    EXPECT_TRUE(std::ranges::is_sorted(morph.vertices));
    for (std::size_t i = 0; i < morph.vertices.size(); ++i)
        EXPECT_EQ(morph.offsets[i].z, sheet.positions[morph.vertices[i]].x);
}

} // namespace
