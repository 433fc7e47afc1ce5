#include "sculpt/collapse.h"

#include "sculpt/program.h"
#include "sculpt/surface.h"

#include <cmath>
#include <gtest/gtest.h>
#include <set>

namespace {

using namespace sculpt;

Program thin_tube() {
    const std::vector<Station> stations = {{{0, 0, 0}, 2, 1.2f, 0}, {{0, 120, 0}, 2, 1.2f, 0}};
    return Program({{Op::add, 0, make_tube(stations, {1, 0, 0}, 2, Cap::flat)}});
}

mesh::Mesh mesh_of(const Program& program) {
    return surface(
        "thing", [&](const glm::vec3& p) { return program.distance(p); }, program.box(), {0.6f, 6000, 0.02f});
}

TEST(Collapse, KeepsABudgetThatTearsAThinTubeOtherwiseAndStaysWhole) {
    const Program program = thin_tube();
    const mesh::Mesh fine = mesh_of(program);
    const double volume = mesh::volume(fine);
    for (const int budget : {1000, 300, 120}) {
        const mesh::Mesh coarse = collapsed(fine, budget, 0.001f);
        EXPECT_LE(coarse.indices.size() / 3, static_cast<std::size_t>(budget));
        EXPECT_GE(coarse.indices.size() / 3, static_cast<std::size_t>(budget) - 2);
        EXPECT_TRUE(mesh::defects(coarse).empty()) << budget << ": " << mesh::defects(coarse).front();
        EXPECT_NEAR(mesh::volume(coarse), volume, 0.2 * volume) << budget;
    }
}

TEST(Collapse, StopsWhereItWouldStrayTooFar) {
    const mesh::Mesh fine = mesh_of(thin_tube());
    const mesh::Mesh coarse = collapsed(fine, 4, 0.0001f);
    EXPECT_GT(coarse.indices.size() / 3, 60u);
    EXPECT_LT(coarse.indices.size(), fine.indices.size());
    const Program program = thin_tube();
    for (const glm::vec3& p : coarse.positions) EXPECT_LT(std::abs(program.distance(p * 1000.0f)), 0.6f);
}

TEST(Collapse, LeavesTheBorderOfTwoHuesWhereItIs) {
    mesh::Mesh fine = mesh_of(thin_tube());
    constexpr float k_border = 0.060f;
    for (const glm::vec3& p : fine.positions)
        fine.colours.push_back(p.y < k_border ? glm::vec4(0.8f, 0.1f, 0.1f, 1.0f) : glm::vec4(0.1f, 0.1f, 0.8f, 1.0f));
    const mesh::Mesh coarse = collapsed(fine, 200, 0.002f);
    EXPECT_LT(coarse.indices.size() / 3, 400u);
    for (std::size_t i = 0; i < coarse.indices.size(); i += 3) {
        float low = 1.0f, high = -1.0f;
        std::set<float> reds;
        for (std::size_t k = i; k < i + 3; ++k) {
            const std::uint32_t v = coarse.indices[k];
            low = std::min(low, coarse.positions[v].y);
            high = std::max(high, coarse.positions[v].y);
            reds.insert(coarse.colours[v].x);
        }
        if (reds.size() == 2) {
            EXPECT_GT(low, k_border - 0.003f);
            EXPECT_LT(high, k_border + 0.003f);
        }
    }
}

} // namespace
