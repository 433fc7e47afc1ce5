#include "sculpt/posed_part.h"

#include "tissue/solver.h"

#include <numeric>

namespace sculpt {
namespace {

constexpr float k_probe = 0.01f;         // metres
constexpr double k_probes_at_deg = 1000; // no joint gets there

} // namespace

PosedLeg::PosedLeg(const anatomy::Atlas& a, const motion::Pose& p) : atlas(a), pose(p) {
    drawn = motion::drawn_frames(atlas, pose);
    from_rest = motion::from_rest(atlas, pose);
    state = tissue::evaluate(atlas, pose, std::nullopt);
}

Follower::Follower(const anatomy::Atlas& atlas, const mesh::Mesh& mesh, const anatomy::Structure& structure,
                   mesh::Bend bend)
    : bend_(bend), probed_(mesh) {
    // the deformation is affine in the offset, so three more of them give its columns
    for (int axis = 0; axis < 3; ++axis) {
        mesh::MorphTarget probe;
        probe.bend = bend;
        probe.degrees = static_cast<float>(k_probes_at_deg + axis);
        probe.vertices.resize(mesh.positions.size());
        std::iota(probe.vertices.begin(), probe.vertices.end(), 0u);
        glm::vec3 offset(0.0f);
        offset[axis] = k_probe;
        probe.offsets.assign(mesh.positions.size(), offset);
        probed_.morphs.push_back(std::move(probe));
    }
    const auto muscle = atlas.find_muscle(structure.muscle);
    if (structure.follow == anatomy::Follow::strand && muscle) strand_ = tissue::bind(atlas, *muscle, probed_);
}

void Follower::deform(const PosedLeg& leg, double probe_deg, tissue::Deformed& out) const {
    mesh::Bends probe = tissue::bends(leg.pose);
    probe[static_cast<std::size_t>(bend_)] = probe_deg;
    if (strand_)
        tissue::deform_strand(*strand_, probed_, leg.atlas, leg.drawn, probe,
                              leg.state.muscles[static_cast<std::size_t>(strand_->muscle)], out);
    else
        tissue::deform_blend(probed_, leg.from_rest, probe, out);
}

PosedVertices Follower::in(const PosedLeg& leg) const {
    tissue::Deformed plain, probe;
    deform(leg, 0.0, plain);
    PosedVertices posed;
    posed.carry.resize(plain.positions.size());
    for (int axis = 0; axis < 3; ++axis) {
        // exactly the degrees of the target, so that no other has a share
        deform(leg, k_probes_at_deg + axis, probe);
        for (std::size_t v = 0; v < plain.positions.size(); ++v)
            posed.carry[v][axis] = (probe.positions[v] - plain.positions[v]) / k_probe;
    }
    posed.positions = std::move(plain.positions);
    return posed;
}

} // namespace sculpt
