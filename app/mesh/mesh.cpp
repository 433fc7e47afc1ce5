#include "mesh/mesh.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <utility>

namespace mesh {
namespace {

bool less(const glm::vec3& a, const glm::vec3& b) {
    if (a.x != b.x) return a.x < b.x;
    if (a.y != b.y) return a.y < b.y;
    return a.z < b.z;
}

/// For each vertex the lowest-numbered vertex at the same position: texture seams do not open a surface.
std::vector<std::uint32_t> merged(const std::vector<glm::vec3>& positions) {
    std::vector<std::uint32_t> order(positions.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return less(positions[a], positions[b]); });
    std::vector<std::uint32_t> first(positions.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const bool same = i > 0 && positions[order[i]] == positions[order[i - 1]];
        first[order[i]] = same ? first[order[i - 1]] : order[i];
    }
    return first;
}

using Edge = std::pair<std::uint32_t, std::uint32_t>;

void check_surface(const Mesh& mesh, std::vector<std::string>& found) {
    const std::vector<std::uint32_t> first = merged(mesh.positions);
    std::vector<Edge> edges;
    edges.reserve(mesh.indices.size());
    std::size_t collapsed = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const std::array<std::uint32_t, 3> corner = {first[mesh.indices[i]], first[mesh.indices[i + 1]],
                                                     first[mesh.indices[i + 2]]};
        if (corner[0] == corner[1] || corner[1] == corner[2] || corner[2] == corner[0]) {
            ++collapsed;
            continue;
        }
        for (std::size_t k = 0; k < 3; ++k) edges.emplace_back(corner[k], corner[(k + 1) % 3]);
    }
    std::sort(edges.begin(), edges.end());
    std::size_t doubled = 0, open = 0;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (i > 0 && edges[i] == edges[i - 1]) ++doubled;
        if (!std::binary_search(edges.begin(), edges.end(), Edge(edges[i].second, edges[i].first))) ++open;
    }
    if (collapsed > 0) found.push_back("It has " + std::to_string(collapsed) + " triangles without area.");
    if (open > 0) found.push_back("It is not closed: " + std::to_string(open) + " edges have no neighbour.");
    if (doubled > 0)
        found.push_back("It is not an oriented manifold: " + std::to_string(doubled) +
                        " edges run the same way in two triangles.");
}

template <class T>
void check_size(const std::vector<T>& attribute, const char* name, std::size_t vertices,
                std::vector<std::string>& found) {
    if (!attribute.empty() && attribute.size() != vertices)
        found.push_back(std::string("It has ") + std::to_string(attribute.size()) + " entries of " + name + " for " +
                        std::to_string(vertices) + " vertices.");
}

void check_morphs(const Mesh& mesh, std::vector<std::string>& found) {
    const MorphTarget* before = nullptr;
    for (const MorphTarget& morph : mesh.morphs) {
        const bool first = !before || before->bend < morph.bend;
        if (morph.degrees == 0.0f || !std::isfinite(morph.degrees) ||
            (!first && (before->bend != morph.bend || !(before->degrees < morph.degrees))))
            found.push_back("Its correction shapes do not follow each other by joint and angle.");
        before = &morph;
        const auto beyond = [&](std::uint32_t v) { return v >= mesh.positions.size(); };
        if (morph.offsets.size() != morph.vertices.size() || std::ranges::any_of(morph.vertices, beyond))
            found.push_back("A correction shape does not fit its vertices.");
    }
}

void check_attributes(const Mesh& mesh, std::vector<std::string>& found) {
    const std::size_t n = mesh.positions.size();
    check_size(mesh.normals, "NORMAL", n, found);
    check_size(mesh.fibre, "TEXCOORD_0", n, found);
    check_size(mesh.tissue, "TEXCOORD_1", n, found);
    check_size(mesh.colours, "COLOR_0", n, found);
    check_size(mesh.joints, "JOINTS_0", n, found);
    check_size(mesh.weights, "WEIGHTS_0", n, found);
    if (mesh.joints.empty() != mesh.weights.empty()) found.push_back("It has only one of JOINTS_0 and WEIGHTS_0.");
    const auto not_one = [](const glm::vec4& w) { return !(std::abs(w.x + w.y + w.z + w.w - 1.0f) <= 1e-3f); };
    if (std::any_of(mesh.weights.begin(), mesh.weights.end(), not_one))
        found.push_back("Some weights do not sum to 1.");
    check_morphs(mesh, found);
    const auto outside = [](const glm::vec2& f) { return !(f.x >= 0.0f && f.x <= 1.0f); };
    if (std::any_of(mesh.fibre.begin(), mesh.fibre.end(), outside))
        found.push_back("Some fibre coordinates s lie outside 0..1.");
}

} // namespace

std::optional<int> Model::find(std::string_view id) const {
    for (std::size_t i = 0; i < meshes.size(); ++i)
        if (meshes[i].id == id) return static_cast<int>(i);
    return std::nullopt;
}

void Bounds::add(const glm::vec3& p) {
    low = glm::min(low, p);
    high = glm::max(high, p);
}

void Bounds::add(const Bounds& other) {
    low = glm::min(low, other.low);
    high = glm::max(high, other.high);
}

float Bounds::radius() const { return empty() ? 0.0f : 0.5f * glm::length(high - low); }

Bounds bounds(std::span<const glm::vec3> points) {
    Bounds box;
    for (const glm::vec3& p : points) box.add(p);
    return box;
}

Bounds bounds(const Mesh& mesh) { return bounds(std::span(mesh.positions)); }

Bounds bounds(const Model& model) {
    Bounds box;
    for (const Mesh& m : model.meshes) box.add(bounds(m));
    return box;
}

Bounds transformed(const Bounds& bounds, const glm::mat4& transform) {
    Bounds result;
    for (int i = 0; i < 8; ++i) result.add(glm::vec3(transform * glm::vec4(bounds.corner(i), 1.0f)));
    return result;
}

glm::vec3 twice_vector_area(std::span<const glm::vec3> positions, std::span<const std::uint32_t> indices,
                            std::size_t i) {
    const glm::vec3& a = positions[indices[i]];
    return glm::cross(positions[indices[i + 1]] - a, positions[indices[i + 2]] - a);
}

double volume(const Mesh& mesh) {
    double six_volumes = 0.0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::dvec3 a(mesh.positions[mesh.indices[i]]);
        const glm::dvec3 b(mesh.positions[mesh.indices[i + 1]]);
        const glm::dvec3 c(mesh.positions[mesh.indices[i + 2]]);
        six_volumes += glm::dot(a, glm::cross(b, c));
    }
    return six_volumes / 6.0;
}

bool finite(const Mesh& mesh) {
    const auto whole = [](const glm::vec3& v) {
        return std::isfinite(v.x) && std::isfinite(v.y) && std::isfinite(v.z);
    };
    const auto whole_morph = [&](const MorphTarget& morph) { return std::ranges::all_of(morph.offsets, whole); };
    return std::ranges::all_of(mesh.morphs, whole_morph) &&
           std::all_of(mesh.positions.begin(), mesh.positions.end(), whole) &&
           std::all_of(mesh.normals.begin(), mesh.normals.end(), whole);
}

std::vector<std::string> defects(const Mesh& mesh) {
    std::vector<std::string> found;
    if (mesh.positions.empty() || mesh.indices.empty()) {
        found.push_back("It has no triangles.");
        return found;
    }
    check_attributes(mesh, found);
    if (!finite(mesh)) {
        found.push_back("Some positions or normals are not finite numbers.");
        return found;
    }
    const auto too_high = [&](std::uint32_t i) { return i >= mesh.positions.size(); };
    if (mesh.indices.size() % 3 != 0 || std::any_of(mesh.indices.begin(), mesh.indices.end(), too_high)) {
        found.push_back("Its indices are not whole triangles of its own vertices.");
        return found;
    }
    check_surface(mesh, found);
    return found;
}

} // namespace mesh
