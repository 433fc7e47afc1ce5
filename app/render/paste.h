#pragma once
// Paste: lays rectangles of pictures on what is bound, and nothing else: one texture, upright, at its own colours.
// Software renderers have a way of their own for just that, several times as fast as any other.

#include "gpu/program.h"
#include "render/parts.h"

#include <filesystem>
#include <glm/vec2.hpp>

namespace render {

class Paste {
public:
    /// Throws base::Failure as Programs does.
    explicit Paste(const std::filesystem::path& shader_folder);

    /// A corner of a rectangle and the one across from it.
    struct Place {
        glm::vec2 corner{0.0f}, across{0.0f};       ///< pixels of what is bound, from the lower left
        glm::vec2 at_corner{0.0f}, at_across{1.0f}; ///< parts of the picture's width and height
    };
    /// The texture at unit 0, into a picture of `size`.
    void lay(const Place& place, glm::ivec2 size, const gpu::State& state);
    /// All of it, stretched over all of the picture; only these parts of that.
    void lay(const Rectangles& parts, glm::ivec2 size, gpu::State state);

private:
    gpu::Program program_;
    gpu::VertexArray fill_;
};

} // namespace render
