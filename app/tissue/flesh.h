#pragma once
// Flesh: carries a mesh's vertices from the standing pose to the posed, locked state.

#include "anatomy/atlas.h"
#include "mesh/mesh.h"
#include "motion/pose.h"
#include "tissue/centre_line.h"
#include "tissue/tissue_state.h"

#include <glm/vec3.hpp>
#include <vector>

namespace tissue {

/// What is computed once for a mesh that rides on a strand: its vertices in the frames of the rest path.
struct StrandBinding {
    int muscle = 0;
    std::vector<float> s;                  ///< nearest fraction of the rest path, one a vertex
    std::vector<float> material;           ///< 0..1 along the strand's material, origin to insertion, one a vertex
    std::vector<glm::vec3> offset;         ///< in the rest frame at s: (across, over, along), metres
    std::vector<glm::vec3> relief;         ///< the mesh's in that frame, or its normals where it has none
    std::vector<mesh::MorphTarget> morphs; ///< the mesh's, in those frames
    CentreLine rest;                       ///< with those frames
};

StrandBinding bind(const anatomy::Atlas& atlas, int muscle, const mesh::Mesh& mesh);

/// The coordinate that is the angle of a movement with correction shapes.
motion::Coordinate coordinate_of(mesh::Bend bend);
/// The angles of a pose that have correction shapes.
mesh::Bends bends(const motion::Pose& pose);

/// Deformed positions and normals, one a vertex of the mesh.
struct Deformed {
    std::vector<glm::vec3> positions, normals;
    std::vector<glm::vec3> area{}; ///< to work with
};

/// Vertices ride on the posed path; cross-sections scale by the inverse square root of the local stretch, so that
/// volume is kept, but for the ends, which turn with their bones and keep their girth. Before, the correction shapes of
/// the bent joints are added. A path that reaches the foot ends on the drawn one. `mesh`: the one that was bound.
/// `drawn`: motion::drawn_frames(). `out` is reused: no allocation once it has grown.
void deform_strand(const StrandBinding& binding, const mesh::Mesh& mesh, const anatomy::Atlas& atlas,
                   const motion::BoneFrames& drawn, const mesh::Bends& bends, const MuscleState& state, Deformed& out);

/// Dual-quaternion blend of the bodies (Kavan et al. 2007) by the mesh's joints and weights, of the rest positions with
/// the correction shapes of the bent joints.
void deform_blend(const mesh::Mesh& mesh, const motion::BoneFrames& from_rest, const mesh::Bends& bends, Deformed& out);

/// Strain as the muscle shows it: averaged over the width of a contact; where slack, minus the share by which it is.
NodeValues shown_strain(const MuscleState& state);

} // namespace tissue
