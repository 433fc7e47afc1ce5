#include "mesh/ray.h"

#include <cmath>
#include <glm/geometric.hpp>

namespace mesh {

// Moeller & Trumbore 1997, "Fast, minimum storage ray/triangle intersection".
std::optional<Hit> hit_triangle(const Ray& ray, const glm::vec3& a, const glm::vec3& b, const glm::vec3& c) {
    const glm::vec3 ab = b - a, ac = c - a;
    const glm::vec3 p = glm::cross(ray.direction, ac);
    const float determinant = glm::dot(ab, p);
    if (determinant == 0.0f) return std::nullopt;
    const float inverse = 1.0f / determinant;
    const glm::vec3 from_a = ray.origin - a;
    const float u = glm::dot(from_a, p) * inverse;
    if (!(u >= 0.0f && u <= 1.0f)) return std::nullopt;
    const glm::vec3 q = glm::cross(from_a, ab);
    const float v = glm::dot(ray.direction, q) * inverse;
    if (!(v >= 0.0f && u + v <= 1.0f)) return std::nullopt;
    const float distance = glm::dot(ac, q) * inverse;
    if (!(distance >= 0.0f) || !std::isfinite(distance)) return std::nullopt;
    return Hit{distance, {1.0f - u - v, u, v}};
}

} // namespace mesh
