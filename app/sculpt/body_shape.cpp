#include "sculpt/body_shape.h"

#include "base/smooth.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_inverse.hpp>

namespace sculpt {
namespace {

using anatomy::Kind;

constexpr double k_step = 1e-4;                          // of the central difference, metres
constexpr double k_depth_unit = 0.1;                     // of TEXCOORD_1.y, metres
constexpr double k_couch_from = 0.30, k_couch_to = 1.30; // between these heights the couch is pushed together
constexpr double k_face = 1.62;                          // height of the face hole

/// Moves every vertex with `map` and turns the normals by the inverse transpose of its derivative.
template <class Map>
void carry_mesh(mesh::Mesh& mesh, const Map& map) {
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
        const glm::dvec3 p(mesh.positions[v]);
        mesh.positions[v] = glm::vec3(map(p));
        glm::dmat3 derivative(1.0);
        bool still = true; // where nothing moves nothing turns, to the last bit
        for (int axis = 0; axis < 3; ++axis) {
            glm::dvec3 before = p, after = p;
            before[axis] -= k_step;
            after[axis] += k_step;
            const glm::dvec3 from = map(before), to = map(after);
            still = still && from == before && to == after;
            derivative[axis] = (to - from) / (2.0 * k_step);
        }
        if (still || mesh.normals.empty()) continue;
        mesh.normals[v] = glm::vec3(glm::normalize(glm::inverseTranspose(derivative) * glm::dvec3(mesh.normals[v])));
    }
}

Kind kind_of(const anatomy::Atlas& atlas, const mesh::Mesh& mesh) {
    const auto structure = atlas.find_structure(mesh.id);
    return structure ? atlas.structures[static_cast<std::size_t>(*structure)].kind : Kind::hand;
}

bool under_skin(Kind kind) { return kind < Kind::zone; }

} // namespace

BodyShape::BodyShape(const mesh::Model& drawn, const anatomy::Atlas& atlas, const anatomy::Physique& physique)
    : atlas_(atlas), proportion_(atlas.drawn, physique.measures) {
    std::vector<mesh::Mesh> inside;
    const mesh::Mesh* skin = nullptr;
    for (const mesh::Mesh& mesh : drawn.meshes) {
        const Kind kind = kind_of(atlas, mesh);
        if (kind == Kind::skin) skin = &mesh;
        if (under_skin(kind)) inside.push_back(mesh);
    }
    if (!skin) return;
    mesh::Mesh cover = *skin;
    const auto proportioned = [&](mesh::Mesh& mesh) {
        for (glm::vec3& p : mesh.positions) p = glm::vec3(proportion_.carry(glm::dvec3(p)));
    };
    proportioned(cover);
    std::ranges::for_each(inside, proportioned);
    std::vector<anatomy::GirthStation> stations = atlas.drawn.stations;
    for (anatomy::GirthStation& station : stations) station.height = proportion_.height(station.height);
    fat_.emplace(cover, inside, stations, physique);
}

void BodyShape::put_on(mesh::Mesh& mesh) const {
    const Kind kind = kind_of(atlas_, mesh);
    if (kind == Kind::hand) return;
    if (kind == Kind::room) {
        const double pushed = proportion_.height(k_face) - k_face;
        carry_mesh(mesh, [&](const glm::dvec3& p) {
            return glm::dvec3(p.x, p.y + pushed * base::smoothstep(k_couch_from, k_couch_to, p.y), p.z);
        });
        return;
    }
    if (fat_)
        for (std::size_t v = 0; v < mesh.tissue.size(); ++v) {
            const double more = fat_->added(proportion_.carry(glm::dvec3(mesh.positions[v]))) / k_depth_unit;
            mesh.tissue[v].y = static_cast<float>(base::saturate(static_cast<double>(mesh.tissue[v].y) + more));
        }
    const bool with_fat = fat_ && !under_skin(kind); // which leaves what is under the skin where it is
    carry_mesh(mesh, [&](const glm::dvec3& p) {
        const glm::dvec3 there = proportion_.carry(p);
        return with_fat ? fat_->carry(there) : there;
    });
}

mesh::Model BodyShape::put_on(mesh::Model drawn) const {
    for (mesh::Mesh& mesh : drawn.meshes) put_on(mesh);
    return drawn;
}

} // namespace sculpt
