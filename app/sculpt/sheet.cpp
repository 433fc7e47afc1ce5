#include "sculpt/sheet.h"

#include "base/assert.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <map>

namespace sculpt {
namespace {

constexpr float k_mm = 1000.0f;
constexpr std::uint32_t k_none = 0xffffffffu;

using Edge = std::pair<std::uint32_t, std::uint32_t>;
Edge edge_of(std::uint32_t a, std::uint32_t b) { return {std::min(a, b), std::max(a, b)}; }

/// A piece of surface whose vertices know how far they are from the edge of the area.
struct Piece {
    mesh::Mesh mesh;
    std::vector<float> area; ///< mm, one a vertex

    float length(const Edge& e) const {
        return k_mm * glm::distance(mesh.positions[e.first], mesh.positions[e.second]);
    }
};

/// The four heaviest of two vertices' bodies together.
void mix_weights(mesh::Mesh& mesh, std::uint32_t a, std::uint32_t b, float t) {
    std::map<std::uint8_t, float> sums;
    for (int k = 0; k < 4; ++k) {
        sums[mesh.joints[a][static_cast<std::size_t>(k)]] += mesh.weights[a][k] * (1.0f - t);
        sums[mesh.joints[b][static_cast<std::size_t>(k)]] += mesh.weights[b][k] * t;
    }
    std::vector<std::pair<std::uint8_t, float>> order(sums.begin(), sums.end());
    std::stable_sort(order.begin(), order.end(), [](const auto& x, const auto& y) { return x.second > y.second; });
    order.resize(4, {0, 0.0f});
    std::array<std::uint8_t, 4> joints{};
    glm::vec4 weights(0.0f);
    for (int k = 0; k < 4; ++k) {
        joints[static_cast<std::size_t>(k)] = order[static_cast<std::size_t>(k)].first;
        weights[k] = order[static_cast<std::size_t>(k)].second;
    }
    mesh.joints.push_back(joints);
    mesh.weights.push_back(weights / (weights.x + weights.y + weights.z + weights.w));
}

/// The angle goes the short way round.
void mix_fibre(mesh::Mesh& mesh, std::uint32_t a, std::uint32_t b, float t) {
    if (mesh.fibre.empty()) return;
    const glm::vec2 from = mesh.fibre[a];
    glm::vec2 step = mesh.fibre[b] - from;
    step.y -= std::round(step.y);
    const glm::vec2 mixed = from + step * t;
    mesh.fibre.emplace_back(mixed.x, mixed.y - std::floor(mixed.y));
}

/// Appends the vertex at t on the way from a to b; its index.
std::uint32_t add_between(mesh::Mesh& mesh, std::uint32_t a, std::uint32_t b, float t) {
    const auto mix = [&](auto& attribute) {
        if (!attribute.empty()) attribute.push_back(attribute[a] * (1.0f - t) + attribute[b] * t);
    };
    mix(mesh.positions);
    mix(mesh.normals);
    mix(mesh.colours);
    mix(mesh.tissue);
    mix_fibre(mesh, a, b, t);
    if (glm::length(mesh.normals.back()) > 1e-6f) mesh.normals.back() = glm::normalize(mesh.normals.back());
    if (!mesh.joints.empty()) mix_weights(mesh, a, b, t);
    return static_cast<std::uint32_t>(mesh.positions.size() - 1);
}

/// Copies vertex v of `from`; its new index.
std::uint32_t copy_vertex(const mesh::Mesh& from, std::uint32_t v, mesh::Mesh& to) {
    to.positions.push_back(from.positions[v]);
    to.normals.push_back(from.normals[v]);
    const auto copy = [v](const auto& source, auto& target) {
        if (!source.empty()) target.push_back(source[v]);
    };
    copy(from.fibre, to.fibre);
    copy(from.tissue, to.tissue);
    copy(from.colours, to.colours);
    copy(from.joints, to.joints);
    copy(from.weights, to.weights);
    return static_cast<std::uint32_t>(to.positions.size() - 1);
}

/// The triangles that the area may reach.
Piece near_area(const mesh::Mesh& on, const Area& area) {
    std::vector<float> distance;
    for (std::size_t v = 0; v < on.positions.size(); ++v)
        distance.push_back(area(on.positions[v] * k_mm, on.normals[v]));
    Piece piece;
    std::vector<std::uint32_t> taken(on.positions.size(), k_none);
    for (std::size_t i = 0; i + 2 < on.indices.size(); i += 3) {
        float nearest = 1e9f, longest = 0.0f;
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t a = on.indices[i + k], b = on.indices[i + (k + 1) % 3];
            nearest = std::min(nearest, distance[a]);
            longest = std::max(longest, k_mm * glm::distance(on.positions[a], on.positions[b]));
        }
        if (nearest > longest) continue;
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t v = on.indices[i + k];
            if (taken[v] == k_none) {
                taken[v] = copy_vertex(on, v, piece.mesh);
                piece.area.push_back(distance[v]);
            }
            piece.mesh.indices.push_back(taken[v]);
        }
    }
    return piece;
}

/// Splits a triangle at the middles of those of its edges (0 to 1, 1 to 2, 2 to 0) that have one.
void split_triangle(std::array<std::uint32_t, 3> corner, std::array<std::uint32_t, 3> middle,
                    std::vector<std::uint32_t>& out) {
    const auto add = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) { out.insert(out.end(), {a, b, c}); };
    const auto count = std::count_if(middle.begin(), middle.end(), [](std::uint32_t m) { return m != k_none; });
    // turned so that the one split edge, or the one whole edge of two, is the first
    const bool first_is_split = count == 1;
    while (count != 0 && count != 3 && (middle[0] != k_none) != first_is_split) {
        std::rotate(corner.begin(), corner.begin() + 1, corner.end());
        std::rotate(middle.begin(), middle.begin() + 1, middle.end());
    }
    switch (count) {
    case 0: add(corner[0], corner[1], corner[2]); break;
    case 1:
        add(corner[0], middle[0], corner[2]);
        add(middle[0], corner[1], corner[2]);
        break;
    case 2:
        add(corner[0], corner[1], middle[1]);
        add(corner[0], middle[1], middle[2]);
        add(middle[1], corner[2], middle[2]);
        break;
    default:
        add(corner[0], middle[0], middle[2]);
        add(middle[0], corner[1], middle[1]);
        add(middle[2], middle[1], corner[2]);
        add(middle[0], middle[1], middle[2]);
    }
}

/// Halves edges longer than `edge` that the edge of the area may cross, until there are none.
void refine(Piece& piece, const Area& area, float edge) {
    constexpr int k_rounds = 5;
    for (int round = 0; round < k_rounds; ++round) {
        std::map<Edge, std::uint32_t> middles;
        std::vector<std::uint32_t> finer;
        const auto middle = [&](std::uint32_t a, std::uint32_t b) {
            const Edge e = edge_of(a, b);
            const float length = piece.length(e);
            if (length <= edge || std::min(std::abs(piece.area[a]), std::abs(piece.area[b])) > length) return k_none;
            const auto [found, fresh] = middles.emplace(e, k_none);
            if (fresh) {
                found->second = add_between(piece.mesh, e.first, e.second, 0.5f);
                piece.area.push_back(area(piece.mesh.positions.back() * k_mm, piece.mesh.normals.back()));
            }
            return found->second;
        };
        const std::vector<std::uint32_t> coarse = std::move(piece.mesh.indices);
        for (std::size_t i = 0; i + 2 < coarse.size(); i += 3) {
            const std::uint32_t a = coarse[i], b = coarse[i + 1], c = coarse[i + 2];
            split_triangle({a, b, c}, {middle(a, b), middle(b, c), middle(c, a)}, finer);
        }
        piece.mesh.indices = std::move(finer);
        if (middles.empty()) break;
    }
}

/// Keeps what lies inside; cuts the triangles on the edge of the area.
void clip(Piece& piece) {
    std::map<Edge, std::uint32_t> cuts;
    const auto inside = [&](std::uint32_t v) { return piece.area[v] < 0.0f; };
    const auto cut = [&](std::uint32_t a, std::uint32_t b) {
        const Edge e = edge_of(a, b);
        const auto [found, fresh] = cuts.emplace(e, k_none);
        if (fresh) {
            const float from = piece.area[e.first], to = piece.area[e.second];
            // not too near a corner: no triangle without area
            found->second = add_between(piece.mesh, e.first, e.second, std::clamp(from / (from - to), 0.03f, 0.97f));
        }
        return found->second;
    };
    std::vector<std::uint32_t> kept;
    const auto add = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) { kept.insert(kept.end(), {a, b, c}); };
    for (std::size_t i = 0; i + 2 < piece.mesh.indices.size(); i += 3) {
        std::array<std::uint32_t, 3> v = {piece.mesh.indices[i], piece.mesh.indices[i + 1], piece.mesh.indices[i + 2]};
        const auto count = std::count_if(v.begin(), v.end(), inside);
        if (count == 0) continue;
        if (count == 3) {
            add(v[0], v[1], v[2]);
            continue;
        }
        // turned so that the corner that is alone on its side comes first
        while (inside(v[0]) != (count == 1)) std::rotate(v.begin(), v.begin() + 1, v.end());
        const std::uint32_t after = cut(v[0], v[1]), before = cut(v[2], v[0]);
        if (count == 1) {
            add(v[0], after, before);
        } else {
            add(after, v[1], v[2]);
            add(after, v[2], before);
        }
    }
    piece.mesh.indices = std::move(kept);
}

/// Outer side, inner side and the rim that joins them.
mesh::Mesh closed(const mesh::Mesh& face, float above, float below) {
    mesh::Mesh shell;
    std::vector<std::uint32_t> outer(face.positions.size(), k_none);
    std::map<Edge, int> runs; // directed edges of the outer side
    for (std::size_t i = 0; i + 2 < face.indices.size(); i += 3)
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t v = face.indices[i + k];
            if (outer[v] == k_none) outer[v] = copy_vertex(face, v, shell);
            ++runs[{v, face.indices[i + (k + 1) % 3]}];
        }
    const auto count = static_cast<std::uint32_t>(shell.positions.size());
    for (std::uint32_t v = 0; v < count; ++v) {
        copy_vertex(shell, v, shell);
        const glm::vec3 normal = shell.normals[v];
        shell.positions[v] += normal * (above / k_mm);
        shell.positions[v + count] -= normal * (below / k_mm);
        shell.normals[v + count] = -normal;
    }
    const auto add = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
        shell.indices.insert(shell.indices.end(), {a, b, c});
    };
    for (std::size_t i = 0; i + 2 < face.indices.size(); i += 3) {
        const std::uint32_t a = outer[face.indices[i]], b = outer[face.indices[i + 1]], c = outer[face.indices[i + 2]];
        add(a, b, c);
        add(c + count, b + count, a + count);
    }
    for (const auto& [edge, times] : runs) {
        if (runs.contains({edge.second, edge.first})) continue;
        const std::uint32_t a = outer[edge.first], b = outer[edge.second];
        add(b, a, a + count);
        add(b, a + count, b + count);
    }
    return shell;
}

} // namespace

Area left_by(std::vector<Step> steps) {
    return [steps = std::move(steps)](const glm::vec3& place, const glm::vec3&) {
        float d = -1e6f;
        for (const Step& step : steps)
            if (step.op != Op::add) d = std::max(d, step.solid->distance(place) * (step.op == Op::cut ? -1.0f : 1.0f));
        return d;
    };
}

mesh::Mesh sheet(const mesh::Mesh& on, const Area& area, const SheetOptions& options) {
    APP_ASSERT(on.normals.size() == on.positions.size());
    Piece piece = near_area(on, area);
    refine(piece, area, options.edge);
    clip(piece);
    mesh::Mesh shell = closed(piece.mesh, options.above, options.below);
    shell.id = on.id;
    return shell;
}

} // namespace sculpt
