#include "mesh/ray.h"

#include <glm/geometric.hpp>
#include <gtest/gtest.h>

TEST(Ray, BarycentricWeightsGiveThePointBack) {
    const glm::vec3 a(0.0f, 0.0f, 1.0f), b(2.0f, 0.0f, 1.5f), c(0.0f, 3.0f, 1.0f);
    const mesh::Ray ray{{0.3f, 0.7f, -2.0f}, {0.1f, 0.2f, 2.0f}};
    const auto hit = mesh::hit_triangle(ray, a, b, c);
    ASSERT_TRUE(hit.has_value());
    const glm::vec3 point = a * hit->barycentric.x + b * hit->barycentric.y + c * hit->barycentric.z;
    EXPECT_LT(glm::distance(point, ray.origin + ray.direction * hit->distance), 1e-5f);
}
