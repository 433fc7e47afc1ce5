#include "mesh/distance.h"

#include "box.h"

#include <gtest/gtest.h>

namespace {

TEST(Distance, IsNegativeInsideAndPositiveOutside) {
    const mesh::Distance distance(box()); // 2 x 3 x 4 m from the origin
    EXPECT_NEAR(distance.nearest({1.0f, 1.5f, 0.4f}).distance, -0.4f, 1e-6f);
    EXPECT_NEAR(distance.nearest({1.0f, 1.5f, -0.4f}).distance, 0.4f, 1e-6f);
    EXPECT_NEAR(distance.nearest({1.0f, 1.5f, 2.0f}).distance, -1.0f, 1e-6f);
}

TEST(Distance, TellsTheSideAtEdgesAndCorners) {
    const mesh::Distance distance(box());
    EXPECT_NEAR(distance.nearest({-3.0f, -4.0f, 2.0f}).distance, 5.0f, 1e-5f);
    EXPECT_NEAR(distance.nearest({5.0f, 5.0f, 10.0f}).distance, 7.0f, 1e-5f);
    EXPECT_NEAR(distance.nearest({0.01f, 0.01f, 0.01f}).distance, -0.01f, 1e-6f);
}

TEST(Distance, GivesThePointAndTheNormalOfItsTriangle) {
    const mesh::Distance::Nearest nearest = mesh::Distance(box()).nearest({1.0f, 2.0f, 6.0f});
    EXPECT_EQ(nearest.point, glm::vec3(1.0f, 2.0f, 4.0f));
    EXPECT_EQ(nearest.normal, glm::vec3(0.0f, 0.0f, 1.0f));
}

TEST(Distance, LooksForASurfaceOnlySoFar) {
    const mesh::Mesh solid = box();
    const mesh::Distance distance(solid);
    EXPECT_FALSE(distance.surface_within({1.0f, 2.0f, 6.0f}, 1.9f));
    const auto met = distance.surface_within({0.5f, 2.0f, 3.8f}, 0.3f); // from inside: without a sign
    ASSERT_TRUE(met);
    EXPECT_NEAR(met->distance, 0.2f, 1e-6f);
    for (std::size_t k = 0; k < 3; ++k) EXPECT_EQ(solid.positions[solid.indices[3 * met->triangle + k]].z, 4.0f);
}

TEST(Distance, DoesNotMindSeams) {
    mesh::Mesh seamed = box();
    for (std::uint32_t& index : seamed.indices) {
        seamed.positions.push_back(seamed.positions[index]);
        index = static_cast<std::uint32_t>(seamed.positions.size() - 1);
    }
    const mesh::Distance distance(seamed);
    EXPECT_NEAR(distance.nearest({-1.0f, 1.0f, 1.0f}).distance, 1.0f, 1e-6f);
    EXPECT_NEAR(distance.nearest({-3.0f, -4.0f, 2.0f}).distance, 5.0f, 1e-5f);
}

TEST(Distance, DoesNotMindAFold) {
    mesh::Mesh folded = box(); // a fin of two triangles back to back stands on the top
    const auto n = static_cast<std::uint32_t>(folded.positions.size());
    folded.positions.insert(folded.positions.end(), {{0.5f, 1.5f, 4.0f}, {1.5f, 1.5f, 4.0f}, {1.0f, 1.5f, 6.0f}});
    folded.indices.insert(folded.indices.end(), {n, n + 1, n + 2, n, n + 2, n + 1});
    const mesh::Distance distance(folded);
    EXPECT_NEAR(distance.nearest({1.0f, 1.0f, 5.0f}).distance, 0.5f, 1e-5f);
    EXPECT_NEAR(distance.nearest({1.0f, 2.0f, 5.0f}).distance, 0.5f, 1e-5f);
}

} // namespace
