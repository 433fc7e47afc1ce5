#include "sculpt/paint.h"

#include <algorithm>
#include <glm/geometric.hpp>

namespace sculpt {
namespace {

constexpr float k_mm = 1000.0f;

/// How much of p (mm) the paint covers: 0..1, half at the border of a soft one.
float cover(const Paint& paint, const glm::vec3& p) {
    const float outside =
        -paint.reach + (paint.inside ? paint.inside->distance(p) : -glm::dot(p - paint.from, paint.toward));
    if (paint.soft <= 0.0f) return outside < 0.0f ? paint.share : 0.0f;
    return paint.share * std::clamp(0.5f - outside / paint.soft, 0.0f, 1.0f);
}

/// Area-weighted normals of the triangles, for where the field has no slope.
std::vector<glm::vec3> face_normals(const mesh::Mesh& mesh) {
    std::vector<glm::vec3> sums(mesh.positions.size(), glm::vec3(0.0f));
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3& a = mesh.positions[mesh.indices[i]];
        const glm::vec3 n =
            glm::cross(mesh.positions[mesh.indices[i + 1]] - a, mesh.positions[mesh.indices[i + 2]] - a);
        for (std::size_t k = 0; k < 3; ++k) sums[mesh.indices[i + k]] += n;
    }
    for (glm::vec3& n : sums) n = glm::length(n) > 1e-20f ? glm::normalize(n) : glm::vec3(0.0f, 1.0f, 0.0f);
    return sums;
}

} // namespace

glm::vec3 colour_at(const Shape& shape, const glm::vec3& p) {
    glm::vec3 colour = shape.colour;
    for (const Paint& paint : shape.paint) colour += (paint.colour - colour) * cover(paint, p);
    return colour;
}

void paint_normals(mesh::Mesh& mesh, const Field& field, float step) {
    mesh.normals = face_normals(mesh);
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
        const glm::vec3 p = mesh.positions[v] * k_mm;
        glm::vec3 slope;
        for (int i = 0; i < 3; ++i) {
            glm::vec3 offset(0.0f);
            offset[i] = step;
            slope[i] = field(p + offset) - field(p - offset);
        }
        const float length = glm::length(slope);
        // at a crease the two sides may cancel: the triangles then know better
        if (length > 0.2f * step && glm::dot(slope, mesh.normals[v]) > 0.3f * length) mesh.normals[v] = slope / length;
    }
}

void paint_fibres(mesh::Mesh& mesh, const Shape& shape) {
    mesh.fibre.clear();
    mesh.tissue.clear();
    const Fascicles fascicles(shape.program, shape.fascicles);
    for (const glm::vec3& p : mesh.positions) {
        const FibrePoint fibre = fascicles.at(p * k_mm);
        mesh.fibre.emplace_back(fibre.s, fibre.line);
        mesh.tissue.emplace_back(fibre.tendon, 0.0f);
    }
}

void paint_colours(mesh::Mesh& mesh, const Shape& shape, const glm::vec3& tendon_colour, const Field& around) {
    mesh.colours.clear();
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
        const glm::vec3 p = mesh.positions[v] * k_mm;
        float missing = 0.0f, weight = 0.0f;
        for (const float reach : {3.0f, 7.0f, 14.0f, 25.0f}) {
            const float open = std::clamp(around(p + mesh.normals[v] * reach) / reach, -0.5f, 1.0f);
            missing += (1.0f - open) / reach;
            weight += 1.0f / reach;
        }
        const float light = 1.0f - 0.45f * std::clamp(missing / weight, 0.0f, 1.0f);
        const float tendon = mesh.tissue.empty() ? 0.0f : mesh.tissue[v].x;
        const glm::vec3 colour = colour_at(shape, p);
        mesh.colours.emplace_back((colour + (tendon_colour - colour) * tendon) * light, 1.0f);
    }
}

void sharpen(mesh::Mesh& mesh) {
    constexpr float k_least_agreement = 0.82f;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3 across = mesh::twice_vector_area(mesh.positions, mesh.indices, i);
        if (glm::length(across) < 1e-14f) continue;
        const glm::vec3 flat = glm::normalize(across);
        for (std::size_t k = i; k < i + 3; ++k) {
            const std::uint32_t v = mesh.indices[k];
            if (glm::dot(mesh.normals[v], flat) > k_least_agreement) continue;
            mesh.indices[k] = static_cast<std::uint32_t>(mesh.positions.size());
            mesh.positions.push_back(glm::vec3(mesh.positions[v]));
            mesh.normals.push_back(flat);
            mesh.colours.push_back(glm::vec4(mesh.colours[v]));
        }
    }
}

mesh::Mesh mirrored(mesh::Mesh mesh) {
    for (glm::vec3& p : mesh.positions) p.x = -p.x;
    for (glm::vec3& n : mesh.normals) n.x = -n.x;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) std::swap(mesh.indices[i + 1], mesh.indices[i + 2]);
    return mesh;
}

} // namespace sculpt
