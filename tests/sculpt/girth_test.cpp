// Girths of the built skin, as a tape measures them, against the lean half of the men of ANSUR II (2012, public
// domain): from the 5th percentile to the mean.
#include "built_leg.h"

#include <algorithm>
#include <cstdio>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>
#include <gtest/gtest.h>

namespace {

/// Where the mesh meets the plane of this height, seen from above; metres.
std::vector<glm::vec2> section(const mesh::Mesh& mesh, float height) {
    std::vector<glm::vec2> points;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        for (std::size_t k = 0; k < 3; ++k) {
            const glm::vec3 &a = mesh.positions[mesh.indices[i + k]],
                            &b = mesh.positions[mesh.indices[i + (k + 1) % 3]];
            if ((a.y < height) == (b.y < height)) continue;
            const glm::vec3 p = a + (b - a) * ((height - a.y) / (b.y - a.y));
            points.emplace_back(p.x, p.z);
        }
    return points;
}

/// Length of a tape drawn tight round the points: the perimeter of their convex hull (Andrew 1979, monotone chain).
float tape(std::vector<glm::vec2> points) {
    const auto turns_right = [](const glm::vec2& a, const glm::vec2& b, const glm::vec2& c) {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) <= 0.0f;
    };
    std::sort(points.begin(), points.end(),
              [](const glm::vec2& a, const glm::vec2& b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
    float length = 0.0f;
    for (int half = 0; half < 2; ++half) {
        std::vector<glm::vec2> chain;
        for (const glm::vec2& p : points) {
            while (chain.size() > 1 && turns_right(chain[chain.size() - 2], chain.back(), p)) chain.pop_back();
            chain.push_back(p);
        }
        for (std::size_t i = 1; i < chain.size(); ++i) length += glm::distance(chain[i - 1], chain[i]);
        std::reverse(points.begin(), points.end());
    }
    return length;
}

TEST(Girth, OfATapeRoundASquareIsItsOutline) {
    EXPECT_NEAR(tape({{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0.5f, 0.5f}}), 4.0f, 1e-5f);
}

TEST(Girth, OfTheSkinAreThoseOfALeanMan) {
    const mesh::Mesh& skin = built::mesh_of("skin");
    struct Row {
        const char* name;
        float height, low, high; ///< metres
    };
    for (const Row& row : {Row{"thigh, at the gluteal fold", 0.785f, 0.532f, 0.625f},
                           Row{"lower thigh, above the kneecap", 0.485f, 0.359f, 0.409f},
                           Row{"calf, at its thickest", 0.325f, 0.346f, 0.392f},
                           Row{"ankle, at its thinnest", 0.125f, 0.206f, 0.229f}}) {
        const float girth = tape(section(skin, row.height));
        std::printf("%-32s %5.1f cm (%.1f .. %.1f)\n", row.name, 100 * girth, 100 * row.low, 100 * row.high);
        EXPECT_GE(girth, row.low) << row.name;
        EXPECT_LE(girth, row.high) << row.name;
    }
}

} // namespace
