#include "sculpt/simplify.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <meshoptimizer.h>
#include <optional>

namespace sculpt {
namespace {

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

/// Mean length of the triangles' first edges.
float edge_length(const mesh::Mesh& mesh) {
    float sum = 0.0f;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        sum += glm::distance(mesh.positions[mesh.indices[i]], mesh.positions[mesh.indices[i + 1]]);
    return sum / static_cast<float>(std::max<std::size_t>(1, mesh.indices.size() / 3));
}

/// Marks the vertices within `reach` of one of `torn`.
void keep_near(const std::vector<glm::vec3>& positions, const std::vector<std::uint32_t>& torn, float reach,
               std::vector<bool>& kept) {
    std::vector<glm::vec3> places;
    for (const std::uint32_t t : torn) places.push_back(positions[t]);
    std::ranges::sort(places, {}, &glm::vec3::x);
    for (std::size_t v = 0; v < kept.size(); ++v) {
        const glm::vec3& p = positions[v];
        auto at = std::ranges::lower_bound(places, p.x - reach, {}, &glm::vec3::x);
        for (; at != places.end() && at->x < p.x + reach && !kept[v]; ++at) kept[v] = glm::distance(p, *at) < reach;
    }
}

/// Red, green and blue as shares of their sum: the same in light and in shade.
glm::vec3 hue(const glm::vec4& colour) { return glm::vec3(colour) / (colour.x + colour.y + colour.z + 1e-3f); }

/// One attempt at `budget`: where thinning tears the surface, the fine triangles stay; nullopt when that does not heal
/// it.
std::optional<mesh::Mesh> thinned_whole(const mesh::Mesh& fine, std::size_t budget, float error) {
    constexpr int k_rounds = 8;
    std::vector<bool> kept = colour_borders(fine);
    float reach = 2.5f * edge_length(fine);
    for (int round = 0; round < k_rounds; ++round, reach *= 1.15f) {
        mesh::Mesh coarse = fine;
        coarse.indices = thinned(fine, kept, budget, error);
        const std::vector<std::uint32_t> torn = torn_vertices(coarse.indices);
        if (torn.empty()) {
            compact(coarse);
            if (mesh::defects(coarse).empty()) return coarse;
            return std::nullopt;
        }
        keep_near(fine.positions, torn, reach, kept);
    }
    return std::nullopt;
}

/// `remap` gives for each vertex its new number, or -1 when it is gone.
void move_morph(mesh::MorphTarget& morph, const std::vector<std::uint32_t>& remap) {
    std::vector<std::pair<std::uint32_t, std::size_t>> staying; // new number, place in the old lists
    for (std::size_t i = 0; i < morph.vertices.size(); ++i)
        if (remap[morph.vertices[i]] != ~0u) staying.emplace_back(remap[morph.vertices[i]], i);
    std::sort(staying.begin(), staying.end());
    const mesh::MorphTarget old = std::move(morph);
    morph = {old.bend, old.degrees, {}, {}};
    for (const auto& [vertex, i] : staying) {
        morph.vertices.push_back(vertex);
        morph.offsets.push_back(old.offsets[i]);
    }
}

} // namespace

bool hue_leaps(const mesh::Mesh& mesh, std::uint32_t a, std::uint32_t b) {
    constexpr float k_leap = 0.3f;
    return !mesh.colours.empty() && glm::distance(hue(mesh.colours[a]), hue(mesh.colours[b])) > k_leap;
}

std::vector<bool> colour_borders(const mesh::Mesh& mesh) {
    std::vector<bool> border(mesh.positions.size(), false);
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const auto* corner = &mesh.indices[i];
        for (std::size_t k = 0; k < 3; ++k)
            if (hue_leaps(mesh, corner[k], corner[(k + 1) % 3]))
                border[corner[0]] = border[corner[1]] = border[corner[2]] = true;
    }
    return border;
}

void compact(mesh::Mesh& mesh) {
    const std::size_t count = mesh.positions.size();
    // in an order in which neighbours come together, so that a vertex is worked out once where it can be
    meshopt_optimizeVertexCache(mesh.indices.data(), mesh.indices.data(), mesh.indices.size(), count);
    std::vector<std::uint32_t> remap(count);
    const std::size_t used =
        meshopt_optimizeVertexFetchRemap(remap.data(), mesh.indices.data(), mesh.indices.size(), count);
    meshopt_remapIndexBuffer(mesh.indices.data(), mesh.indices.data(), mesh.indices.size(), remap.data());
    const auto move = [&](auto& list) {
        if (list.size() != count) return;
        meshopt_remapVertexBuffer(list.data(), list.data(), count, sizeof(list[0]), remap.data());
        list.resize(used);
    };
    move(mesh.positions);
    move(mesh.normals);
    move(mesh.fibre);
    move(mesh.tissue);
    move(mesh.colours);
    move(mesh.joints);
    move(mesh.weights);
    for (mesh::MorphTarget& morph : mesh.morphs) move_morph(morph, remap);
}

mesh::Mesh simplified(const mesh::Mesh& fine, int triangles, float error) {
    // other budgets take other ways through the collapses
    for (const double share : {1.0, 0.97, 1.03, 0.94, 1.08, 1.15, 1.25, 1.5, 2.0, 3.0}) {
        const auto target = static_cast<std::size_t>(triangles * share);
        if (auto coarse = thinned_whole(fine, target, error)) return *std::move(coarse);
    }
    return fine;
}

} // namespace sculpt
