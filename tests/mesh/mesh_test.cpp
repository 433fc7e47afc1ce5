#include "mesh/mesh.h"

#include "box.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace {

TEST(Mesh, VolumeOfABoxIsPositiveForOutwardWinding) {
    mesh::Mesh m = box();
    EXPECT_NEAR(mesh::volume(m), 24.0, 1e-6);
    for (std::size_t i = 0; i < m.indices.size(); i += 3) std::swap(m.indices[i], m.indices[i + 1]);
    EXPECT_NEAR(mesh::volume(m), -24.0, 1e-6);
}

TEST(Mesh, VolumeDoesNotDependOnThePlace) {
    mesh::Mesh m = box();
    for (glm::vec3& p : m.positions) p += glm::vec3(5.0f, -7.0f, 3.0f);
    EXPECT_NEAR(mesh::volume(m), 24.0, 1e-4);
}

TEST(Mesh, BoundsHoldEveryVertexOfEveryMesh) {
    mesh::Model model{{box(), box()}};
    for (glm::vec3& p : model.meshes[1].positions) p += glm::vec3(1.0f);
    const mesh::Bounds b = mesh::bounds(model);
    EXPECT_EQ(b.low, glm::vec3(0.0f));
    EXPECT_EQ(b.high, glm::vec3(3.0f, 4.0f, 5.0f));
    EXPECT_FLOAT_EQ(b.radius(), 0.5f * std::sqrt(9.0f + 16.0f + 25.0f));
    EXPECT_TRUE(mesh::bounds(mesh::Model{}).empty());
    EXPECT_EQ(mesh::bounds(mesh::Model{}).radius(), 0.0f);
}

TEST(Mesh, BoundsThatTouchOverlapAndHoldTheirOwnBorder) {
    const mesh::Bounds b{glm::vec3(0.0f), glm::vec3(1.0f, 2.0f, 3.0f)};
    EXPECT_TRUE(b.contains({1.0f, 0.0f, 3.0f}));
    EXPECT_FALSE(b.contains({1.01f, 1.0f, 1.0f}));
    EXPECT_TRUE(b.padded(0.1f).contains({1.05f, -0.05f, 3.05f}));
    EXPECT_TRUE(b.overlaps({glm::vec3(1.0f, 2.0f, 3.0f), glm::vec3(4.0f)}));
    EXPECT_FALSE(b.overlaps({glm::vec3(0.0f, 0.0f, 3.1f), glm::vec3(4.0f)}));
    EXPECT_FALSE(b.overlaps({glm::vec3(0.0f, 0.0f, -1.0f), glm::vec3(1.0f, 1.0f, -0.1f)}));
}

TEST(Mesh, ModelFindsByName) {
    const mesh::Model model{{box()}};
    EXPECT_EQ(model.find("box"), 0);
    EXPECT_FALSE(model.find("bo").has_value());
}

TEST(Defects, SoundBoxHasNone) { EXPECT_TRUE(mesh::defects(box()).empty()); }

TEST(Defects, SeamOfDoubledVerticesDoesNotOpenTheSurface) {
    mesh::Mesh m = box();
    m.positions.push_back(m.positions[0]);
    m.normals.push_back(m.normals[0]);
    m.fibre.push_back(m.fibre[0]);
    m.joints.push_back(m.joints[0]);
    m.weights.push_back(m.weights[0]);
    m.indices[0] = 8;
    EXPECT_TRUE(mesh::defects(m).empty());
}

struct Spoiled {
    const char* name;
    void (*spoil)(mesh::Mesh&);
    const char* says;
};

class DefectsFinds : public testing::TestWithParam<Spoiled> {};

TEST_P(DefectsFinds, AndNamesIt) {
    mesh::Mesh m = box();
    GetParam().spoil(m);
    const std::vector<std::string> found = mesh::defects(m);
    ASSERT_FALSE(found.empty());
    EXPECT_NE(found.front().find(GetParam().says), std::string::npos) << found.front();
}

INSTANTIATE_TEST_SUITE_P(
    Each, DefectsFinds,
    testing::Values(
        Spoiled{"nothing", [](mesh::Mesh& m) { m.indices.clear(); }, "no triangles"},
        Spoiled{"hole", [](mesh::Mesh& m) { m.indices.resize(33); }, "not closed"},
        Spoiled{"turned_triangle", [](mesh::Mesh& m) { std::swap(m.indices[0], m.indices[1]); }, "not closed"},
        Spoiled{"doubled_triangle",
                [](mesh::Mesh& m) {
                    for (int i = 0; i < 3; ++i) m.indices.push_back(m.indices[static_cast<std::size_t>(i)]);
                },
                "not an oriented manifold"},
        Spoiled{"collapsed",
                [](mesh::Mesh& m) {
                    m.indices.insert(m.indices.end(), {0, 0, 1});
                },
                "without area"},
        Spoiled{"index_too_high", [](mesh::Mesh& m) { m.indices[5] = 8; }, "indices"},
        Spoiled{"half_triangle", [](mesh::Mesh& m) { m.indices.push_back(0); }, "indices"},
        Spoiled{"nan", [](mesh::Mesh& m) { m.positions[3].y = std::numeric_limits<float>::quiet_NaN(); }, "finite"},
        Spoiled{"infinite_normal", [](mesh::Mesh& m) { m.normals[3].y = std::numeric_limits<float>::infinity(); },
                "finite"},
        Spoiled{"short_attribute", [](mesh::Mesh& m) { m.normals.pop_back(); }, "NORMAL"},
        Spoiled{"weights_off", [](mesh::Mesh& m) { m.weights[2].x = 0.99f; }, "weights"},
        Spoiled{"joints_only", [](mesh::Mesh& m) { m.weights.clear(); }, "JOINTS_0"},
        Spoiled{"fibre_outside", [](mesh::Mesh& m) { m.fibre[1].x = 1.01f; }, "0..1"}),
    [](const testing::TestParamInfo<Spoiled>& param) { return std::string(param.param.name); });

} // namespace
