#include "sculpt/collapse.h"

#include "sculpt/simplify.h"

#include <algorithm>
#include <array>
#include <functional>
#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <iterator>
#include <queue>
#include <vector>

namespace sculpt {
namespace {

using Corners = std::array<std::uint32_t, 3>;

/// Sum of squared distances from planes, times the area that each stands for.
struct Quadric {
    glm::dmat3 a{0.0};
    glm::dvec3 b{0.0};
    double c = 0.0, area = 0.0;

    void add(const glm::dvec3& normal, const glm::dvec3& on, double weight) {
        const double d = -glm::dot(normal, on);
        a += weight * glm::outerProduct(normal, normal);
        b += weight * d * normal;
        c += weight * d * d;
        area += weight;
    }
    void add(const Quadric& other) {
        a += other.a;
        b += other.b;
        c += other.c;
        area += other.area;
    }
    /// Mean square distance.
    double at(const glm::dvec3& p) const {
        return std::max(0.0, glm::dot(p, a * p) + 2.0 * glm::dot(b, p) + c) / std::max(area, 1e-30);
    }
};

/// A vertex that may move onto a neighbour, as it was judged when both were as old as here.
struct Move {
    double cost = 0.0;
    std::uint32_t from = 0, to = 0;
    int age = 0;
    bool operator>(const Move& other) const { return cost > other.cost; }
};

class Surface {
public:
    explicit Surface(const mesh::Mesh& fine);
    /// Until `budget` triangles are left or nothing more can go.
    void thin(std::size_t budget, double error);
    std::vector<std::uint32_t> indices() const;

private:
    bool there(std::uint32_t triangle) const { return triangles_[triangle][0] != triangles_[triangle][1]; }
    static bool has(const Corners& corners, std::uint32_t vertex) {
        return std::ranges::find(corners, vertex) != corners.end();
    }
    std::vector<std::uint32_t> neighbours(std::uint32_t vertex) const;
    bool stays_whole(std::uint32_t from, std::uint32_t to) const;
    bool turns_over(std::uint32_t from, std::uint32_t to) const;
    bool smears(std::uint32_t from, std::uint32_t to) const;
    int age(std::uint32_t a, std::uint32_t b) const { return ages_[a] + ages_[b]; }
    double shading_error(std::uint32_t from, std::uint32_t to) const;
    void consider(std::uint32_t from, std::uint32_t to);
    void move(std::uint32_t from, std::uint32_t to);

    const mesh::Mesh& fine_;
    std::vector<Corners> triangles_;
    std::vector<std::vector<std::uint32_t>> round_; ///< the triangles round each vertex
    std::vector<Quadric> quadrics_;
    std::vector<bool> border_; ///< of colours
    std::vector<int> ages_;
    std::size_t left_ = 0;
    std::priority_queue<Move, std::vector<Move>, std::greater<>> queue_;
};

Surface::Surface(const mesh::Mesh& fine)
    : fine_(fine), triangles_(fine.indices.size() / 3), round_(fine.positions.size()), quadrics_(fine.positions.size()),
      border_(colour_borders(fine)), ages_(fine.positions.size()), left_(triangles_.size()) {
    for (std::uint32_t t = 0; t < triangles_.size(); ++t) {
        for (std::size_t k = 0; k < 3; ++k) triangles_[t][k] = fine.indices[3 * t + k];
        const auto& [i, j, k] = triangles_[t];
        const glm::dvec3 a(fine.positions[i]), b(fine.positions[j]), c(fine.positions[k]);
        const glm::dvec3 across = glm::cross(b - a, c - a);
        const double twice = glm::length(across);
        for (const std::uint32_t v : triangles_[t]) {
            round_[v].push_back(t);
            if (twice > 0.0) quadrics_[v].add(across / twice, a, twice / 6.0);
        }
    }
    for (const Corners& corners : triangles_)
        for (std::size_t k = 0; k < 3; ++k) consider(corners[k], corners[(k + 1) % 3]);
}

std::vector<std::uint32_t> Surface::neighbours(std::uint32_t vertex) const {
    std::vector<std::uint32_t> all;
    for (const std::uint32_t t : round_[vertex])
        for (const std::uint32_t v : triangles_[t])
            if (v != vertex) all.push_back(v);
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

// What both have for neighbours are the two corners opposite their edge, and nothing else.
bool Surface::stays_whole(std::uint32_t from, std::uint32_t to) const {
    const std::vector<std::uint32_t> a = neighbours(from), b = neighbours(to);
    std::vector<std::uint32_t> both;
    std::ranges::set_intersection(a, b, std::back_inserter(both));
    constexpr std::size_t k_fewest = 4; // of a corner opposite: it loses one, and three make a pyramid of their own
    return both.size() == 2 &&
           std::ranges::all_of(both, [this](std::uint32_t v) { return round_[v].size() >= k_fewest; });
}

bool Surface::turns_over(std::uint32_t from, std::uint32_t to) const {
    constexpr float k_least_cosine = 0.25f, k_least_height = 0.04f; // of a triangle, in parts of its longest side
    for (const std::uint32_t t : round_[from]) {
        const Corners& corners = triangles_[t];
        if (has(corners, to)) continue;
        std::array<glm::vec3, 3> before, after;
        for (std::size_t k = 0; k < 3; ++k) {
            before[k] = fine_.positions[corners[k]];
            after[k] = fine_.positions[corners[k] == from ? to : corners[k]];
        }
        const glm::vec3 old = glm::cross(before[1] - before[0], before[2] - before[0]);
        const glm::vec3 now = glm::cross(after[1] - after[0], after[2] - after[0]);
        if (glm::dot(old, now) < k_least_cosine * glm::length(old) * glm::length(now)) return true;
        const float longest = std::max(
            {glm::distance(after[0], after[1]), glm::distance(after[1], after[2]), glm::distance(after[2], after[0])});
        if (glm::length(now) < k_least_height * longest * longest) return true;
    }
    return false;
}

// A border of colours thins out along itself.
bool Surface::smears(std::uint32_t from, std::uint32_t to) const {
    return border_[from] && (!border_[to] || hue_leaps(fine_, from, to));
}

// What is flat would be shaded as the rounded edge that its last vertex has moved to. As a distance from the surface.
double Surface::shading_error(std::uint32_t from, std::uint32_t to) const {
    constexpr double k_worth = 0.3;
    if (fine_.normals.empty()) return 0.0;
    const double turned = 1.0 - glm::dot(fine_.normals[from], fine_.normals[to]);
    return k_worth * turned * glm::distance(fine_.positions[from], fine_.positions[to]);
}

void Surface::consider(std::uint32_t from, std::uint32_t to) {
    Quadric both = quadrics_[from];
    both.add(quadrics_[to]);
    const double shaded = shading_error(from, to);
    queue_.push({both.at(glm::dvec3(fine_.positions[to])) + shaded * shaded, from, to, age(from, to)});
}

void Surface::move(std::uint32_t from, std::uint32_t to) {
    for (const std::uint32_t t : round_[from]) {
        Corners& corners = triangles_[t];
        if (has(corners, to)) {
            for (const std::uint32_t v : corners)
                if (v != from) std::erase(round_[v], t);
            corners = {};
            --left_;
        } else {
            std::ranges::replace(corners, from, to);
            round_[to].push_back(t);
        }
    }
    round_[from].clear();
    quadrics_[to].add(quadrics_[from]);
    ++ages_[from];
    ++ages_[to];
    for (const std::uint32_t v : neighbours(to)) {
        consider(v, to);
        consider(to, v);
    }
}

void Surface::thin(std::size_t budget, double error) {
    while (left_ > budget && !queue_.empty()) {
        const Move next = queue_.top();
        queue_.pop();
        if (next.cost > error * error) return;
        const auto [cost, from, to, when] = next;
        if (when != age(from, to) || round_[from].empty() || round_[to].empty()) continue;
        if (smears(from, to) || !stays_whole(from, to) || turns_over(from, to)) continue;
        move(from, to);
    }
}

std::vector<std::uint32_t> Surface::indices() const {
    std::vector<std::uint32_t> all;
    for (std::uint32_t t = 0; t < triangles_.size(); ++t)
        if (there(t)) all.insert(all.end(), triangles_[t].begin(), triangles_[t].end());
    return all;
}

} // namespace

mesh::Mesh collapsed(const mesh::Mesh& fine, int triangles, float error) {
    Surface surface(fine);
    surface.thin(static_cast<std::size_t>(std::max(triangles, 4)), error);
    mesh::Mesh coarse = fine;
    coarse.indices = surface.indices();
    compact(coarse);
    return coarse;
}

} // namespace sculpt
