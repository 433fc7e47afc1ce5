// A sheet on a part of a surface: closed, as far from it as was asked, and no larger than its area.
#include "sculpt/sheet.h"

#include "sculpt/paint.h"
#include "sculpt/surface.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <gtest/gtest.h>
#include <numbers>

namespace {

using namespace sculpt;

/// A ball of radius 20 mm round the origin, with normals.
mesh::Mesh ball() {
    const Program program({{Op::add, 0, make_ellipsoid({0, 0, 0}, glm::vec3(20), {0, 0, 0})}});
    const Field field = [&](const glm::vec3& p) { return program.distance(p); };
    mesh::Mesh mesh = surface("ball", field, program.box(), {1.0f, 2000, 0.02f});
    paint_normals(mesh, field, 0.4f);
    return mesh;
}

Area disc(const glm::vec3& centre, float radius) {
    return [=](const glm::vec3& p, const glm::vec3&) { return glm::distance(p, centre) - radius; };
}

TEST(Sheet, OfADiscIsAClosedShellOfItsAreaAndThickness) {
    const mesh::Mesh shell = sheet(ball(), disc({0, 0, 20}, 6), {2.0f, 0.3f, 0.2f});
    EXPECT_TRUE(mesh::defects(shell).empty());
    const double exact =
        std::numbers::pi * 0.006 * 0.006 * 0.0005; // a cap of chord 6 mm has the area of a disc of 6 mm
    EXPECT_NEAR(mesh::volume(shell), exact, 0.05 * exact);
    for (const glm::vec3& p : shell.positions) {
        EXPECT_NEAR(glm::length(p), 0.02f, 0.0006f);
        EXPECT_LT(glm::distance(p, glm::vec3(0, 0, 0.02f)), 0.0066f);
    }
}

TEST(Sheet, MayConsistOfSeveralPieces) {
    const Area stripes = [](const glm::vec3& p, const glm::vec3&) {
        return std::abs(p.x / 8.0f - std::floor(p.x / 8.0f) - 0.5f) * 8.0f - 2.0f;
    };
    const mesh::Mesh shell = sheet(ball(), stripes, {2.0f, 0.3f, 0.2f});
    EXPECT_TRUE(mesh::defects(shell).empty());
    EXPECT_GT(mesh::volume(shell), 0.0);
}

TEST(Sheet, CarriesTheWeightsOfItsSurface) {
    mesh::Mesh on = ball();
    for (const glm::vec3& p : on.positions) {
        const float share = 0.5f + p.x / 0.04f;
        on.joints.push_back({1, 3, 0, 0});
        on.weights.emplace_back(share, 1.0f - share, 0.0f, 0.0f);
    }
    const mesh::Mesh shell = sheet(on, disc({0, 0, 20}, 6), {2.0f, 0.3f, 0.2f});
    EXPECT_TRUE(mesh::defects(shell).empty());
    for (std::size_t v = 0; v < shell.positions.size(); ++v) {
        float first = 0.0f;
        for (std::size_t k = 0; k < 4; ++k)
            if (shell.joints[v][k] == 1) first += shell.weights[v][static_cast<int>(k)];
        EXPECT_NEAR(first, 0.5f + shell.positions[v].x / 0.04f, 0.01f);
    }
}

TEST(Sheet, IsEmptyWhereTheAreaMissesTheSurface) {
    EXPECT_TRUE(sheet(ball(), disc({0, 0, 60}, 6), {2.0f, 0.3f, 0.2f}).indices.empty());
}

TEST(LeftBy, IsOutsideWhatIsCutAndInsideWhatIsKept) {
    const Area left = left_by({{Op::cut, 0, make_ellipsoid({0, 0, 0}, glm::vec3(10), {0, 0, 0})},
                               {Op::keep, 0, make_ellipsoid({0, 0, 0}, glm::vec3(30), {0, 0, 0})}});
    EXPECT_GT(left({5, 0, 0}, {}), 0.0f);
    EXPECT_LT(left({20, 0, 0}, {}), 0.0f);
    EXPECT_GT(left({35, 0, 0}, {}), 0.0f);
}

} // namespace
