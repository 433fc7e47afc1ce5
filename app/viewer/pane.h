#pragma once
// Pane: what a window shows, put together beside it. What is as it was in the frame before is not drawn again.

#include "gpu/framebuffer.h"
#include "viewer/text_change.h"

#include <cstdint>
#include <glm/vec2.hpp>
#include <imgui.h>
#include <span>

namespace viewer {

class Pane {
public:
    /// All that ImGui draws in a window; `changed` are those of its textures that hold another picture than the last
    /// time.
    void put(const ImDrawData& drawn, std::span<const std::uint64_t> changed);
    /// The next put() draws everything: letters have another shape.
    void forget() { size_ = {}; }

    const gpu::Framebuffer& framebuffer() const { return framebuffer_; }
    glm::ivec2 size() const { return size_; }
    /// Of all pixels those that the last put() drew.
    double share_drawn() const { return share_; }

private:
    gpu::Texture colour_;
    gpu::Framebuffer framebuffer_;
    glm::ivec2 size_{0};
    TextChanges text_;
    double share_ = 0.0;
};

} // namespace viewer
