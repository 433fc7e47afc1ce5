#include "mesh/section.h"

#include "box.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace {

using mesh::Plane;
using mesh::section;

// The box reaches from 0 to 2 in x, 3 in y, 4 in z (see box.h).
const Plane k_across{{0.0f, 0.0f, 1.0f}, 1.5f};

TEST(Section, OutlineOfABoxIsARectangle) {
    const mesh::Mesh m = box();
    const mesh::Section cut = section(m, m.positions, {}, k_across);
    EXPECT_TRUE(cut.closed);
    EXPECT_FLOAT_EQ(cut.length, 10.0f);
    EXPECT_FLOAT_EQ(cut.area, 6.0f);
    EXPECT_EQ(cut.bounds.low, glm::vec3(0.0f, 0.0f, 1.5f));
    EXPECT_EQ(cut.bounds.high, glm::vec3(2.0f, 3.0f, 1.5f));
}

TEST(Section, PlaneBesideTheMeshCutsNothing) {
    const mesh::Mesh m = box();
    for (const float offset : {-1.0f, 5.0f}) {
        const mesh::Section cut = section(m, m.positions, {}, {{0.0f, 0.0f, 1.0f}, offset});
        EXPECT_TRUE(cut.edges.empty());
        EXPECT_FALSE(cut.closed);
        EXPECT_EQ(cut.length, 0.0f);
    }
}

TEST(Section, PlaneThroughCornersStillMakesALoop) {
    const mesh::Mesh m = box();
    EXPECT_TRUE(section(m, m.positions, {}, {{3.0f, -2.0f, 0.0f}, 0.0f}).closed);
    EXPECT_TRUE(section(m, m.positions, {}, {{0.0f, 0.0f, 1.0f}, 4.0f}).closed); // in one face: all or nothing
}

TEST(Section, HoleInTheMeshIsNoticed) {
    mesh::Mesh m = box();
    m.indices.resize(m.indices.size() - 6);
    bool open = false;
    for (int axis = 0; axis < 3; ++axis) {
        glm::vec3 normal(0.0f);
        normal[axis] = 1.0f;
        open = open || !section(m, m.positions, {}, {normal, 1.0f}).closed;
    }
    EXPECT_TRUE(open);
}

TEST(Section, OtherPositionsStandForTheMeshsOwn) {
    const mesh::Mesh m = box();
    std::vector<glm::vec3> twice = m.positions;
    for (glm::vec3& p : twice) p *= 2.0f;
    EXPECT_FLOAT_EQ(section(m, twice, {}, k_across).area, 24.0f);
}

TEST(Section, MeansAreThoseAlongTheOutline) {
    mesh::Mesh m = box();
    m.fibre.clear();
    std::vector<float> strain;
    for (const glm::vec3& p : m.positions) {
        m.fibre.emplace_back(p.z / 4.0f, 0.0f);
        m.tissue.emplace_back(0.25f, 0.0f);
        m.colours.emplace_back(0.5f, 0.25f, 0.125f, 1.0f);
        strain.push_back(0.2f);
    }
    const mesh::Section cut = section(m, m.positions, strain, k_across);
    EXPECT_NEAR(cut.tendon, 0.25f, 1e-5f);
    EXPECT_NEAR(cut.strain, 0.2f, 1e-5f);
    EXPECT_NEAR(glm::distance(cut.colour, glm::vec3(0.5f, 0.25f, 0.125f)), 0.0f, 1e-5f);
    EXPECT_NEAR(glm::distance(cut.along, glm::vec3(0.0f, 0.0f, 0.25f)), 0.0f, 1e-5f);
}

TEST(Section, InsideIsInsideFromWhicheverSideThePlaneIsSeen) {
    const mesh::Mesh m = box();
    for (const float sign : {-1.0f, 1.0f}) {
        const Plane plane{k_across.normal * sign, k_across.offset * sign};
        const mesh::Section cut = section(m, m.positions, {}, plane);
        EXPECT_GT(cut.area, 0.0f);
        EXPECT_TRUE(mesh::inside(cut, plane.normal, {0.1f, 2.9f, 1.5f}));
        EXPECT_TRUE(mesh::inside(cut, plane.normal, {1.0f, 1.0f, 1.5f}));
        EXPECT_FALSE(mesh::inside(cut, plane.normal, {-0.1f, 1.0f, 1.5f}));
        EXPECT_FALSE(mesh::inside(cut, plane.normal, {1.0f, 3.1f, 1.5f}));
    }
}

} // namespace
