#pragma once
// Ray against triangles: where a hand meets the skin.

#include "mesh/mesh.h"

#include <optional>
#include <span>

namespace mesh {

struct Ray {
    glm::vec3 origin{0.0f};
    glm::vec3 direction{0.0f, 0.0f, 1.0f}; ///< need not be unit; distances are in its lengths
};

struct Hit {
    float distance = 0.0f;
    glm::vec3 barycentric{0.0f}; ///< weights of the triangle's corners, sum 1
};

/// Where the ray meets one triangle at a distance >= 0, from either side.
std::optional<Hit> hit_triangle(const Ray& ray, const glm::vec3& a, const glm::vec3& b, const glm::vec3& c);

} // namespace mesh
