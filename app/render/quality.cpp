#include "render/quality.h"

#include <glm/common.hpp>

namespace render {

namespace {
using mesh::Detail;

/// Each level is the one below with what it has more; the highest is Quality's own default.
constexpr std::array<Quality, k_level_count> ladder() {
    const Quality lowest{.detail = Detail::least,
                         .scale = 0.5f,
                         .samples = 1,
                         .shadow_side = 0,
                         .contact_shadow = false,
                         .relief = false,
                         .layer_relief = false,
                         .backdrop_kept = true,
                         .layered = false,
                         .occlusion_taps = 0,
                         .ink = false,
                         .lens = false,
                         .edges = false};
    Quality low = lowest;
    low.scale = 0.71f;
    low.shadow_side = 512;
    low.shadow_every = 4;
    Quality fair = low;
    fair.edges = true;
    Quality medium = fair;
    medium.detail = Detail::low;
    medium.scale = 1.0f;
    medium.shadow_side = 1024;
    medium.even_shadow = true;
    medium.relief = true;
    Quality high = medium;
    high.detail = Detail::half;
    high.scale = 0.85f;
    high.shadow_every = 1;
    high.layered = true;
    high.two_moments = true;
    high.occlusion_taps = 8;
    high.ink = true;
    high.lens = true;
    return {lowest, low, fair, medium, high, Quality{}};
}

constexpr std::array<Quality, k_level_count> k_ladder = ladder();
} // namespace

const Quality& quality_of(Level level) { return k_ladder[static_cast<std::size_t>(level)]; }

Quality without_effects() {
    Quality quality = quality_of(Level::lowest);
    quality.detail = Detail::full;
    quality.scale = 1.0f;
    return quality;
}

glm::ivec2 scaled(glm::ivec2 size, const Quality& quality) {
    return glm::max(glm::ivec2(glm::round(glm::vec2(size) * quality.scale)), glm::ivec2(1));
}

} // namespace render
