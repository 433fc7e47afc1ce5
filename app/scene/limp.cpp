#include "scene/limp.h"

#include "base/assert.h"

#include <cmath>
#include <glm/common.hpp>
#include <numbers>

namespace scene {

namespace {

// As shaders/strain.glsl.
constexpr float k_wrinkles = 30.0f, k_wrinkle_height = 0.0008f;
// At this share of slack the belly hangs half as deep as it can.
constexpr float k_half_sag = 0.08f;
// The sag follows the slack of so many nodes to either side, so that it has no corners.
constexpr int k_reach = 9;

float limpness(float strain) { return glm::smoothstep(0.0f, 0.05f, -strain); }

} // namespace

tissue::NodeValues sag_of(const tissue::MuscleState& state, float most) {
    tissue::NodeValues result{};
    for (int i = 0; i < tissue::k_strand_nodes; ++i) {
        float sum = 0.0f;
        for (int k = -k_reach; k <= k_reach; ++k) {
            const int node = i + k;
            if (node < 0 || node >= tissue::k_strand_nodes) continue; // the bones do not hang
            const float weight = 0.5f + 0.5f * std::cos(std::numbers::pi_v<float> * static_cast<float>(k) /
                                                        static_cast<float>(k_reach + 1));
            sum += weight * state.slack[static_cast<std::size_t>(node)];
        }
        const float mean = sum / static_cast<float>(k_reach + 1);
        result[static_cast<std::size_t>(i)] = most * mean / (mean + k_half_sag);
    }
    return result;
}

void let_hang(const mesh::Mesh& mesh, const tissue::StrandBinding& binding, const tissue::MuscleState& state,
              const tissue::NodeValues& strain, const Limp& limp, tissue::Deformed& inout) {
    APP_ASSERT(binding.material.size() == inout.positions.size());
    const auto sag = sag_of(state, limp.sag);
    for (std::size_t i = 0; i < inout.positions.size(); ++i) {
        const float material = binding.material[i];
        inout.positions[i] += limp.down * tissue::at_material(sag, material);
        if (mesh.fibre.empty()) continue;
        const float wave = std::sin(2.0f * std::numbers::pi_v<float> * mesh.fibre[i].x * k_wrinkles);
        const float limp_here = limpness(tissue::at_material(strain, material));
        inout.positions[i] += inout.normals[i] * (k_wrinkle_height * limp_here * wave);
    }
}

} // namespace scene
