#pragma once
// Pane: what a window shows: pictures, and ImGui's windows as on a sheet of glass over them. What on the glass is as it
// was in the frame before is not drawn again, whatever moves below.

#include "render/glass.h"
#include "render/paste.h"
#include "viewer/text_change.h"

#include <cstdint>
#include <glm/vec2.hpp>
#include <imgui.h>
#include <optional>
#include <span>

namespace viewer {

class Pane {
public:
    /// All that ImGui draws in a window, into that window. `pictures` are those of its textures that may hold another
    /// picture in each frame: solid, drawn by AddImage without a tint, on one another and below everything else.
    void show(const ImDrawData& drawn, std::span<const std::uint64_t> pictures, const gpu::Framebuffer& window);
    /// The next show() draws everything: letters have another shape.
    void forget() { text_.reset(); }

    glm::ivec2 size() const { return glass_.size(); }
    /// Of all pixels of the glass those that the last show() drew.
    double share_drawn() const { return share_; }

private:
    void draw_on_glass(const ImDrawData& drawn, const TextPlace& place);

    std::optional<render::Paste> paste_; ///< from the first show() on
    render::Glass glass_;
    std::optional<TextChanges> text_;    ///< that it shows
    double share_ = 0.0;
};

} // namespace viewer
