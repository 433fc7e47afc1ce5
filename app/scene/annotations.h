#pragma once
// Annotations: what is drawn over the flesh to be read: lock marker, goniometer, labels.

#include "lesson/sample.h"
#include "scene/scene.h"
#include "scene/world.h"
#include "tissue/tissue_state.h"

#include <glm/mat4x4.hpp>
#include <vector>

namespace scene {

/// Goniometer at the knee: thigh line, shank line and the arc of flexion between them, in world space.
std::vector<Line> goniometer(const World& world, const motion::BoneFrames& frames, const glm::mat4& to_world);

/// Length of a force arrow, metres a newton.
inline constexpr double k_arrow_per_newton = 0.0012;

/// The lock drawn as the "false origin": a ring on the skin, an arrow toward the origin for the force that the hand
/// holds along the muscle and one at the insertion for the muscle's pull, with their names and newtons.
struct LockNotes {
    std::vector<Line> lines;
    std::vector<Label> labels;
};
LockNotes lock_notes(const base::Rigid& contact, const tissue::MuscleState& state, const glm::mat4& to_world);

/// Vertex of a mesh that its label points at: the most posterior one of a band in its lower third.
int label_vertex(const mesh::Mesh& mesh);

} // namespace scene
