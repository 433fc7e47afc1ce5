#include "render/glass.h"

namespace render {

void Glass::resize(glm::ivec2 size) {
    if (size == size_) return;
    colour_ = gpu::Texture(gpu::Format::window8, size);
    framebuffer_ = gpu::Framebuffer::with_colour(colour_);
    size_ = size;
}

void Glass::wipe(const Rectangles& parts) {
    gpu::apply({});
    framebuffer_.clear_colour(0, glm::vec4(0.0f), parts);
    framebuffer_.bind(size_);
}

void Glass::lay(Paste& paste, const Rectangles& parts, gpu::Blend blend) const {
    colour_.bind(0);
    // a little more than a pixel a pixel: Mesa rounds that down, and copies rows of what is then one for one
    constexpr float k_hardly = 1.0f + 2e-6f;
    const glm::vec2 size(size_);
    for (const gpu::Scissor& part : parts) {
        const glm::vec2 low(part.origin), high(part.origin + part.size);
        paste.lay({low, high, low / size, (low + (high - low) * k_hardly) / size}, size_, {.blend = blend});
    }
}

} // namespace render
