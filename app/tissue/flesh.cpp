#include "tissue/flesh.h"

#include "base/assert.h"
#include "mesh/morph.h"
#include "mesh/relief.h"
#include "tissue/path.h"
#include "tissue/strand.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <glm/geometric.hpp>

namespace tissue {
namespace {

/// Fraction of the line nearest to a point.
float nearest(const CentreLine& line, const glm::vec3& p) {
    float best = 1e30f, s = 0.0f;
    for (std::size_t i = 0; i + 1 < line.stations.size(); ++i) {
        const glm::vec3 a = line.stations[i].point, ab = line.stations[i + 1].point - a;
        const float square = glm::dot(ab, ab);
        const float t = square > 0.0f ? std::clamp(glm::dot(p - a, ab) / square, 0.0f, 1.0f) : 0.0f;
        const glm::vec3 off = p - (a + ab * t);
        const float distance = glm::dot(off, off);
        if (distance >= best) continue;
        best = distance;
        s = (static_cast<float>(i) + t) / static_cast<float>(CentreLine::k_stations - 1);
    }
    return s;
}

/// Material coordinate 0..1 of what rests at fraction s of the path.
float material_of(const NodeValues& rest, float s) {
    const auto above = std::upper_bound(rest.begin() + 1, rest.end() - 1, s);
    const std::size_t i = static_cast<std::size_t>(above - rest.begin());
    const float width = rest[i] - rest[i - 1];
    const float t = width > 0.0f ? std::clamp((s - rest[i - 1]) / width, 0.0f, 1.0f) : 0.0f;
    return (static_cast<float>(i - 1) + t) / static_cast<float>(k_strand_nodes - 1);
}

glm::vec3 into(const Section& frame, const glm::vec3& v) {
    return {glm::dot(v, frame.across), glm::dot(v, frame.over), glm::dot(v, frame.along)};
}

glm::vec3 out_of(const Section& frame, const glm::vec3& v) {
    return frame.across * v.x + frame.over * v.y + frame.along * v.z;
}

} // namespace

StrandBinding bind(const anatomy::Atlas& atlas, int muscle, const mesh::Mesh& mesh) {
    APP_ASSERT(mesh.normals.size() == mesh.positions.size());
    const anatomy::MusclePath& path = atlas.muscles[static_cast<std::size_t>(muscle)];
    StrandBinding binding;
    binding.muscle = muscle;
    binding.rest = rest_line(atlas, muscle);
    const CentreLine& line = binding.rest;
    const NodeValues rest = unlocked_fractions(Strand(path), path_length(atlas, muscle, motion::frames(atlas, {})));
    binding.s.reserve(mesh.positions.size());
    binding.material.reserve(mesh.positions.size());
    binding.offset.reserve(mesh.positions.size());
    binding.relief.reserve(mesh.positions.size());
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        const float s = nearest(line, mesh.positions[i]);
        const Section frame = line.at(s);
        binding.s.push_back(s);
        binding.material.push_back(material_of(rest, s));
        binding.offset.push_back(into(frame, mesh.positions[i] - frame.point));
        binding.relief.push_back(into(frame, mesh.relief.empty() ? mesh.normals[i] : mesh.relief[i]));
    }
    binding.morphs = mesh.morphs;
    for (mesh::MorphTarget& morph : binding.morphs)
        for (std::size_t i = 0; i < morph.vertices.size(); ++i)
            morph.offsets[i] = into(line.at(binding.s[morph.vertices[i]]), morph.offsets[i]);
    return binding;
}

void deform_strand(const StrandBinding& binding, const mesh::Mesh& mesh, const anatomy::Atlas& atlas,
                   const motion::BoneFrames& drawn, const mesh::Bends& bends, const MuscleState& state, Deformed& out) {
    APP_ASSERT(mesh.positions.size() == binding.s.size());
    const CentreLine line = posed_line(atlas, binding.muscle, binding.rest, drawn, state);
    out.positions = binding.offset;
    out.normals = binding.relief;
    mesh::add_morphs(binding.morphs, bends, out.positions);
    for (std::size_t i = 0; i < binding.s.size(); ++i) {
        const Section frame = line.at(binding.s[i]);
        const glm::vec3 offset = out.positions[i];
        out.positions[i] = frame.point + out_of(frame, {offset.x * frame.growth, offset.y * frame.growth, offset.z});
        out.normals[i] = out_of(frame, out.normals[i]);
    }
    if (!mesh.relief.empty()) mesh::add_relief(out.positions, mesh.indices, out.normals, out.area);
}

namespace {
// A hand holds a patch of tissue, not a point: about this many nodes (6.5 mm each on biceps femoris) to either side.
constexpr int k_patch_nodes = 3;

/// Strain averaged over the patch with weights that fall off linearly, so that the lock is no razor's edge.
NodeValues over_patch(const NodeValues& strain) {
    NodeValues result{};
    for (int i = 0; i < k_strand_nodes; ++i) {
        float sum = 0.0f, weights = 0.0f;
        for (int k = std::max(0, i - k_patch_nodes); k <= std::min(k_strand_nodes - 1, i + k_patch_nodes); ++k) {
            const float weight = static_cast<float>(k_patch_nodes + 1 - std::abs(k - i));
            sum += weight * strain[static_cast<std::size_t>(k)];
            weights += weight;
        }
        result[static_cast<std::size_t>(i)] = sum / weights;
    }
    return result;
}
} // namespace

NodeValues shown_strain(const MuscleState& state) {
    NodeValues strain = state.strain;
    for (std::size_t i = 0; i < strain.size(); ++i) strain[i] -= state.slack[i];
    return over_patch(strain);
}

} // namespace tissue
