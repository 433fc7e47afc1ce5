#pragma once
// The samples of the strain colour map, for Renderer's strain_colour() and for the shader's uniform alike.

#include "render/renderer.h"

#include <array>
#include <cstddef>

namespace render {

inline constexpr std::size_t k_strain_samples = 16;

/// sRGB 0..1 at equal steps of t from 0 to 1.
const std::array<glm::vec3, k_strain_samples>& strain_samples();

} // namespace render
