#pragma once
// The samples of the strain colour map, for Renderer's strain_colour() and for the shader's uniform alike.

#include "render/renderer.h"

#include <array>
#include <cstddef>

namespace render {

inline constexpr std::size_t k_strain_samples = 16;

/// sRGB of slack tissue: a pale rose that no point of the map comes near, to eyes of every kind.
inline constexpr glm::vec3 k_slack_colour(0.89f, 0.76f, 0.74f);

/// sRGB 0..1 at equal steps of t from 0 to 1.
const std::array<glm::vec3, k_strain_samples>& strain_samples();

} // namespace render
