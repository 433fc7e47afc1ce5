#include "viewer/pane.h"

#include "gpu/state.h"
#include "render/region.h"
#include "viewer/text_parts.h"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/vec4.hpp>

namespace viewer {

namespace {
/// Where one of these textures is seen.
render::Region where(const ImDrawData& drawn, std::span<const std::uint64_t> textures, const TextPlace& place) {
    render::Region region(place.size);
    for (int i = 0; i < drawn.CmdListsCount; ++i) {
        const ImDrawList& list = *drawn.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            if (std::ranges::find(textures, reinterpret_cast<std::uintptr_t>(command.GetTexID())) == textures.end())
                continue;
            PixelBox box;
            for (unsigned int k = 0; k < command.ElemCount; ++k) {
                const ImDrawIdx index = list.IdxBuffer[static_cast<int>(command.IdxOffset + k)];
                box.add(pixel_of(list.VtxBuffer[static_cast<int>(command.VtxOffset + index)].pos, place));
            }
            region.add(box.low, box.high);
        }
    }
    return region;
}
} // namespace

void Pane::put(const ImDrawData& drawn, std::span<const std::uint64_t> changed) {
    const glm::vec2 pixels = glm::vec2(drawn.DisplaySize.x, drawn.DisplaySize.y) * drawn.FramebufferScale.x;
    const glm::ivec2 size(glm::round(pixels));
    const TextPlace place{size, {}, drawn.FramebufferScale.x};
    const bool first = size != size_;
    if (first) text_ = {};
    render::Region region = text_.to(drawn, place);
    if (first) {
        colour_ = gpu::Texture(gpu::Format::rgba8, size);
        framebuffer_ = gpu::Framebuffer::with_colour(colour_);
        size_ = size;
        region.add_all();
    } else {
        region.add(where(drawn, changed, place));
    }
    region = region.coarse(); // each part costs as much as many pixels
    share_ = region.share();
    if (region.empty()) return;
    const render::Rectangles parts = region.rectangles();
    gpu::apply({});
    framebuffer_.clear_colour(0, glm::vec4(0.0f, 0.0f, 0.0f, 1.0f), parts);
    framebuffer_.bind(size);
    draw_text(drawn, place, parts);
}

} // namespace viewer
