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

/// The lock drawn as the "false origin": a ring on the skin and an arrow along the tissue for the force it carries.
std::vector<Line> lock_marker(const base::Rigid& contact, const tissue::MuscleState& state, const glm::mat4& to_world);

/// Vertex of a mesh that its label points at: the most posterior one of a band in its lower third.
int label_vertex(const mesh::Mesh& mesh);

} // namespace scene
