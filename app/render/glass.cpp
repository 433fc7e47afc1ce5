#include "render/glass.h"

#include "gpu/shader_source.h"
#include "gpu/state.h"

namespace render {

Glass::Glass(const std::filesystem::path& shader_folder) : fill_(gpu::VertexArray::create()) {
    gpu::ShaderSource source(shader_folder);
    const gpu::Language language = gpu::current_language();
    program_ = gpu::Program(source.assemble("fill.vert", language, {}), source.assemble("glass.frag", language, {}));
    program_.use();
    program_.set("t_glass", 0);
}

void Glass::resize(glm::ivec2 size) {
    if (size == size_) return;
    colour_ = gpu::Texture(gpu::Format::rgba8, size);
    framebuffer_ = gpu::Framebuffer::with_colour(colour_);
    size_ = size;
}

void Glass::wipe(const Rectangles& parts) {
    gpu::apply({});
    framebuffer_.clear_colour(0, glm::vec4(0.0f), parts);
    framebuffer_.bind(size_);
}

void Glass::lay(const Rectangles& parts, gpu::Blend blend) {
    program_.use();
    colour_.bind(0);
    cover(parts, {.blend = blend}, fill_);
    gpu::apply({});
}

} // namespace render
