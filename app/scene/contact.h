#pragma once
// Contact: where a hand touches the client, as a frame in the standing (posed) model.

#include "base/rigid.h"
#include "mesh/mesh.h"
#include "motion/pose.h"
#include "scene/world.h"

#include <glm/vec3.hpp>
#include <optional>

namespace scene {

class Ground;

/// Frame of a contact hand on the skin over fraction `s` of a muscle's path: origin on the skin, +Z outward, +Y the way
/// the forearm leaves. The therapist stands at the treated (right) side: sideways and toward the head, more so the
/// longer the patch is that has to lie on the round thigh. `ground` stands in the same pose (where it has no skin a
/// typical depth is used).
base::Rigid skin_contact(const World& world, int muscle, double s, const motion::Pose& pose, const Ground& ground,
                         std::optional<tissue::Grip> grip);

/// Frame of a hand round the shank just above the ankle: origin on the shank's axis, +Y toward the knee. +Z, where the
/// forearm leaves, is lateral with the leg on the couch, so that the forearm stays clear of it, and turns forward as
/// the knee flexes, so that it stays clear of the other hand.
base::Rigid ankle_hold(const World& world, const motion::BoneFrames& frames, base::Angle knee_flexion);

/// Frame of a hand on the forefoot: origin at the metatarsal heads, +Y toward the heel, +Z dorsal.
base::Rigid forefoot_hold(const World& world, const motion::BoneFrames& frames);

/// The body that carries most of a vertex.
anatomy::Body carrier(const mesh::Mesh& mesh, std::uint32_t vertex);

/// Index of the skin's mesh in the model, or -1.
int skin_mesh(const World& world);

} // namespace scene
