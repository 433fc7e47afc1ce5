#include "mesh/ray.h"

#include "box.h"

#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace {

TEST(Ray, HitsTheNearestFaceFirst) {
    const mesh::Mesh m = box();
    const mesh::Ray ray{{1.0f, 1.4f, 10.0f}, {0.0f, 0.0f, -1.0f}};
    const auto hit = mesh::first_hit(ray, m.positions, m.indices);
    ASSERT_TRUE(hit.has_value());
    EXPECT_FLOAT_EQ(hit->distance, 6.0f);
}

TEST(Ray, BarycentricWeightsGiveThePointBack) {
    const mesh::Mesh m = box();
    const mesh::Ray ray{{0.3f, 0.7f, -2.0f}, {0.1f, 0.2f, 2.0f}};
    const auto hit = mesh::first_hit(ray, m.positions, m.indices);
    ASSERT_TRUE(hit.has_value());
    const std::size_t i = static_cast<std::size_t>(hit->triangle) * 3;
    const glm::vec3 point = m.positions[m.indices[i]] * hit->barycentric.x +
                            m.positions[m.indices[i + 1]] * hit->barycentric.y +
                            m.positions[m.indices[i + 2]] * hit->barycentric.z;
    EXPECT_LT(glm::distance(point, ray.origin + ray.direction * hit->distance), 1e-5f);
}

TEST(Ray, SeesFacesFromInsideToo) {
    const mesh::Mesh m = box();
    EXPECT_TRUE(mesh::first_hit({{1.0f, 1.4f, 2.0f}, {0.0f, 1.0f, 0.0f}}, m.positions, m.indices).has_value());
}

TEST(Ray, IgnoresWhatLiesBehindItsStart) {
    const mesh::Mesh m = box();
    EXPECT_FALSE(mesh::first_hit({{1.0f, 1.4f, 10.0f}, {0.0f, 0.0f, 1.0f}}, m.positions, m.indices).has_value());
}

TEST(Ray, PassesBesideTheBox) {
    const mesh::Mesh m = box();
    EXPECT_FALSE(mesh::first_hit({{2.1f, 1.4f, 10.0f}, {0.0f, 0.0f, -1.0f}}, m.positions, m.indices).has_value());
}

} // namespace
