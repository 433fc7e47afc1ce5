#pragma once
// ellipse_arc: places on the rim of an ellipse by the length of its arc. By angle a flat section would crowd nearly all
// of its rim into two narrow sectors.

#include <glm/vec2.hpp>

namespace sculpt {

/// Share of the rim, 0..1, from (radii.x, 0) to the rim's point in the direction of `p`, counter-clockwise.
float ellipse_share(const glm::vec2& p, const glm::vec2& radii);

/// Length of the rim, in the unit of the radii.
float ellipse_girth(const glm::vec2& radii);

} // namespace sculpt
