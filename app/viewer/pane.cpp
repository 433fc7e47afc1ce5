#include "viewer/pane.h"

#include "platform/folders.h"
#include "render/region.h"
#include "viewer/text_parts.h"

#include <algorithm>
#include <backends/imgui_impl_opengl3.h>
#include <glm/common.hpp>
#include <utility>
#include <vector>

namespace viewer {

namespace {
/// Pictures taken out of what ImGui draws, for as long as this lives.
class Pictures {
public:
    Pictures(const ImDrawData& drawn, std::span<const std::uint64_t> textures);
    ~Pictures() {
        for (const auto& [command, count] : taken_) command->ElemCount = count;
    }
    Pictures(const Pictures&) = delete;
    Pictures& operator=(const Pictures&) = delete;

    bool empty() const { return list_.CmdBuffer.empty(); }
    /// Round all of them.
    PixelBox box(const TextPlace& place) const;
    /// Into what is bound.
    void draw(const ImDrawData& drawn);

private:
    void take(const ImDrawList& from, ImDrawCmd& command);

    ImDrawList list_{nullptr}; ///< of them alone
    std::vector<std::pair<ImDrawCmd*, unsigned int>> taken_;
};

Pictures::Pictures(const ImDrawData& drawn, std::span<const std::uint64_t> textures) {
    for (int i = 0; i < drawn.CmdListsCount; ++i)
        for (ImDrawCmd& command : drawn.CmdLists[i]->CmdBuffer) {
            const auto texture = reinterpret_cast<std::uintptr_t>(command.GetTexID());
            if (command.ElemCount > 0 && std::ranges::find(textures, texture) != textures.end())
                take(*drawn.CmdLists[i], command);
        }
}

void Pictures::take(const ImDrawList& from, ImDrawCmd& command) {
    ImDrawCmd own = command;
    own.IdxOffset = static_cast<unsigned int>(list_.IdxBuffer.Size);
    own.VtxOffset = 0;
    for (unsigned int k = 0; k < command.ElemCount; ++k) {
        const ImDrawIdx index = from.IdxBuffer[static_cast<int>(command.IdxOffset + k)];
        list_.IdxBuffer.push_back(static_cast<ImDrawIdx>(list_.VtxBuffer.Size));
        list_.VtxBuffer.push_back(from.VtxBuffer[static_cast<int>(command.VtxOffset + index)]);
    }
    list_.CmdBuffer.push_back(own);
    taken_.emplace_back(&command, std::exchange(command.ElemCount, 0));
}

PixelBox Pictures::box(const TextPlace& place) const {
    PixelBox box;
    for (const ImDrawVert& vertex : list_.VtxBuffer) box.add(pixel_of(vertex.pos, place));
    return box;
}

void Pictures::draw(const ImDrawData& drawn) {
    ImDrawData own = drawn;
    ImDrawList* lists[] = {&list_};
    own.CmdLists = lists;
    own.CmdListsCount = 1;
    ImGui_ImplOpenGL3_RenderDrawData(&own);
}

gpu::Scissor between(glm::ivec2 low, glm::ivec2 high) { return {low, glm::max(high - low, 0)}; }

/// What lies round `hole` in a picture of this size.
render::Rectangles beside(glm::ivec2 size, const gpu::Scissor& hole) {
    const glm::ivec2 low = hole.origin, high = hole.origin + hole.size;
    return {between({0, 0}, {size.x, low.y}), between({0, high.y}, size), between({0, low.y}, {low.x, high.y}),
            between({high.x, low.y}, {size.x, high.y})};
}
} // namespace

void Pane::draw_on_glass(const ImDrawData& drawn, const TextPlace& place) {
    const bool all = !text_ || glass_->size() != place.size;
    if (all) text_.emplace();
    glass_->resize(place.size);
    render::Region region = text_->to(drawn, place);
    if (all) region.add_all();
    region = region.coarse(); // each part costs as much as many pixels
    share_ = region.share();
    if (region.empty()) return;
    const render::Rectangles parts = region.rectangles();
    glass_->wipe(parts);
    draw_text(drawn, *text_, place, parts);
}

void Pane::show(const ImDrawData& drawn, std::span<const std::uint64_t> pictures, const gpu::Framebuffer& window) {
    Pictures below(drawn, pictures);
    const glm::ivec2 size(glm::round(glm::vec2(drawn.DisplaySize.x, drawn.DisplaySize.y) * drawn.FramebufferScale.x));
    const TextPlace place{size, {}, drawn.FramebufferScale.x};
    if (!glass_) glass_.emplace(platform::shaders());
    draw_on_glass(drawn, place);
    window.bind(size);
    if (below.empty()) {
        glass_->lay(render::whole(size), gpu::Blend::off);
        return;
    }
    const PixelBox box = below.box(place);
    const gpu::Scissor inside = between(glm::ceil(box.low), glm::floor(box.high));
    glass_->lay(beside(size, inside), gpu::Blend::off);
    below.draw(drawn);
    const gpu::Scissor touched = between(glm::floor(box.low), glm::ceil(box.high));
    glass_->lay(render::within(text_->covered().rectangles(), touched), gpu::Blend::over_premultiplied);
}

} // namespace viewer
