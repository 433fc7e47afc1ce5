#pragma once
// Canvas: the whole of a picture, or a part of it that is drawn on its own because the whole would be too large.

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec4.hpp>

namespace render {

/// Parts that lie side by side are seamless: all that depends on the picture's size goes by `whole`. Patterns of
/// several pixels meet when every origin is a multiple of k_canvas_step; effects that look round a pixel need an
/// overlap.
struct Canvas {
    Canvas() = default;
    Canvas(glm::ivec2 all) : size(all), whole(all) {}
    Canvas(glm::ivec2 from, glm::ivec2 part, glm::ivec2 all) : origin(from), size(part), whole(all) {}

    glm::ivec2 origin{0}; ///< of the part in the whole, pixels, (0,0) bottom left
    glm::ivec2 size{0};   ///< of the part: what is drawn
    glm::ivec2 whole{0};  ///< of the picture
    bool backdrop = true; ///< background and floor; else nothing is there, and colours are premultiplied by their alpha
    bool operator==(const Canvas&) const = default;
};

inline constexpr int k_canvas_step = 16;

/// From the clip space of the whole picture to that of the part.
glm::mat4 to_part(const Canvas& canvas);

/// Where in a picture of `size` pixels a point of clip space lies, (0,0) bottom left; it must lie before the eye.
glm::vec2 pixel_of(const glm::vec4& clip, glm::ivec2 size);

/// What lies no farther along the gaze than this may be anywhere in the picture, metres.
inline constexpr float k_beside_eye = 0.05f;

} // namespace render
