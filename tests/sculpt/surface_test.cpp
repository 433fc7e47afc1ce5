#include "sculpt/surface.h"

#include "base/failure.h"
#include "sculpt/paint.h"
#include "sculpt/program.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

namespace {

using namespace sculpt;

Program ball(float radius) { return Program({{Op::add, 0, make_ellipsoid({3, 4, 5}, glm::vec3(radius), {0, 0, 0})}}); }

mesh::Mesh mesh_of(const Program& program, const SurfaceOptions& options) {
    return surface(
        "thing", [&](const glm::vec3& p) { return program.distance(p); }, program.box(), options);
}

TEST(Surface, OfABallIsClosedOutwardInMetresAndHasTheBallsVolume) {
    const mesh::Mesh mesh = mesh_of(ball(20), {1.0f, 1500, 0.02f});
    EXPECT_TRUE(mesh::defects(mesh).empty());
    const double exact = 4.0 / 3.0 * std::numbers::pi * std::pow(0.020, 3);
    EXPECT_NEAR(mesh::volume(mesh), exact, 0.02 * exact);
    EXPECT_LE(mesh.indices.size() / 3, 1500u);
}

TEST(Surface, OfATubeWithABallHasTheirVolume) {
    const std::vector<Station> stations = {{{0, 0, 0}, 8, 8, 0}, {{0, 60, 0}, 8, 8, 0}};
    const Program program({{Op::add, 0, make_tube(stations, {1, 0, 0}, 2, Cap::flat)}});
    const mesh::Mesh mesh = mesh_of(program, {0.7f, 4000, 0.02f});
    EXPECT_TRUE(mesh::defects(mesh).empty());
    const double exact = std::numbers::pi * 0.008 * 0.008 * 0.060;
    EXPECT_NEAR(mesh::volume(mesh), exact, 0.02 * exact);
}

TEST(Surface, ThinnedStronglyStaysWithinAVoxelOfTheField) {
    const Program program = ball(20);
    const mesh::Mesh mesh = mesh_of(program, {1.0f, 300, 0.02f});
    for (const glm::vec3& p : mesh.positions) EXPECT_LT(std::abs(program.distance(p * 1000.0f)), 1.0f);
}

TEST(Surface, WithABudgetItCannotSpendKeepsEveryTriangle) {
    const std::size_t all = mesh_of(ball(5), {1.0f, 100'000, 0.02f}).indices.size();
    EXPECT_GT(all, 3u * 200u);
    EXPECT_EQ(mesh_of(ball(5), {1.0f, 200'000, 0.02f}).indices.size(), all);
}

TEST(Surface, DropsSmallPartsOnlyWhenAsked) {
    const Program two({{Op::add, 0, make_ellipsoid({0, 0, 0}, glm::vec3(10), {0, 0, 0})},
                       {Op::add, 0, make_ellipsoid({30, 0, 0}, glm::vec3(5), {0, 0, 0})}});
    EXPECT_GT(mesh::bounds(mesh_of(two, {1.0f, 3000, 0.02f})).high.x, 0.030f);
    EXPECT_LT(mesh::bounds(mesh_of(two, {1.0f, 3000, 1.0f})).high.x, 0.012f);
}

TEST(Surface, WithoutAnInsideIsRefusedByName) {
    const Field nothing = [](const glm::vec3&) { return 1.0f; };
    try {
        surface("ghost", nothing, {{-5, -5, -5}, {5, 5, 5}}, {1.0f, 100, 0.02f});
        FAIL();
    } catch (const base::Failure& failure) {
        EXPECT_NE(std::string(failure.what()).find("ghost"), std::string::npos);
    }
}

TEST(Smoothed, WearsAStepDownAndLeavesABallAsItWas) {
    // as where the nearest point of a bent tube changes from one end to the other
    const auto stepped = [](const glm::vec3& p) { return glm::length(p) - (p.x < 0.2f ? 20.0f : 23.0f); };
    const Box box{glm::vec3(-25.0f), glm::vec3(25.0f)};
    const auto steepest = [](const Field& field) {
        float most = 0.0f;
        for (float y = 20.5f; y <= 22.5f; y += 0.25f)
            for (float x = -2.0f; x <= 2.0f; x += 0.25f)
                most = std::max(most, std::abs(field({x + 0.25f, y, 0}) - field({x, y, 0})) / 0.25f);
        return most;
    };
    EXPECT_GT(steepest(stepped), 10.0f);
    const Field smooth = smoothed(stepped, box, 1.0f, 4);
    EXPECT_LT(steepest(smooth), 1.0f);
    // 8 mm off the step, a fifth of a voxel is what the mean takes from a ball that curves so much
    EXPECT_NEAR(smooth({-20, 0, 0}), 0.0f, 0.2f);
    EXPECT_NEAR(smooth({23, 0, 0}), 0.0f, 0.2f);
}

TEST(Surface, IsTheSameEachTime) {
    EXPECT_EQ(mesh_of(ball(15), {1.0f, 700, 0.02f}), mesh_of(ball(15), {1.0f, 700, 0.02f}));
}

TEST(PaintNormals, PointAwayFromTheMiddleOfABall) {
    const Program program = ball(20);
    mesh::Mesh mesh = mesh_of(program, {1.0f, 800, 0.02f});
    paint_normals(
        mesh, [&](const glm::vec3& p) { return program.distance(p); }, 0.4f);
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
        const glm::vec3 out = glm::normalize(mesh.positions[v] * 1000.0f - glm::vec3(3, 4, 5));
        EXPECT_GT(glm::dot(out, mesh.normals[v]), 0.99f);
    }
}

TEST(Sharpen, GivesTheFlatSidesOfABoxTheirOwnNormals) {
    const Program box({{Op::add, 0, make_box({0, 0, 0}, {20, 10, 15}, 0, {0, 0, 0})}});
    mesh::Mesh mesh = mesh_of(box, {1.0f, 60, 0.02f});
    paint_normals(
        mesh, [&](const glm::vec3& p) { return box.distance(p); }, 0.4f);
    mesh.colours.assign(mesh.positions.size(), glm::vec4(1.0f));
    sharpen(mesh);
    EXPECT_TRUE(mesh::defects(mesh).empty());
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const auto corner = [&](std::size_t k) { return mesh.positions[mesh.indices[i + k]]; };
        const glm::vec3 flat = glm::normalize(glm::cross(corner(1) - corner(0), corner(2) - corner(0)));
        for (std::size_t k = 0; k < 3; ++k) EXPECT_GT(glm::dot(mesh.normals[mesh.indices[i + k]], flat), 0.8f);
    }
}

TEST(PaintColours, AreDarkerInACorner) {
    const Program corner({{Op::add, 0, make_box({0, -20, 0}, {40, 20, 40}, 0, {0, 0, 0})},
                          {Op::add, 0, make_box({-30, 20, 0}, {10, 20, 40}, 0, {0, 0, 0})}});
    const Field field = [&](const glm::vec3& p) { return corner.distance(p); };
    mesh::Mesh mesh;
    mesh.positions = {{-0.019f, 0, 0}, {0.030f, 0, 0}};
    mesh.normals = {{0, 1, 0}, {0, 1, 0}};
    Shape shape;
    shape.colour = glm::vec3(0.5f);
    paint_colours(mesh, shape, glm::vec3(1.0f), field);
    EXPECT_LT(mesh.colours[0].x, 0.9f * mesh.colours[1].x);
    EXPECT_NEAR(mesh.colours[1].x, 0.5f, 0.02f);
}

TEST(Mirrored, TurnsXRoundAndStaysOutward) {
    const mesh::Mesh mesh = mesh_of(ball(10), {1.0f, 500, 0.02f});
    const mesh::Mesh other = mirrored(mesh);
    EXPECT_NEAR(mesh::bounds(other).centre().x, -mesh::bounds(mesh).centre().x, 1e-6f);
    EXPECT_GT(mesh::volume(other), 0.0);
    EXPECT_TRUE(mesh::defects(other).empty());
}

} // namespace
