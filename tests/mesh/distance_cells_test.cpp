#include "mesh/distance_cells.h"

#include "base/parallel.h"
#include "box.h"

#include <cmath>
#include <gtest/gtest.h>
#include <vector>

namespace {

constexpr float k_reach = 0.1f;

/// A box of 2 x 3 x 4 cm.
mesh::Mesh small_box() {
    mesh::Mesh small = box();
    for (glm::vec3& p : small.positions) p *= 0.01f;
    return small;
}

/// Calls `check(p)` all through the box and round it.
template <class Check>
void everywhere(Check check) {
    for (float x = -0.15f; x < 0.17f; x += 0.0093f)
        for (float y = -0.15f; y < 0.18f; y += 0.0117f)
            for (float z = -0.15f; z < 0.19f; z += 0.0071f) check(glm::vec3(x, y, z));
}

TEST(DistanceCells, BoundTheDistanceOnBothSides) {
    const mesh::DistanceCells cells(mesh::Distance(small_box()), k_reach);
    int inside = 0, far = 0;
    everywhere([&](const glm::vec3& p) {
        const float exact = cells.distance().nearest(p).distance;
        const auto range = cells.range(p);
        if (!range) {
            EXPECT_GT(std::abs(exact), k_reach);
            ++far;
            return;
        }
        EXPECT_LE(range->low, exact);
        EXPECT_GE(range->high, exact);
        EXPECT_LT(range->high - range->low, 0.0075f); // twice half the diagonal of a cell, and some
        inside += exact < 0.0f ? 1 : 0;
    });
    EXPECT_GT(inside, 0);
    EXPECT_GT(far, 0);
}

TEST(DistanceCells, TheCellsRoundAPointBoundItsDistanceMoreNarrowly) {
    const mesh::DistanceCells cells(mesh::Distance(small_box()), k_reach);
    double wide = 0.0, narrow = 0.0;
    everywhere([&](const glm::vec3& p) {
        const auto range = cells.range(p);
        if (!range) return;
        const auto narrowed = cells.narrowed(p, *range);
        const float exact = cells.distance().nearest(p).distance;
        EXPECT_LE(narrowed.low, exact);
        EXPECT_GE(narrowed.high, exact);
        wide += static_cast<double>(range->high - range->low);
        narrow += static_cast<double>(narrowed.high - narrowed.low);
    });
    EXPECT_GT(narrow, 0.0);
    EXPECT_LT(narrow, 0.6 * wide);
}

TEST(DistanceCells, AnswerTheSameWhateverWasAskedBefore) {
    const mesh::DistanceCells asked(mesh::Distance(small_box()), k_reach);
    everywhere([&](const glm::vec3& p) { asked.range(p); });
    for (const glm::vec3 p : {glm::vec3(0.01f, 0.015f, 0.02f), glm::vec3(-0.03f, 0.0f, 0.05f), glm::vec3(0.02f)}) {
        const mesh::DistanceCells fresh(mesh::Distance(small_box()), k_reach);
        const auto first = fresh.range(p), later = asked.range(p);
        ASSERT_TRUE(first && later);
        EXPECT_EQ(first->low, later->low);
        EXPECT_EQ(first->high, later->high);
        const auto narrow_first = fresh.narrowed(p, *first), narrow_later = asked.narrowed(p, *later);
        EXPECT_EQ(narrow_first.low, narrow_later.low);
        EXPECT_EQ(narrow_first.high, narrow_later.high);
    }
}

TEST(DistanceCells, AnswerTheSameToSeveralThreads) {
    std::vector<glm::vec3> points;
    everywhere([&](const glm::vec3& p) { points.push_back(p); });
    const mesh::DistanceCells alone(mesh::Distance(small_box()), k_reach), shared(mesh::Distance(small_box()), k_reach);
    std::vector<float> low(points.size());
    const auto ask = [&](const mesh::DistanceCells& cells, std::size_t i) {
        const auto range = cells.range(points[i]);
        return range ? range->low : 1.0f;
    };
    base::in_parallel(points.size(), [&](std::size_t i) { low[i] = ask(shared, i); });
    for (std::size_t i = 0; i < points.size(); ++i) ASSERT_EQ(low[i], ask(alone, i));
}

} // namespace
