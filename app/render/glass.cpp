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
    paste.lay(parts, size_, {.blend = blend});
}

} // namespace render
