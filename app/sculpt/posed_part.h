#pragma once
// posed_part: one soft structure of the leg in a pose, and how corrections there come back to the standing model.

#include "anatomy/atlas.h"
#include "mesh/mesh.h"
#include "motion/pose.h"
#include "tissue/flesh.h"

#include <glm/mat3x3.hpp>
#include <optional>
#include <vector>

namespace sculpt {

/// A pose with what every structure needs to follow it.
struct PosedLeg {
    PosedLeg(const anatomy::Atlas& atlas, const motion::Pose& pose);

    const anatomy::Atlas& atlas;
    motion::Pose pose;
    motion::BoneFrames drawn, from_rest;
    tissue::TissueState state; ///< without a lock
};

/// Where the vertices of a structure are in a pose without the correction shapes of one movement: a displacement d
/// there comes of the offset inverse(carry) * d of the rest position.
struct PosedVertices {
    std::vector<glm::vec3> positions;
    std::vector<glm::mat3> carry;
};

/// Follows the movement as the program's flesh does, but for the correction shapes of `bend`, which are to be found.
class Follower {
public:
    Follower(const anatomy::Atlas& atlas, const mesh::Mesh& mesh, const anatomy::Structure& structure, mesh::Bend bend);
    PosedVertices in(const PosedLeg& leg) const;

private:
    void deform(const PosedLeg& leg, double probe_deg, tissue::Deformed& out) const;

    mesh::Bend bend_;
    mesh::Mesh probed_; ///< with unit offsets of all vertices as correction shapes of `bend_`
    std::optional<tissue::StrandBinding> strand_;
};

} // namespace sculpt
