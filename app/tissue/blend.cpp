#include "tissue/flesh.h"

#include "base/assert.h"
#include "mesh/morph.h"
#include "mesh/relief.h"

#include <array>
#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>
#include <glm/mat3x3.hpp>

namespace tissue {
namespace {

/// A rigid transform as a dual quaternion: rotation and half of translation times rotation.
struct DualQuaternion {
    glm::quat real{1.0f, 0.0f, 0.0f, 0.0f}, dual{0.0f, 0.0f, 0.0f, 0.0f};
};

DualQuaternion dual_quaternion(const base::Rigid& rigid) {
    const glm::quat turn(rigid.rotation);
    const glm::vec3 shift(rigid.translation);
    return {turn, glm::quat(0.0f, shift.x, shift.y, shift.z) * turn * 0.5f};
}

/// A stranger's model may count bones of its own: what is no body of ours rests with the pelvis.
std::size_t known(std::uint8_t joint) { return joint < anatomy::k_body_count ? joint : 0; }

/// Kavan et al. 2007, "Skinning with dual quaternions": weighted sum on one hemisphere, then made unit.
DualQuaternion blended(const std::array<DualQuaternion, anatomy::k_body_count>& bodies,
                       const std::array<std::uint8_t, 4>& joints, const glm::vec4& weights) {
    DualQuaternion sum{{0.0f, 0.0f, 0.0f, 0.0f}, {0.0f, 0.0f, 0.0f, 0.0f}};
    const glm::quat& first = bodies[known(joints[0])].real;
    for (int k = 0; k < 4; ++k) {
        if (weights[k] == 0.0f) continue;
        const DualQuaternion& body = bodies[known(joints[static_cast<std::size_t>(k)])];
        const float weight = glm::dot(first, body.real) < 0.0f ? -weights[k] : weights[k];
        sum.real += body.real * weight;
        sum.dual += body.dual * weight;
    }
    const float size = glm::length(sum.real);
    return {sum.real / size, sum.dual / size};
}

} // namespace

motion::Coordinate coordinate_of(mesh::Bend bend) {
    switch (bend) {
    case mesh::Bend::knee: return motion::Coordinate::knee_flexion;
    case mesh::Bend::ankle: return motion::Coordinate::ankle_dorsiflexion;
    case mesh::Bend::hip_rotation: return motion::Coordinate::hip_rotation;
    case mesh::Bend::tibial_rotation: break;
    }
    return motion::Coordinate::tibial_rotation;
}

mesh::Bends bends(const motion::Pose& pose) {
    mesh::Bends degrees{};
    for (std::size_t b = 0; b < degrees.size(); ++b)
        degrees[b] = motion::angle_of(pose, coordinate_of(static_cast<mesh::Bend>(b))).degrees();
    return degrees;
}

void deform_blend(const mesh::Mesh& mesh, const motion::BoneFrames& from_rest, const mesh::Bends& bends,
                  Deformed& out) {
    APP_ASSERT(mesh.normals.size() == mesh.positions.size());
    out.positions = mesh.positions;
    out.normals = mesh.normals;
    if (mesh.joints.empty()) return; // a stranger's model without weights stays as it is
    APP_ASSERT(mesh.joints.size() == mesh.positions.size() && mesh.weights.size() == mesh.positions.size());
    mesh::add_morphs(mesh.morphs, bends, out.positions);
    if (!mesh.relief.empty()) out.normals = mesh.relief;
    std::array<DualQuaternion, anatomy::k_body_count> bodies;
    std::array<glm::mat3, anatomy::k_body_count> turns;
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        bodies[i] = dual_quaternion(from_rest.body[i]);
        turns[i] = glm::mat3_cast(bodies[i].real);
    }
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        if (mesh.weights[i].x == 1.0f) { // most vertices ride on one body alone
            const std::size_t body = known(mesh.joints[i][0]);
            out.positions[i] = turns[body] * out.positions[i] + glm::vec3(from_rest.body[body].translation);
            out.normals[i] = turns[body] * out.normals[i];
            continue;
        }
        const DualQuaternion body = blended(bodies, mesh.joints[i], mesh.weights[i]);
        const glm::quat shift = body.dual * glm::conjugate(body.real) * 2.0f;
        const glm::mat3 turn = glm::mat3_cast(body.real);
        out.positions[i] = turn * out.positions[i] + glm::vec3(shift.x, shift.y, shift.z);
        out.normals[i] = turn * out.normals[i];
    }
    if (!mesh.relief.empty()) mesh::add_relief(out.positions, mesh.indices, out.normals, out.area);
}

} // namespace tissue
