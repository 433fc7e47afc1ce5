#include "mesh/relief.h"

#include "box.h"

#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace {

/// A box whose normals lean a little to one side.
mesh::Mesh leaning() {
    mesh::Mesh solid = ::box();
    solid.normals = mesh::area_normals(solid.positions, solid.indices);
    for (glm::vec3& normal : solid.normals) normal = glm::normalize(normal + glm::vec3(0.2f, 0.0f, 0.0f));
    mesh::find_relief(solid);
    return solid;
}

TEST(Relief, GivesTheNormalsBackWhereNothingMoves) {
    const mesh::Mesh solid = leaning();
    std::vector<glm::vec3> normals = solid.relief, area;
    mesh::add_relief(solid.positions, solid.indices, normals, area);
    for (std::size_t v = 0; v < normals.size(); ++v) EXPECT_LT(glm::distance(normals[v], solid.normals[v]), 1e-6f);
}

TEST(Relief, FollowsTheTrianglesWhenTheyMove) {
    mesh::Mesh solid = ::box();
    solid.normals = mesh::area_normals(solid.positions, solid.indices);
    mesh::find_relief(solid);
    for (glm::vec3& p : solid.positions) p.y *= 2.0f;
    std::vector<glm::vec3> normals = solid.relief, area;
    mesh::add_relief(solid.positions, solid.indices, normals, area);
    const std::vector<glm::vec3> wanted = mesh::area_normals(solid.positions, solid.indices);
    for (std::size_t v = 0; v < wanted.size(); ++v) {
        EXPECT_LT(glm::distance(normals[v], wanted[v]), 1e-6f);
        EXPECT_GT(glm::distance(normals[v], solid.normals[v]), 0.1f);
    }
}

TEST(Relief, NeedsNormals) {
    mesh::Mesh solid = ::box();
    solid.normals.clear();
    mesh::find_relief(solid);
    EXPECT_TRUE(solid.relief.empty());
}

} // namespace
