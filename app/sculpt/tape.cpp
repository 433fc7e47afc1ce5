#include "sculpt/tape.h"

#include <algorithm>
#include <array>
#include <glm/geometric.hpp>

namespace sculpt {

std::vector<Cut> level_cuts(const mesh::Mesh& mesh, double height) {
    std::vector<Cut> cuts;
    for (std::size_t t = 0; t + 2 < mesh.indices.size(); t += 3) {
        std::array<glm::dvec2, 2> ends{};
        std::size_t found = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            const glm::dvec3 a(mesh.positions[mesh.indices[t + k]]);
            const glm::dvec3 b(mesh.positions[mesh.indices[t + (k + 1) % 3]]);
            if ((a.y < height) == (b.y < height)) continue;
            const glm::dvec3 p = a + (b - a) * ((height - a.y) / (b.y - a.y));
            if (found < 2) ends[found++] = {p.x, p.z};
        }
        if (found == 2) cuts.push_back({ends[0], ends[1]});
    }
    return cuts;
}

// Andrew 1979, "Another efficient algorithm for convex hulls in two dimensions": the monotone chain.
double tape_round(std::vector<glm::dvec2> points) {
    std::ranges::sort(points, [](const auto& p, const auto& q) { return p.x < q.x || (p.x == q.x && p.y < q.y); });
    double length = 0.0;
    for (int side = 0; side < 2; ++side) {
        std::vector<glm::dvec2> chain;
        for (const glm::dvec2& p : points) {
            const auto turns_right = [&] {
                const glm::dvec2 u = chain.back() - chain[chain.size() - 2], v = p - chain[chain.size() - 2];
                return u.x * v.y - u.y * v.x <= 0.0;
            };
            while (chain.size() > 1 && turns_right()) chain.pop_back();
            chain.push_back(p);
        }
        for (std::size_t i = 1; i < chain.size(); ++i) length += glm::distance(chain[i - 1], chain[i]);
        std::ranges::reverse(points);
    }
    return length;
}

double girth(const std::vector<Cut>& cuts, bool both_sides) {
    std::vector<glm::dvec2> points;
    for (const Cut& cut : cuts)
        for (const glm::dvec2& p : {cut.a, cut.b}) {
            points.push_back(p);
            if (both_sides) points.emplace_back(-p.x, p.y);
        }
    return tape_round(std::move(points));
}

} // namespace sculpt
