#include "mesh/refine.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace {

/// A closed octahedron of 10 cm with vertex data.
mesh::Mesh octahedron() {
    mesh::Mesh mesh;
    mesh.id = "skin";
    for (const glm::vec3 out : {glm::vec3(1, 0, 0), glm::vec3(0, 1, 0), glm::vec3(0, 0, 1), glm::vec3(-1, 0, 0),
                                glm::vec3(0, -1, 0), glm::vec3(0, 0, -1)}) {
        mesh.positions.push_back(out * 0.1f);
        mesh.normals.push_back(out);
        mesh.joints.push_back({out.y > 0.0f ? std::uint8_t{1} : std::uint8_t{3}, 0, 0, 0});
        mesh.weights.push_back({1.0f, 0.0f, 0.0f, 0.0f});
    }
    mesh.indices = {0, 1, 2, 1, 3, 2, 3, 4, 2, 4, 0, 2, 1, 0, 5, 3, 1, 5, 4, 3, 5, 0, 4, 5};
    mesh.morphs = {{mesh::Bend::knee, 90.0f, {1, 2}, {{0.0f, 0.02f, 0.0f}, {0.0f, 0.0f, 0.04f}}}};
    return mesh;
}

} // namespace

TEST(Refine, HalvesLongEdgesWhereAskedAndKeepsTheSurface) {
    mesh::Mesh mesh = octahedron();
    const double volume = mesh::volume(mesh);
    ASSERT_TRUE(mesh::defects(mesh).empty());
    mesh::refine(mesh, 0.02f, [](const glm::vec3& p) { return p.z > 0.0f; });
    EXPECT_TRUE(mesh::defects(mesh).empty());
    EXPECT_NEAR(mesh::volume(mesh), volume, 1e-9);
    float longest_front = 0.0f, longest_back = 0.0f;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const auto corner = [&](std::size_t k) { return mesh.positions[mesh.indices[i + k % 3]]; };
        float& longest = (corner(0) + corner(1) + corner(2)).z > 0.0f ? longest_front : longest_back;
        for (std::size_t k = 0; k < 3; ++k) longest = std::max(longest, glm::distance(corner(k), corner(k + 1)));
    }
    EXPECT_LE(longest_front, 0.0201f);
    EXPECT_GT(longest_back, 0.1f);
    const std::size_t count = mesh.positions.size();
    mesh::refine(mesh, 0.02f, [](const glm::vec3& p) { return p.z > 0.0f; });
    EXPECT_EQ(mesh.positions.size(), count) << "nothing left to do";
}

TEST(Refine, BlendsWeightsAndMorphsAlongTheEdges) {
    mesh::Mesh mesh = octahedron();
    mesh::refine(mesh, 0.1f, [](const glm::vec3&) { return true; });
    const glm::vec3 between(0.0f, 0.05f, 0.05f); // vertices 1 and 2
    std::size_t found = 0;
    while (found < mesh.positions.size() && glm::distance(mesh.positions[found], between) > 1e-6f) ++found;
    ASSERT_LT(found, mesh.positions.size());
    EXPECT_NEAR(mesh.weights[found].x, 0.5f, 1e-6f);
    EXPECT_NEAR(mesh.weights[found].y, 0.5f, 1e-6f);
    EXPECT_NEAR(glm::length(mesh.normals[found]), 1.0f, 1e-6f);
    const auto& morph = mesh.morphs.front();
    ASSERT_TRUE(std::ranges::is_sorted(morph.vertices));
    const auto at = std::ranges::find(morph.vertices, static_cast<std::uint32_t>(found)) - morph.vertices.begin();
    ASSERT_LT(static_cast<std::size_t>(at), morph.vertices.size());
    EXPECT_LT(glm::distance(morph.offsets[static_cast<std::size_t>(at)], glm::vec3(0.0f, 0.01f, 0.02f)), 1e-7f);
}
