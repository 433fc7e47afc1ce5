#include "sculpt/surface.h"

#include "base/failure.h"
#include "sculpt/grid.h"
#include "sculpt/simplify.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <openvdb/tools/VolumeToMesh.h>

namespace sculpt {
namespace {

mesh::Mesh triangles_of(const openvdb::FloatGrid& grid, double level) {
    std::vector<openvdb::Vec3s> points;
    std::vector<openvdb::Vec3I> triangles;
    std::vector<openvdb::Vec4I> quads;
    openvdb::tools::volumeToMesh(grid, points, triangles, quads, level, 0.0);
    mesh::Mesh mesh;
    for (const auto& p : points) mesh.positions.emplace_back(p.x(), p.y(), p.z());
    const auto triangle = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
        mesh.indices.insert(mesh.indices.end(), {a, b, c});
    };
    for (const auto& t : triangles) triangle(t[0], t[1], t[2]);
    const auto apart = [&](std::uint32_t a, std::uint32_t b) {
        return glm::distance(mesh.positions[a], mesh.positions[b]);
    };
    for (const auto& q : quads) {
        if (apart(q[0], q[2]) <= apart(q[1], q[3])) {
            triangle(q[0], q[1], q[2]);
            triangle(q[0], q[2], q[3]);
        } else {
            triangle(q[0], q[1], q[3]);
            triangle(q[1], q[2], q[3]);
        }
    }
    return mesh;
}

/// Keeps the pieces that are solid (positive volume) and big enough.
void drop_small_parts(mesh::Mesh& mesh, float least_part) {
    std::vector<std::uint32_t> parent(mesh.positions.size());
    std::iota(parent.begin(), parent.end(), 0u);
    const auto root = [&](std::uint32_t v) {
        while (parent[v] != v) v = parent[v] = parent[parent[v]];
        return v;
    };
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        for (std::size_t k = 1; k < 3; ++k) {
            const std::uint32_t a = root(mesh.indices[i]), b = root(mesh.indices[i + k]);
            parent[std::max(a, b)] = std::min(a, b);
        }
    std::map<std::uint32_t, double> volumes;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::dvec3 a(mesh.positions[mesh.indices[i]]), b(mesh.positions[mesh.indices[i + 1]]),
            c(mesh.positions[mesh.indices[i + 2]]);
        volumes[root(mesh.indices[i])] += glm::dot(a, glm::cross(b, c)) / 6.0;
    }
    double biggest = 0.0;
    for (const auto& [part, volume] : volumes) biggest = std::max(biggest, volume);
    std::vector<std::uint32_t> kept;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const double volume = volumes[root(mesh.indices[i])];
        if (volume > 0.0 && volume >= biggest * static_cast<double>(least_part))
            kept.insert(kept.end(), {mesh.indices[i], mesh.indices[i + 1], mesh.indices[i + 2]});
    }
    mesh.indices = std::move(kept);
}

} // namespace

mesh::Mesh surface(const std::string& id, const Field& field, const Box& box, const SurfaceOptions& options) {
    const auto grid = sample(field, box, options.voxel);
    std::vector<std::string> wrong;
    // two sheets that touch at a grid point share it; a level a hair away from zero parts them
    for (const double share : {0.0, -0.03, 0.03, -0.08, 0.08, -0.15}) {
        mesh::Mesh fine = triangles_of(*grid, share * static_cast<double>(options.voxel));
        drop_small_parts(fine, options.least_part);
        if (fine.indices.empty()) throw base::Failure("The structure '" + id + "' has no inside; check its shapes.");
        compact(fine);
        wrong = mesh::defects(fine);
        if (!wrong.empty()) continue;
        mesh::Mesh mesh = simplified(fine, options.triangles, options.error);
        mesh.id = id;
        for (glm::vec3& p : mesh.positions) p *= 0.001f; // to metres
        return mesh;
    }
    throw base::Failure("The structure '" + id + "' cannot be meshed: " + wrong.front() +
                        " Thicken it or use a smaller voxel.");
}

} // namespace sculpt
