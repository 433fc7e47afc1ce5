#pragma once
// IdPass: which structure is under one pixel, and how deep. Draws that pixel alone, and only when somebody asks.

#include "render/draw_list.h"
#include "render/programs.h"
#include "render/targets.h"

#include <array>

namespace render {

/// Below this opacity a click goes through to what lies behind, if anything does.
inline constexpr float k_clickable_opacity = 0.35f;

/// (structure + 1 or 0, bits of the depth 0..1) under a pixel, (0,0) = bottom left. Ghosts cannot be picked.
std::array<std::uint32_t, 2> ids_under(glm::ivec2 pixel, const DrawList& list, bool clip, Programs& programs,
                                       Targets& targets);

} // namespace render
