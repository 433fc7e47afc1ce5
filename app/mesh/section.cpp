#include "mesh/section.h"

#include "base/assert.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <utility>

namespace mesh {

namespace {

/// Loops end where they began; rounding leaves less than this share of their length.
constexpr float k_loose_ends = 0.002f;

using Corners = std::array<std::uint32_t, 3>;

/// What the plane does to one mesh.
class Cutter {
public:
    Cutter(const Mesh& mesh, std::span<const glm::vec3> positions, std::span<const float> strain, const Plane& plane)
        : mesh_(mesh), positions_(positions), strain_(strain), plane_(plane), beyond_(positions.size()) {
        for (std::size_t i = 0; i < positions.size(); ++i)
            beyond_[i] = glm::dot(plane.normal, positions[i]) - plane.offset;
    }

    Section cut() {
        for (std::size_t i = 0; i + 2 < mesh_.indices.size(); i += 3)
            add_triangle({mesh_.indices[i], mesh_.indices[i + 1], mesh_.indices[i + 2]});
        if (section_.length <= 0.0f) return section_;
        section_.closed = glm::length(ends_) <= k_loose_ends * section_.length;
        for (float* mean : {&section_.tendon, &section_.strain}) *mean /= section_.length;
        section_.along /= section_.length;
        section_.colour /= section_.length;
        section_.area = 0.5f * glm::dot(twice_area_, glm::normalize(plane_.normal));
        return section_;
    }

private:
    bool outside(std::uint32_t v) const { return beyond_[v] >= 0.0f; }

    /// Where the plane meets an edge; the same to the last bit from either of the triangles that share it.
    glm::vec3 crossing(std::uint32_t a, std::uint32_t b) const {
        if (outside(a)) std::swap(a, b);
        const float part = beyond_[a] / (beyond_[a] - beyond_[b]);
        return positions_[a] + (positions_[b] - positions_[a]) * part;
    }

    void add_triangle(const Corners& t) {
        const bool a = outside(t[0]), b = outside(t[1]), c = outside(t[2]);
        if (a == b && b == c) return;
        // the outline runs from the side where the triangle's border comes in to the one where it goes out
        Section::Edge edge{};
        for (std::size_t i = 0; i < 3; ++i) {
            const std::uint32_t from = t[i], to = t[(i + 1) % 3];
            if (outside(from) && !outside(to)) edge.from = crossing(from, to);
            if (!outside(from) && outside(to)) edge.to = crossing(from, to);
        }
        const float length = glm::distance(edge.from, edge.to);
        if (!(length > 0.0f)) return;
        if (section_.edges.empty()) first_ = edge.from;
        if (!mesh_.tissue.empty())
            for (const std::uint32_t v : t) edge.tendon += mesh_.tissue[v].x / 3.0f;
        section_.tendon += edge.tendon * length;
        section_.edges.push_back(edge);
        section_.length += length;
        section_.bounds.add(edge.from);
        section_.bounds.add(edge.to);
        ends_ += edge.to - edge.from;
        twice_area_ += glm::cross(edge.from - first_, edge.to - first_);
        add_means(t, length);
    }

    void add_means(const Corners& t, float length) {
        const float share = length / 3.0f;
        for (const std::uint32_t v : t) {
            if (!mesh_.colours.empty()) section_.colour += glm::vec3(mesh_.colours[v]) * share;
            if (!strain_.empty()) section_.strain += strain_[v] * share;
        }
        if (!mesh_.fibre.empty()) section_.along += gradient(t) * length;
    }

    /// Of the fibre coordinate over a triangle.
    glm::vec3 gradient(const Corners& t) const {
        const glm::vec3 u = positions_[t[1]] - positions_[t[0]], v = positions_[t[2]] - positions_[t[0]];
        const glm::vec3 normal = glm::cross(u, v);
        const float square = glm::dot(normal, normal);
        if (!(square > 1e-24f)) return glm::vec3(0.0f);
        const float s = mesh_.fibre[t[0]].x;
        const float du = mesh_.fibre[t[1]].x - s, dv = mesh_.fibre[t[2]].x - s;
        return (glm::cross(v, normal) * du + glm::cross(normal, u) * dv) / square;
    }

    const Mesh& mesh_;
    std::span<const glm::vec3> positions_;
    std::span<const float> strain_;
    Plane plane_;
    std::vector<float> beyond_; ///< of each vertex; positive on the side that the normal points to
    Section section_;
    glm::vec3 first_{0.0f}, ends_{0.0f}, twice_area_{0.0f};
};

} // namespace

Section section(const Mesh& mesh, std::span<const glm::vec3> positions, std::span<const float> strain,
                const Plane& plane) {
    APP_ASSERT(positions.size() == mesh.positions.size());
    APP_ASSERT(strain.empty() || strain.size() == positions.size());
    return Cutter(mesh, positions, strain, plane).cut();
}

bool inside(const Section& section, const glm::vec3& normal, const glm::vec3& point) {
    // any two axes of the plane, right-handed with the normal
    const glm::vec3 helper = std::abs(normal.x) < std::abs(normal.y) ? glm::vec3(1, 0, 0) : glm::vec3(0, 1, 0);
    const glm::vec3 x = glm::cross(helper, normal), y = glm::cross(normal, x);
    int winding = 0;
    for (const Section::Edge& edge : section.edges) {
        const glm::vec3 from = edge.from - point, to = edge.to - point;
        const float from_y = glm::dot(from, y), to_y = glm::dot(to, y);
        if ((from_y > 0.0f) == (to_y > 0.0f)) continue;
        const float from_x = glm::dot(from, x), to_x = glm::dot(to, x);
        const float at = from_x - from_y * (to_x - from_x) / (to_y - from_y);
        if (at > 0.0f) winding += to_y > from_y ? 1 : -1;
    }
    return winding != 0;
}

} // namespace mesh
