#include "tissue/volume.h"

#include "base/assert.h"

#include <cmath>
#include <glm/geometric.hpp>

namespace tissue {
namespace {

constexpr double k_close_enough = 0.0005; // of the volume
constexpr int k_rounds = 3;              // two bring a muscle that lost a tenth back to within a thousandth

/// Share of the move that a vertex takes; a mesh that does not know its tendon is all belly.
float belly(const mesh::Mesh& mesh, std::uint32_t vertex) {
    return mesh.tissue.empty() ? 1.0f : 1.0f - mesh.tissue[vertex].x;
}

/// Volume by the divergence theorem, and how it grows for each metre of the move.
struct Growth {
    double volume = 0.0, per_metre = 0.0;
};

Growth growth(const mesh::Mesh& mesh, const Deformed& now) {
    const glm::vec3 origin = now.positions.front(); // floats are exact enough about a point of the muscle's own
    const auto move = [&](std::uint32_t v) { return now.normals[v] * belly(mesh, v); };
    double six_volumes = 0.0, six_per_metre = 0.0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const std::uint32_t ia = mesh.indices[i], ib = mesh.indices[i + 1], ic = mesh.indices[i + 2];
        const glm::vec3 a = now.positions[ia] - origin, b = now.positions[ib] - origin, c = now.positions[ic] - origin;
        const glm::vec3 twice_area = glm::cross(b - a, c - a);
        six_volumes += static_cast<double>(glm::dot(a, twice_area));
        six_per_metre += static_cast<double>(glm::dot(twice_area, move(ia) + move(ib) + move(ic)));
    }
    return {six_volumes / 6.0, six_per_metre / 6.0};
}

} // namespace

void keep_volume(const mesh::Mesh& mesh, double rest_volume, Deformed& inout) {
    APP_ASSERT(inout.normals.size() == mesh.positions.size() && inout.positions.size() == mesh.positions.size());
    if (rest_volume <= 0.0 || mesh.positions.empty()) return;
    for (int round = 0; round < k_rounds; ++round) {
        const Growth now = growth(mesh, inout);
        const double missing = rest_volume - now.volume;
        if (std::abs(missing) <= k_close_enough * rest_volume || now.per_metre <= 0.0) return;
        const float by = static_cast<float>(missing / now.per_metre); // Newton's step
        for (std::uint32_t v = 0; v < mesh.positions.size(); ++v)
            inout.positions[v] += inout.normals[v] * (by * belly(mesh, v));
    }
}

} // namespace tissue
