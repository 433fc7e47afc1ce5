// A muscle keeps the volume it rests with.
#include "tissue/volume.h"

#include "support.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <gtest/gtest.h>
#include <numbers>

namespace {

constexpr int k_rings = 40, k_sides = 24;

/// A closed spindle along y, 200 mm long and 20 mm thick in the middle, tendon in its lower third.
mesh::Mesh spindle() {
    mesh::Mesh mesh;
    const auto index = [](int ring, int side) { return static_cast<std::uint32_t>(ring * k_sides + side % k_sides); };
    for (int ring = 0; ring < k_rings; ++ring) {
        const float t = static_cast<float>(ring) / (k_rings - 1);
        const float radius = 0.002f + 0.018f * std::sin(std::numbers::pi_v<float> * t);
        for (int side = 0; side < k_sides; ++side) {
            const float a = 2.0f * std::numbers::pi_v<float> * static_cast<float>(side) / k_sides;
            const glm::vec3 out(std::sin(a), 0.0f, std::cos(a));
            mesh.positions.push_back(out * radius + glm::vec3(0.3f, 0.2f * t, 0.1f));
            mesh.normals.push_back(out);
            mesh.tissue.push_back({t < 0.33f ? 1.0f : 0.0f, 0.0f});
        }
    }
    for (int ring = 0; ring + 1 < k_rings; ++ring)
        for (int side = 0; side < k_sides; ++side)
            for (const std::uint32_t i : {index(ring, side), index(ring, side + 1), index(ring + 1, side),
                                          index(ring + 1, side), index(ring, side + 1), index(ring + 1, side + 1)})
                mesh.indices.push_back(i);
    for (int side = 1; side + 1 < k_sides; ++side) {
        for (const std::uint32_t i : {index(0, 0), index(0, side + 1), index(0, side)}) mesh.indices.push_back(i);
        for (const std::uint32_t i : {index(k_rings - 1, 0), index(k_rings - 1, side), index(k_rings - 1, side + 1)})
            mesh.indices.push_back(i);
    }
    return mesh;
}

double volume_of(mesh::Mesh mesh, const tissue::Deformed& shape) {
    mesh.positions = shape.positions;
    return mesh::volume(mesh);
}

} // namespace

TEST(Volume, ComesBackAfterSqueezingAndStretching) {
    const mesh::Mesh rest = spindle();
    const tissue::Belly belly = tissue::belly(tissue_test::atlas(), rest);
    ASSERT_GT(belly.volume, 0.0);
    for (const float factor : {0.85f, 1.0f, 1.12f}) {
        tissue::Deformed shape{rest.positions, rest.normals};
        for (glm::vec3& p : shape.positions) p.x = 0.3f + (p.x - 0.3f) * factor;
        tissue::keep_volume(rest, belly, shape);
        EXPECT_NEAR(volume_of(rest, shape) / belly.volume, 1.0, 1e-3) << factor;
    }
}

TEST(Volume, NeitherTendonNorTheSideOfTheBonesGives) {
    const mesh::Mesh rest = spindle();
    tissue::Belly belly = tissue::belly(tissue_test::atlas(), rest);
    belly.volume *= 1.1;
    tissue::Deformed shape{rest.positions, rest.normals};
    tissue::keep_volume(rest, belly, shape);
    for (std::size_t i = 0; i < rest.positions.size(); ++i) {
        const bool outside = rest.normals[i].x > 0.5f, inside = rest.normals[i].x < -0.5f; // the limb's axis is at -x
        const float moved = glm::distance(shape.positions[i], rest.positions[i]);
        if (rest.tissue[i].x == 1.0f || inside) {
            EXPECT_EQ(moved, 0.0f) << i;
        } else if (outside) {
            EXPECT_GT(moved, 0.0f) << i;
        }
    }
}

TEST(Volume, AMuscleThatKeptItIsNotTouched) {
    const mesh::Mesh rest = spindle();
    tissue::Deformed shape{rest.positions, rest.normals};
    tissue::keep_volume(rest, tissue::belly(tissue_test::atlas(), rest), shape);
    EXPECT_EQ(shape.positions, rest.positions);
}
