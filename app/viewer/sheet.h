#pragma once
// Sheet: where a picture and the text over it are put together. What did not change stays.

#include "gpu/framebuffer.h"
#include "render/region.h"
#include "render/renderer.h"
#include "viewer/text_change.h"

#include <cstdint>
#include <vector>

namespace viewer {

class Sheet {
public:
    explicit Sheet(glm::ivec2 size);
    glm::ivec2 size() const { return size_; }
    /// The renderer's picture, stretched from `drawn` pixels, of which only `changed` is not what it was the last time,
    /// and text over it; `text` null: none. The first time everything.
    void put(const render::Renderer& renderer, glm::ivec2 drawn, const render::Region& changed, const ImDrawData* text,
             const TextPlace& place);
    /// RGBA, top row first.
    const std::vector<std::uint8_t>& pixels() const { return pixels_; }

private:
    glm::ivec2 size_;
    gpu::Texture colour_;
    gpu::Framebuffer framebuffer_;
    TextChanges text_;
    std::vector<std::uint8_t> pixels_;
};

} // namespace viewer
