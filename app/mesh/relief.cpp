#include "mesh/relief.h"

#include "base/assert.h"

#include <glm/geometric.hpp>

namespace mesh {

namespace {

glm::vec3 unit_or_none(const glm::vec3& v) {
    const float size = glm::length(v);
    return size > 0.0f ? v / size : glm::vec3(0.0f);
}

void sum_areas(std::span<const glm::vec3> positions, std::span<const std::uint32_t> indices,
               std::vector<glm::vec3>& sums) {
    sums.assign(positions.size(), glm::vec3(0.0f));
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
        const glm::vec3& a = positions[indices[i]];
        const glm::vec3 twice_area = glm::cross(positions[indices[i + 1]] - a, positions[indices[i + 2]] - a);
        for (std::size_t k = 0; k < 3; ++k) sums[indices[i + k]] += twice_area;
    }
}

} // namespace

std::vector<glm::vec3> area_normals(std::span<const glm::vec3> positions, std::span<const std::uint32_t> indices) {
    std::vector<glm::vec3> normals;
    sum_areas(positions, indices, normals);
    for (glm::vec3& normal : normals) normal = unit_or_none(normal);
    return normals;
}

void find_relief(Mesh& mesh) {
    mesh.relief.clear();
    if (mesh.normals.empty()) return;
    mesh.relief = area_normals(mesh.positions, mesh.indices);
    for (std::size_t v = 0; v < mesh.relief.size(); ++v) mesh.relief[v] = mesh.normals[v] - mesh.relief[v];
}

void add_relief(std::span<const glm::vec3> positions, std::span<const std::uint32_t> indices,
                std::span<glm::vec3> normals, std::vector<glm::vec3>& area) {
    APP_ASSERT(normals.size() == positions.size());
    sum_areas(positions, indices, area);
    for (std::size_t v = 0; v < normals.size(); ++v) {
        const glm::vec3 smooth = unit_or_none(area[v]), normal = unit_or_none(smooth + normals[v]);
        normals[v] = normal == glm::vec3(0.0f) ? smooth : normal;
    }
}

} // namespace mesh
