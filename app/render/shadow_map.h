#pragma once
// ShadowMap: what a shadow map tells. A value.

#include <cstdint>
#include <glm/mat4x4.hpp>
#include <vector>

namespace render {

struct ShadowMap {
    glm::mat4 from_world{1.0f};        ///< to texture coordinates and depth, all 0..1
    int side = 0;                      ///< texels
    std::vector<std::uint16_t> depths; ///< row by row
};

} // namespace render
