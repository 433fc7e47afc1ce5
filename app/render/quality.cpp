#include "render/quality.h"

#include <glm/common.hpp>

namespace render {

namespace {
using mesh::Detail;

constexpr std::array<Quality, k_level_count> k_ladder = {{
    {.detail = Detail::least,
     .scale = 0.5f,
     .samples = 1,
     .shadow_side = 0,
     .shadow_every = 1,
     .contact_shadow = false,
     .relief = false,
     .layered = false,
     .occlusion_taps = 0,
     .ink = false,
     .lens = false},
    {.detail = Detail::least,
     .scale = 0.71f,
     .samples = 1,
     .shadow_side = 512,
     .shadow_every = 4,
     .contact_shadow = false,
     .relief = false,
     .layered = false,
     .occlusion_taps = 0,
     .ink = false,
     .lens = false},
    {.detail = Detail::low,
     .scale = 1.0f,
     .samples = 1,
     .shadow_side = 1024,
     .shadow_every = 4,
     .contact_shadow = false,
     .relief = true,
     .layered = false,
     .occlusion_taps = 0,
     .ink = false,
     .lens = false},
    {.detail = Detail::full,
     .scale = 1.0f,
     .samples = 1,
     .shadow_side = 1024,
     .shadow_every = 1,
     .contact_shadow = false,
     .relief = true,
     .layered = true,
     .occlusion_taps = 8,
     .lens = true},
    {},
}};
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
