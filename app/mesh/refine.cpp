#include "mesh/refine.h"

#include "mesh/relief.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <unordered_map>

namespace mesh {

namespace {

constexpr int k_most_rounds = 8; // halves an edge of a metre to 4 mm
constexpr std::uint32_t k_whole = 0xffffffffu;

using Ends = std::pair<std::uint32_t, std::uint32_t>;

/// The vertex in the middle of each edge that is halved in this round.
class Middles {
public:
    Middles(const Mesh& mesh, float longest, const std::function<bool(const glm::vec3&)>& wanted)
        : next_(static_cast<std::uint32_t>(mesh.positions.size())) {
        for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
            const auto corner = [&](std::size_t k) { return mesh.positions[mesh.indices[i + k]]; };
            if (!wanted((corner(0) + corner(1) + corner(2)) / 3.0f)) continue;
            for (std::size_t k = 0; k < 3; ++k) {
                const std::uint32_t a = mesh.indices[i + k], b = mesh.indices[i + (k + 1) % 3];
                if (glm::distance(mesh.positions[a], mesh.positions[b]) <= longest) continue;
                if (at_.try_emplace(key(a, b), next_).second) {
                    ++next_;
                    ends.emplace_back(a, b);
                }
            }
        }
    }

    std::uint32_t of(std::uint32_t a, std::uint32_t b) const {
        const auto found = at_.find(key(a, b));
        return found == at_.end() ? k_whole : found->second;
    }

    std::vector<Ends> ends; ///< one for each new vertex, in their order

private:
    static std::uint64_t key(std::uint32_t a, std::uint32_t b) {
        return (std::uint64_t{std::min(a, b)} << 32) | std::max(a, b);
    }
    std::unordered_map<std::uint64_t, std::uint32_t> at_;
    std::uint32_t next_;
};

template <class T>
void blend(std::vector<T>& attribute, const std::vector<Ends>& ends) {
    if (attribute.empty()) return;
    for (const auto& [a, b] : ends) attribute.push_back((attribute[a] + attribute[b]) * 0.5f);
}

/// The four strongest bodies of both ends, summing to 1 again.
void blend_weights(Mesh& mesh, const Ends& of) {
    std::array<std::pair<float, std::uint8_t>, 8> all{};
    std::size_t count = 0;
    for (const std::uint32_t end : {of.first, of.second})
        for (std::size_t k = 0; k < 4; ++k) {
            const std::uint8_t joint = mesh.joints[end][k];
            const float weight = mesh.weights[end][static_cast<glm::vec4::length_type>(k)] * 0.5f;
            const auto same = std::find_if(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count),
                                           [&](const auto& known) { return known.second == joint; });
            if (same == all.begin() + static_cast<std::ptrdiff_t>(count))
                all[count++] = {weight, joint};
            else
                same->first += weight;
        }
    std::partial_sort(all.begin(), all.begin() + 4, all.end(), std::greater<>());
    std::array<std::uint8_t, 4> joints{};
    glm::vec4 weights(0.0f);
    for (std::size_t k = 0; k < 4; ++k) {
        weights[static_cast<glm::vec4::length_type>(k)] = all[k].first;
        joints[k] = all[k].second;
    }
    mesh.joints.push_back(joints);
    mesh.weights.push_back(weights / (weights.x + weights.y + weights.z + weights.w));
}

void blend_morph(MorphTarget& morph, const std::vector<Ends>& ends, std::uint32_t first_new) {
    const std::size_t known = morph.vertices.size();
    const auto offset = [&](std::uint32_t vertex) {
        const auto end = morph.vertices.begin() + static_cast<std::ptrdiff_t>(known);
        const auto found = std::lower_bound(morph.vertices.begin(), end, vertex);
        return found != end && *found == vertex
                   ? morph.offsets[static_cast<std::size_t>(found - morph.vertices.begin())]
                   : glm::vec3(0.0f);
    };
    for (std::uint32_t i = 0; i < ends.size(); ++i) {
        const glm::vec3 middle = 0.5f * (offset(ends[i].first) + offset(ends[i].second));
        if (middle == glm::vec3(0.0f)) continue;
        morph.vertices.push_back(first_new + i);
        morph.offsets.push_back(middle);
    }
}

void add_vertices(Mesh& mesh, const std::vector<Ends>& ends) {
    const auto first_new = static_cast<std::uint32_t>(mesh.positions.size());
    blend(mesh.positions, ends);
    blend(mesh.normals, ends);
    for (std::size_t i = first_new; i < mesh.normals.size(); ++i) mesh.normals[i] = glm::normalize(mesh.normals[i]);
    blend(mesh.fibre, ends);
    blend(mesh.tissue, ends);
    blend(mesh.colours, ends);
    if (!mesh.joints.empty())
        for (const Ends& of : ends) blend_weights(mesh, of);
    for (MorphTarget& morph : mesh.morphs) blend_morph(morph, ends, first_new);
}

/// One triangle in two, three or four, by which of its edges are halved.
void divide(const Mesh& mesh, const Middles& middles, std::array<std::uint32_t, 3> corner,
            std::vector<std::uint32_t>& out) {
    std::array<std::uint32_t, 3> middle{};
    const auto look = [&] {
        for (std::size_t k = 0; k < 3; ++k) middle[k] = middles.of(corner[k], corner[(k + 1) % 3]);
        return 3 - std::ranges::count(middle, k_whole);
    };
    const auto halved = look();
    // turned so that with one halved edge it is the first, with two the last is whole
    while ((halved == 1 && middle[0] == k_whole) || (halved == 2 && middle[2] != k_whole)) {
        std::ranges::rotate(corner, corner.begin() + 1);
        look();
    }
    const auto [a, b, c] = corner;
    const auto [ab, bc, ca] = middle;
    const auto add = [&](std::initializer_list<std::uint32_t> triangles) { out.insert(out.end(), triangles); };
    if (halved == 0) return add({a, b, c});
    if (halved == 1) return add({a, ab, c, ab, b, c});
    if (halved == 3) return add({a, ab, ca, ab, b, bc, ca, bc, c, ab, bc, ca});
    add({ab, b, bc});
    const bool from_a =
        glm::distance(mesh.positions[a], mesh.positions[bc]) < glm::distance(mesh.positions[ab], mesh.positions[c]);
    from_a ? add({a, ab, bc, a, bc, c}) : add({a, ab, c, ab, bc, c});
}

/// What grew in steps has room for as much again.
void drop_spare_room(Mesh& mesh) {
    const auto fit = [](auto&... all) { (all.shrink_to_fit(), ...); };
    fit(mesh.positions, mesh.normals, mesh.fibre, mesh.tissue, mesh.colours, mesh.joints, mesh.weights, mesh.indices);
    for (MorphTarget& morph : mesh.morphs) fit(morph.vertices, morph.offsets);
}

} // namespace

void refine(Mesh& mesh, float longest, const std::function<bool(const glm::vec3&)>& wanted) {
    for (int round = 0; round < k_most_rounds; ++round) {
        const Middles middles(mesh, longest, wanted);
        if (middles.ends.empty()) break;
        add_vertices(mesh, middles.ends);
        std::vector<std::uint32_t> indices;
        indices.reserve(mesh.indices.size() * 2);
        for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
            divide(mesh, middles, {mesh.indices[i], mesh.indices[i + 1], mesh.indices[i + 2]}, indices);
        mesh.indices = std::move(indices);
    }
    find_relief(mesh);
    drop_spare_room(mesh);
}

} // namespace mesh
