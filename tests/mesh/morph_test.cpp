#include "mesh/morph.h"

#include "box.h"

#include <glm/geometric.hpp>
#include <gtest/gtest.h>
#include <limits>

namespace {

/// One vertex that moves 1 along x at 30 degrees and 3 at 90.
std::vector<mesh::MorphTarget> two() {
    return {{30.0f, {1}, {{1.0f, 0.0f, 0.0f}}, {{0.0f, 0.5f, 0.0f}}},
            {90.0f, {1}, {{3.0f, 0.0f, 0.0f}}, {{0.0f, 0.0f, 0.0f}}}};
}

float moved(double flexion) {
    std::vector<glm::vec3> positions(2, glm::vec3(0.0f)), normals = positions;
    mesh::add_morphs(two(), flexion, positions, normals);
    EXPECT_EQ(positions[0], glm::vec3(0.0f));
    return positions[1].x;
}

TEST(Morph, IsLinearBetweenTheShapesAndNothingWhenStraight) {
    EXPECT_FLOAT_EQ(moved(-5.0), 0.0f);
    EXPECT_FLOAT_EQ(moved(0.0), 0.0f);
    EXPECT_FLOAT_EQ(moved(15.0), 0.5f);
    EXPECT_FLOAT_EQ(moved(30.0), 1.0f);
    EXPECT_FLOAT_EQ(moved(60.0), 2.0f);
    EXPECT_FLOAT_EQ(moved(90.0), 3.0f);
    EXPECT_FLOAT_EQ(moved(140.0), 3.0f);
}

TEST(Morph, AddsItsTurnsToTheNormals) {
    std::vector<glm::vec3> positions(2, glm::vec3(0.0f)), normals(2, glm::vec3(1.0f, 0.0f, 0.0f));
    mesh::add_morphs(two(), 15.0, positions, normals);
    EXPECT_EQ(normals[0], glm::vec3(1.0f, 0.0f, 0.0f));
    EXPECT_EQ(normals[1], glm::vec3(1.0f, 0.25f, 0.0f));
}

TEST(Morph, TurnsAreTheChangeOfTheNormals) {
    mesh::Mesh solid = ::box();
    solid.normals = mesh::area_normals(solid.positions, solid.indices);
    // the whole box twice as high
    mesh::MorphTarget taller{90.0f, {}, {}, {}};
    for (std::uint32_t v = 0; v < solid.positions.size(); ++v) {
        taller.vertices.push_back(v);
        taller.offsets.emplace_back(0.0f, solid.positions[v].y, 0.0f);
    }
    solid.morphs = {taller};
    mesh::turn_normals(solid);
    std::vector<glm::vec3> positions = solid.positions, normals = solid.normals;
    mesh::add_morphs(solid.morphs, 90.0, positions, normals);
    const std::vector<glm::vec3> wanted = mesh::area_normals(positions, solid.indices);
    for (std::size_t v = 0; v < wanted.size(); ++v) EXPECT_LT(glm::distance(normals[v], wanted[v]), 1e-6f);
}

TEST(Morph, DefectsNameShapesThatDoNotFit) {
    mesh::Mesh solid = ::box();
    solid.morphs = {{30.0f, {1}, {glm::vec3(0.1f)}, {}}, {60.0f, {}, {}, {}}};
    EXPECT_TRUE(mesh::defects(solid).empty());
    solid.morphs[1].knee_flexion_deg = 30.0f;
    EXPECT_EQ(mesh::defects(solid).size(), 1u);
    solid.morphs.pop_back();
    solid.morphs[0].vertices[0] = 10'000;
    EXPECT_EQ(mesh::defects(solid).size(), 1u);
    solid.morphs[0].vertices[0] = 1;
    solid.morphs[0].offsets[0].x = std::numeric_limits<float>::infinity();
    EXPECT_FALSE(mesh::finite(solid));
}

} // namespace
