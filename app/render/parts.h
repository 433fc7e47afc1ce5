#pragma once
// Parts: where a picture is drawn again, the rest being as it was. Values, and triangles over them.

#include "gpu/state.h"
#include "gpu/vertex_array.h"

#include <glm/vec2.hpp>
#include <optional>
#include <vector>

namespace render {

/// Rectangles side by side, pixels from the lower left.
using Rectangles = std::vector<gpu::Scissor>;

/// All of a picture.
Rectangles whole(glm::ivec2 size);

/// Each reaches beyond the one before.
struct Parts {
    Rectangles surfaces; ///< what moved, or has another look or shadow
    Rectangles finish;   ///< and the hollows and the ink that this changes
    Rectangles picture;  ///< and smoothed edges, marks and lines
    static Parts all(glm::ivec2 size);
    bool operator==(const Parts&) const = default;
};

/// What both have; nullopt: nothing.
std::optional<gpu::Scissor> common(const gpu::Scissor& a, const gpu::Scissor& b);
/// The smallest rectangle round both; one without size is nothing.
gpu::Scissor around(const gpu::Scissor& a, const gpu::Scissor& b);
/// The smallest rectangle round what `box` has in common with them.
std::optional<gpu::Scissor> common(const Rectangles& rectangles, const gpu::Scissor& box);
/// All that they have in common with `box`.
Rectangles within(const Rectangles& rectangles, const gpu::Scissor& box);
/// In a target of this part of the width and height.
gpu::Scissor divided(const gpu::Scissor& rectangle, int divisor);
Rectangles divided(const Rectangles& rectangles, int divisor);

/// Draws the triangle over the whole target with the program in use, but only there. `fill` is an empty vertex array.
void cover(const Rectangles& rectangles, gpu::State state, const gpu::VertexArray& fill);

} // namespace render
