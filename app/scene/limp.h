#pragma once
// Limp: how a slack muscle looks. Illustrative: nobody has measured how a slack muscle sags or wrinkles in a person.

#include "mesh/mesh.h"
#include "tissue/flesh.h"

namespace scene {

/// What a slack belly does in the picture; all of it zero where the tissue is taut.
struct Limp {
    glm::vec3 down{0.0f, 0.0f, 1.0f}; ///< gravity in the standing model: the client lies prone
    float sag = 0.003f;               ///< metres, of a belly that is very slack
};

/// How far the belly hangs at each material node, metres: where slack, and less toward the ends of the slack piece.
tissue::NodeValues sag_of(const tissue::MuscleState& state, float most);

/// Lets slack tissue hang and wrinkle across. `strain` is tissue::shown_strain; the wrinkles are those that
/// shaders/strain.glsl shades.
void let_hang(const mesh::Mesh& mesh, const tissue::StrandBinding& binding, const tissue::MuscleState& state,
              const tissue::NodeValues& strain, const Limp& limp, tissue::Deformed& inout);

} // namespace scene
