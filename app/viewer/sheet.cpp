#include "viewer/sheet.h"

#include "viewer/text_parts.h"

namespace viewer {

namespace {
/// Pixels that a stretched one reaches beyond its place.
constexpr float k_stretched = 3.0f;

/// What changed in a picture of `from` pixels, in one of `to`.
render::Region stretched(const render::Region& changed, glm::ivec2 from, glm::ivec2 to) {
    render::Region region(to);
    const glm::vec2 scale = glm::vec2(to) / glm::vec2(from);
    for (const gpu::Scissor& part : changed.rectangles())
        region.add(glm::vec2(part.origin) * scale - k_stretched,
                   glm::vec2(part.origin + part.size) * scale + k_stretched);
    return region;
}
} // namespace

Sheet::Sheet(glm::ivec2 size)
    : size_(size), colour_(gpu::Format::window8, size), framebuffer_(gpu::Framebuffer::with_colour(colour_)) {}

void Sheet::put(const render::Renderer& renderer, glm::ivec2 drawn, const render::Region& changed,
                const ImDrawData* text, const TextPlace& place) {
    render::Region region = stretched(changed, drawn, size_);
    region.add(text_.to(text ? *text : ImDrawData{}, place));
    if (pixels_.empty()) region.add_all();
    if (region.empty()) return;
    region = region.coarse(); // each part costs as much as many pixels
    const render::Rectangles parts = region.rectangles();
    renderer.copy_to(framebuffer_, size_, parts);
    if (text) {
        framebuffer_.bind(size_);
        draw_text(*text, text_, place, parts);
    }
    framebuffer_.read_rgba(size_, parts, pixels_);
}

} // namespace viewer
