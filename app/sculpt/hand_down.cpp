#include "sculpt/hand_down.h"

#include "base/parallel.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <unordered_map>

namespace sculpt {
namespace {

constexpr float k_cell = 0.006f; ///< metres
constexpr std::size_t k_nearest = 4;
constexpr float k_same = 1e-6f;  ///< metres: the same vertex
constexpr float k_least = 1e-4f; ///< shorter offsets are left out, metres

/// The nearest vertices of a mesh with their shares, which sum to 1.
struct Shares {
    std::array<std::uint32_t, k_nearest> vertex{};
    std::array<float, k_nearest> share{};
};

/// Vertices by the cell of a grid they lie in.
class Cells {
public:
    explicit Cells(const mesh::Mesh& mesh) : mesh_(mesh) {
        for (std::uint32_t v = 0; v < mesh.positions.size(); ++v) cells_[key(cell(mesh.positions[v]))].push_back(v);
    }

    Shares nearest(const glm::vec3& p) const {
        std::vector<std::pair<float, std::uint32_t>> found;
        const glm::ivec3 at = cell(p);
        // a wider ring once more, for what is near the edge of the cells
        for (int reach = 1; reach <= k_widest; reach *= 2) {
            found.clear();
            for (int x = -reach; x <= reach; ++x)
                for (int y = -reach; y <= reach; ++y)
                    for (int z = -reach; z <= reach; ++z) look(at + glm::ivec3(x, y, z), p, found);
            if (found.size() >= k_nearest) break;
        }
        std::ranges::sort(found);
        Shares shares;
        float sum = 0.0f;
        for (std::size_t i = 0; i < std::min(found.size(), k_nearest); ++i) {
            shares.vertex[i] = found[i].second;
            shares.share[i] = 1.0f / std::max(found[i].first, k_same * k_same); // of the square of the distance
            sum += shares.share[i];
        }
        for (float& share : shares.share) share = sum > 0.0f ? share / sum : 0.0f;
        return shares;
    }

private:
    static constexpr int k_widest = 8;
    static glm::ivec3 cell(const glm::vec3& p) { return glm::ivec3(glm::floor(p / k_cell)); }
    static std::int64_t key(const glm::ivec3& c) {
        return (static_cast<std::int64_t>(c.x) * 4096 + c.y) * 4096 + c.z; // no leg is 24 m long
    }
    void look(const glm::ivec3& c, const glm::vec3& p, std::vector<std::pair<float, std::uint32_t>>& found) const {
        const auto in = cells_.find(key(c));
        if (in == cells_.end()) return;
        for (const std::uint32_t v : in->second) {
            const glm::vec3 off = mesh_.positions[v] - p;
            found.emplace_back(glm::dot(off, off), v);
        }
    }

    const mesh::Mesh& mesh_;
    std::unordered_map<std::int64_t, std::vector<std::uint32_t>> cells_;
};

} // namespace

void take_morphs(const mesh::Mesh& from, mesh::Mesh& to) {
    to.morphs.clear();
    if (from.morphs.empty()) return;
    const Cells cells(from);
    std::vector<Shares> shares;
    shares.reserve(to.positions.size());
    for (const glm::vec3& p : to.positions) shares.push_back(cells.nearest(p));
    for (const mesh::MorphTarget& whole : from.morphs) {
        std::vector<glm::vec3> offsets(from.positions.size(), glm::vec3(0.0f));
        for (std::size_t i = 0; i < whole.vertices.size(); ++i) offsets[whole.vertices[i]] = whole.offsets[i];
        mesh::MorphTarget morph{whole.bend, whole.degrees, {}, {}};
        for (std::uint32_t v = 0; v < to.positions.size(); ++v) {
            glm::vec3 offset(0.0f);
            for (std::size_t k = 0; k < k_nearest; ++k) offset += offsets[shares[v].vertex[k]] * shares[v].share[k];
            if (glm::dot(offset, offset) < k_least * k_least) continue;
            morph.vertices.push_back(v);
            morph.offsets.push_back(offset);
        }
        to.morphs.push_back(std::move(morph));
    }
}

void hand_down(Levels& levels, const anatomy::Atlas& atlas) {
    const mesh::Model& full = levels.front();
    const auto source = [&](const mesh::Mesh& mesh, bool lower) -> std::optional<int> {
        const auto found = atlas.find_structure(mesh.id);
        if (found && atlas.structures[static_cast<std::size_t>(*found)].kind == anatomy::Kind::zone)
            return full.find("skin");
        return lower ? full.find(mesh.id) : std::nullopt;
    };
    for (std::size_t i = 0; i < levels.size(); ++i)
        base::in_parallel(levels[i].meshes.size(), [&](std::size_t m) {
            mesh::Mesh& mesh = levels[i].meshes[m];
            if (const auto from = source(mesh, i > 0)) take_morphs(full.meshes[static_cast<std::size_t>(*from)], mesh);
        });
}

} // namespace sculpt
