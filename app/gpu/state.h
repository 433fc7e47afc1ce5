#pragma once
// State: everything the fixed part of the pipeline needs to know for a pass, set as a whole so that nothing leaks from
// one pass (or from the user interface) into the next.

#include <glm/vec2.hpp>
#include <optional>
#include <string>

namespace gpu {

enum class Blend {
    off,
    over, ///< source over destination, straight alpha
    over_premultiplied,
    add, ///< sums, in whatever order they come
    mix, ///< `share` of the source, the rest of the destination, alpha like colours
    least
};
enum class Depth {
    off,
    less_or_equal,
    read_only,
    behind ///< draws only behind what is there, and leaves its depth; everywhere in a target without depth
};
enum class Cull { none, back, front };
/// Filling an outline whose triangles may overlap: count, then draw where the count is not 0.
enum class Stencil {
    off,
    count, ///< up for front faces, down for back faces, whatever the depth
    spend  ///< draws only where the count is not 0, and clears it
};

struct Scissor {
    glm::ivec2 origin{0}, size{0}; ///< pixels, (0,0) bottom left
    bool operator==(const Scissor&) const = default;
};

struct State {
    Depth depth = Depth::off;
    Blend blend = Blend::off;
    Cull cull = Cull::none;
    Stencil stencil = Stencil::off;
    bool write_colour = true;
    std::optional<Scissor> scissor = {};
    float share = 1.0f;            ///< of Blend::mix
    float depth_slope_bias = 0.0f; ///< pushes what is drawn away, in slopes and smallest depth steps
};

void apply(const State& state);

/// The driver's name of what draws and of its own version, for reports.
std::string renderer_name();

/// Begins what was asked for, where it would wait for more; does not wait for it.
void flush();

/// Waits until everything asked for is drawn (software renderers drop frames otherwise).
void finish();

} // namespace gpu
