#pragma once
// Texture and Renderbuffer: what is drawn into. A renderbuffer is the only thing that may have several samples, because
// GLES 3.0 has no multisampled textures.

#include "gpu/handle.h"

#include <glm/vec2.hpp>

namespace gpu {

/// `window8` is rgba8 with its channels in memory as a window has them, where the driver lets us say so; of textures
/// alone.
enum class Format { rgba8, window8, rgba16f, rgba32f, r16f, r32f, rg8, rg32ui, depth16, depth24, depth24_stencil8 };

class Texture {
public:
    Texture() = default;
    /// Empty, nearest filter, clamped. `linear` filters (not for rg32ui and depth).
    Texture(Format format, glm::ivec2 size, bool linear = false);
    void bind(int unit) const;
    std::uint32_t name() const { return handle_.name(); }
    Format format() const { return format_; }

private:
    Handle<Object::texture> handle_;
    Format format_ = Format::rgba8;
};

/// By its name, as ImGui hands it back; else as Texture::bind().
void bind_texture(std::uint32_t name, int unit);

class Renderbuffer {
public:
    Renderbuffer() = default;
    /// `samples` is lowered to what the driver offers.
    Renderbuffer(Format format, glm::ivec2 size, int samples);
    std::uint32_t name() const { return handle_.name(); }
    Format format() const { return format_; }

private:
    Handle<Object::renderbuffer> handle_;
    Format format_ = Format::rgba8;
};

/// Longest side that a target may have here.
int max_target_side();

} // namespace gpu
