#include "sculpt/surface.h"

#include "base/failure.h"
#include "sculpt/grid.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <meshoptimizer.h>
#include <numeric>
#include <openvdb/tools/VolumeToMesh.h>
#include <optional>

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

/// Removes vertices that no triangle uses.
void compact(mesh::Mesh& mesh) {
    std::vector<std::uint32_t> remap(mesh.positions.size());
    const std::size_t used =
        meshopt_optimizeVertexFetchRemap(remap.data(), mesh.indices.data(), mesh.indices.size(), mesh.positions.size());
    meshopt_remapIndexBuffer(mesh.indices.data(), mesh.indices.data(), mesh.indices.size(), remap.data());
    meshopt_remapVertexBuffer(mesh.positions.data(), mesh.positions.data(), mesh.positions.size(), sizeof(glm::vec3),
                              remap.data());
    mesh.positions.resize(used);
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

using Indices = std::vector<std::uint32_t>;

/// Vertices of edges that two triangles run the same way or that have no neighbour.
std::vector<std::uint32_t> torn_vertices(const Indices& indices) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3)
        for (std::size_t k = 0; k < 3; ++k) edges.emplace_back(indices[i + k], indices[i + (k + 1) % 3]);
    std::sort(edges.begin(), edges.end());
    std::vector<std::uint32_t> torn;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const bool doubled = i > 0 && edges[i] == edges[i - 1];
        const bool open = !std::binary_search(edges.begin(), edges.end(), std::pair(edges[i].second, edges[i].first));
        if (doubled || open) torn.insert(torn.end(), {edges[i].first, edges[i].second});
    }
    return torn;
}

/// Triangles of which `kept` says that every corner is to stay stay; the others are thinned out to `budget`.
/// No surface moves by more than about `error` (mm).
Indices thinned(const mesh::Mesh& fine, const std::vector<bool>& kept, std::size_t budget, float error) {
    Indices still, free;
    for (std::size_t i = 0; i + 2 < fine.indices.size(); i += 3) {
        const auto* corner = &fine.indices[i];
        Indices& to = kept[corner[0]] && kept[corner[1]] && kept[corner[2]] ? still : free;
        to.insert(to.end(), corner, corner + 3);
    }
    if (budget * 3 >= fine.indices.size()) return fine.indices;
    const std::size_t target = budget * 3 > still.size() ? budget * 3 - still.size() : 0;
    const float extent = meshopt_simplifyScale(&fine.positions[0].x, fine.positions.size(), sizeof(glm::vec3));
    Indices coarse(free.size());
    coarse.resize(meshopt_simplify(coarse.data(), free.data(), free.size(), &fine.positions[0].x, fine.positions.size(),
                                   sizeof(glm::vec3), target, error / extent, meshopt_SimplifyLockBorder, nullptr));
    coarse.insert(coarse.end(), still.begin(), still.end());
    return coarse;
}

/// One attempt at `budget`: where thinning tears the surface, the fine triangles stay; nullopt when that does not heal
/// it.
std::optional<mesh::Mesh> thinned_whole(const mesh::Mesh& fine, std::size_t budget, float voxel) {
    constexpr int k_rounds = 8;
    std::vector<bool> kept(fine.positions.size(), false);
    float reach = 2.5f * voxel;
    for (int round = 0; round < k_rounds; ++round, reach *= 1.15f) {
        mesh::Mesh coarse = fine;
        coarse.indices = thinned(fine, kept, budget, voxel);
        const std::vector<std::uint32_t> torn = torn_vertices(coarse.indices);
        if (torn.empty()) {
            compact(coarse);
            if (mesh::defects(coarse).empty()) return coarse;
            return std::nullopt;
        }
        for (std::size_t v = 0; v < kept.size(); ++v)
            for (const std::uint32_t t : torn)
                if (glm::distance(fine.positions[v], fine.positions[t]) < reach) {
                    kept[v] = true;
                    break;
                }
    }
    return std::nullopt;
}

/// Fewer triangles, but never at the price of a tear: other budgets take other ways through the collapses.
mesh::Mesh simplified(const mesh::Mesh& fine, int budget, float voxel) {
    for (const double share : {1.0, 0.97, 1.03, 0.94, 1.08, 1.15, 1.25, 1.5, 2.0, 3.0}) {
        const auto target = static_cast<std::size_t>(budget * share);
        if (auto coarse = thinned_whole(fine, target, voxel)) return *std::move(coarse);
    }
    return fine;
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
        mesh::Mesh mesh = simplified(fine, options.triangles, options.voxel);
        mesh.id = id;
        for (glm::vec3& p : mesh.positions) p *= 0.001f; // to metres
        return mesh;
    }
    throw base::Failure("The structure '" + id + "' cannot be meshed: " + wrong.front() +
                        " Thicken it or use a smaller voxel.");
}

} // namespace sculpt
