#pragma once
// Framebuffer: a set of targets to draw into, clear, copy and read back.

#include "gpu/state.h"
#include "gpu/texture.h"

#include <array>
#include <cstdint>
#include <glm/vec4.hpp>
#include <span>
#include <vector>

namespace gpu {

class Framebuffer {
public:
    /// The window, where there is one.
    Framebuffer() = default;
    static Framebuffer create();
    /// Finished, with these and nothing else.
    static Framebuffer with_colour(const Texture& texture);
    static Framebuffer with_depth(const Texture& texture);
    static Framebuffer with_colour_and_depth(const Texture& colour, const Texture& depth);

    void attach_colour(int index, const Texture& texture);
    void attach_colour(int index, const Renderbuffer& buffer);
    void attach_depth(const Texture& texture);
    void attach_depth(const Renderbuffer& buffer);
    /// Call after the last attach. Throws base::Failure when the driver cannot draw into this combination.
    void finish();

    /// Draws go here from now on, over a picture of this size; a smaller target holds what begins at its pixel `first`.
    void bind(glm::ivec2 size, glm::ivec2 first = glm::ivec2(0)) const;
    void clear_colour(int index, const glm::vec4& value) const;
    void clear_colour(int index, const glm::vec4& value, std::span<const Scissor> parts) const;
    void clear_ids(int index) const; ///< unsigned target to 0
    void clear_depth() const;        ///< to the farthest, and the stencil, where there is one, to 0
    /// The same in these parts; elsewhere nothing is drawn any more while depth is compared.
    void open_depth(std::span<const Scissor> parts) const;
    /// Copies (and resolves) colour 0 and, where asked, depth. Both pictures have this size.
    void copy_to(const Framebuffer& target, glm::ivec2 size, bool colour, bool depth) const;
    /// Parts of colour 0, or of depth and stencil, to where they are in the other.
    void copy_colour_to(const Framebuffer& target, std::span<const Scissor> parts) const;
    void copy_depth_to(const Framebuffer& target, std::span<const Scissor> parts) const;
    std::array<std::uint32_t, 2> read_ids() const;                ///< of the first pixel: rg32ui at colour 0
    std::vector<std::uint16_t> read_depth(glm::ivec2 size) const; ///< 0..65535, bottom row first; OpenGL alone has this
    std::vector<std::uint8_t> read_rgba(glm::ivec2 size) const;   ///< rgba8 at colour 0, top row first
    /// The same into the pixels of a whole picture of `size`, these parts alone.
    void read_rgba(glm::ivec2 size, std::span<const Scissor> parts, std::vector<std::uint8_t>& pixels) const;

    explicit operator bool() const { return static_cast<bool>(handle_); }

private:
    void clear_depth(float depth) const;

    Handle<Object::framebuffer> handle_;
    int colours_ = 0;
    bool stencil_ = false;
};

/// Draws go to the window again (or nowhere, without one).
void unbind_framebuffer();

} // namespace gpu
