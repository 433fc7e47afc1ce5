#include "tissue/volume.h"

#include "base/assert.h"
#include "motion/pose.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tissue {
namespace {

constexpr double k_close_enough = 0.0005; // of the volume
constexpr int k_rounds = 3;               // two bring a muscle that lost a tenth back to within a thousandth
// Cosines between a vertex's normal and the way out of the limb.
constexpr float k_gives_from = -0.2f, k_gives_all = 0.5f;

/// Hip, knee and ankle in the standing model; the line goes on upwards from the hip.
using Axis = std::array<glm::vec3, 4>;

Axis limb_axis(const anatomy::Atlas& atlas) {
    const motion::BoneFrames rest = motion::frames(atlas, {});
    const base::Rigid &femur = rest[anatomy::Body::femur], &tibia = rest[anatomy::Body::tibia];
    const glm::vec3 hip(femur.translation), up(0.0f, 1.0f, 0.0f);
    return {hip + up, hip, glm::vec3(femur.point(atlas.joints.knee_parent.translation)),
            glm::vec3(tibia.point(atlas.joints.ankle_parent.translation))};
}

/// Unit, from the nearest point of the axis.
glm::vec3 outward(const Axis& axis, const glm::vec3& p) {
    glm::vec3 shortest(1e30f);
    for (std::size_t i = 0; i + 1 < axis.size(); ++i) {
        const glm::vec3 along = axis[i + 1] - axis[i];
        const float t = std::clamp(glm::dot(p - axis[i], along) / glm::dot(along, along), 0.0f, 1.0f);
        const glm::vec3 off = p - (axis[i] + along * t);
        if (glm::dot(off, off) < glm::dot(shortest, shortest)) shortest = off;
    }
    const float length = glm::length(shortest);
    return length > 0.0f ? shortest / length : glm::vec3(0.0f);
}

/// Volume by the divergence theorem, and how it grows for each metre of the move.
struct Growth {
    double volume = 0.0, per_metre = 0.0;
};

Growth growth(const mesh::Mesh& mesh, const Belly& belly, const Deformed& now) {
    const glm::vec3 origin = now.positions.front(); // floats are exact enough about a point of the muscle's own
    const auto move = [&](std::uint32_t v) { return now.normals[v] * belly.give[v]; };
    double six_volumes = 0.0, six_per_metre = 0.0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const std::uint32_t ia = mesh.indices[i], ib = mesh.indices[i + 1], ic = mesh.indices[i + 2];
        const glm::vec3 a = now.positions[ia] - origin, b = now.positions[ib] - origin, c = now.positions[ic] - origin;
        const glm::vec3 twice_area = glm::cross(b - a, c - a);
        six_volumes += static_cast<double>(glm::dot(a, twice_area));
        six_per_metre += static_cast<double>(glm::dot(twice_area, move(ia) + move(ib) + move(ic)));
    }
    return {six_volumes / 6.0, six_per_metre / 6.0};
}

} // namespace

Belly belly(const anatomy::Atlas& atlas, const mesh::Mesh& mesh) {
    const Axis axis = limb_axis(atlas);
    Belly belly{mesh::volume(mesh), {}};
    belly.give.reserve(mesh.positions.size());
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
        const float looks = glm::dot(mesh.normals[v], outward(axis, mesh.positions[v]));
        const float muscle = mesh.tissue.empty() ? 1.0f : 1.0f - mesh.tissue[v].x;
        belly.give.push_back(muscle * glm::smoothstep(k_gives_from, k_gives_all, looks));
    }
    return belly;
}

void keep_volume(const mesh::Mesh& mesh, const Belly& belly, Deformed& inout) {
    APP_ASSERT(inout.normals.size() == belly.give.size() && inout.positions.size() == belly.give.size());
    if (belly.volume <= 0.0) return;
    for (int round = 0; round < k_rounds; ++round) {
        const Growth now = growth(mesh, belly, inout);
        const double missing = belly.volume - now.volume;
        if (std::abs(missing) <= k_close_enough * belly.volume || now.per_metre <= 0.0) return;
        const float by = static_cast<float>(missing / now.per_metre); // Newton's step
        for (std::size_t v = 0; v < belly.give.size(); ++v)
            inout.positions[v] += inout.normals[v] * (by * belly.give[v]);
    }
}

} // namespace tissue
