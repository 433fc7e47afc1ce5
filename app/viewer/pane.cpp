#include "viewer/pane.h"

#include "platform/folders.h"
#include "render/region.h"
#include "viewer/text_parts.h"

#include <algorithm>
#include <glm/common.hpp>
#include <utility>
#include <vector>

namespace viewer {

namespace {
glm::vec2 vec(const ImVec2& v) { return {v.x, v.y}; }

/// Pictures taken out of what ImGui draws, for as long as this lives.
class Pictures {
public:
    Pictures(const ImDrawData& drawn, std::span<const std::uint64_t> textures, const TextPlace& place);
    ~Pictures() {
        for (const auto& [command, count] : taken_) command->ElemCount = count;
    }
    Pictures(const Pictures&) = delete;
    Pictures& operator=(const Pictures&) = delete;

    bool empty() const { return pictures_.empty(); }
    /// Round all of them.
    PixelBox box() const;
    /// Into what is bound.
    void lay(render::Paste& paste, glm::ivec2 size) const;

private:
    struct Picture {
        std::uint32_t texture;
        render::Paste::Place place;
        gpu::Scissor clip;
        float opacity;
    };
    void take(const ImDrawList& from, ImDrawCmd& command, const TextPlace& place);

    std::vector<Picture> pictures_;
    std::vector<std::pair<ImDrawCmd*, unsigned int>> taken_;
};

gpu::Scissor between(glm::ivec2 low, glm::ivec2 high) { return {low, glm::max(high - low, 0)}; }

Pictures::Pictures(const ImDrawData& drawn, std::span<const std::uint64_t> textures, const TextPlace& place) {
    for (int i = 0; i < drawn.CmdListsCount; ++i)
        for (ImDrawCmd& command : drawn.CmdLists[i]->CmdBuffer) {
            const auto texture = reinterpret_cast<std::uintptr_t>(command.GetTexID());
            if (command.ElemCount > 0 && std::ranges::find(textures, texture) != textures.end())
                take(*drawn.CmdLists[i], command, place);
        }
}

void Pictures::take(const ImDrawList& from, ImDrawCmd& command, const TextPlace& place) {
    constexpr unsigned int k_quad = 6;   // ImGui's rectangles are two triangles
    constexpr unsigned int k_across = 2; // from the first corner of one to the one across from it
    const auto corner = [&](unsigned int k) {
        const ImDrawIdx index = from.IdxBuffer[static_cast<int>(command.IdxOffset + k)];
        return from.VtxBuffer[static_cast<int>(command.VtxOffset + index)];
    };
    const ImVec4& clip = command.ClipRect;
    const glm::vec2 clip_low = pixel_of({clip.x, clip.w}, place), clip_high = pixel_of({clip.z, clip.y}, place);
    for (unsigned int k = 0; k + k_quad <= command.ElemCount; k += k_quad) {
        const ImDrawVert one = corner(k), other = corner(k + k_across);
        pictures_.push_back({static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(command.GetTexID())),
                             {pixel_of(one.pos, place), pixel_of(other.pos, place), vec(one.uv), vec(other.uv)},
                             between(clip_low, clip_high),
                             static_cast<float>(one.col >> IM_COL32_A_SHIFT) / 255.0f});
    }
    taken_.emplace_back(&command, std::exchange(command.ElemCount, 0));
}

PixelBox Pictures::box() const {
    PixelBox box;
    for (const Picture& picture : pictures_) {
        const glm::vec2 low(picture.clip.origin), high(picture.clip.origin + picture.clip.size);
        box.add(glm::clamp(picture.place.corner, low, high));
        box.add(glm::clamp(picture.place.across, low, high));
    }
    return box;
}

void Pictures::lay(render::Paste& paste, glm::ivec2 size) const {
    for (const Picture& picture : pictures_) {
        gpu::State state{.scissor = picture.clip};
        if (picture.opacity < 1.0f) {
            state.blend = gpu::Blend::mix;
            state.share = picture.opacity;
        }
        gpu::bind_texture(picture.texture, 0);
        paste.lay(picture.place, size, state);
    }
}

/// What lies round `hole` in a picture of this size.
render::Rectangles beside(glm::ivec2 size, const gpu::Scissor& hole) {
    const glm::ivec2 low = hole.origin, high = hole.origin + hole.size;
    return {between({0, 0}, {size.x, low.y}), between({0, high.y}, size), between({0, low.y}, {low.x, high.y}),
            between({high.x, low.y}, {size.x, high.y})};
}
} // namespace

void Pane::draw_on_glass(const ImDrawData& drawn, const TextPlace& place) {
    const bool all = !text_ || glass_.size() != place.size;
    if (all) text_.emplace();
    glass_.resize(place.size);
    render::Region region = text_->to(drawn, place);
    if (all) region.add_all();
    region = region.coarse(); // each part costs as much as many pixels
    share_ = region.share();
    if (region.empty()) return;
    const render::Rectangles parts = region.rectangles();
    glass_.wipe(parts);
    draw_text(drawn, *text_, place, parts);
}

void Pane::show(const ImDrawData& drawn, std::span<const std::uint64_t> pictures, const gpu::Framebuffer& window) {
    const glm::ivec2 size(glm::round(glm::vec2(drawn.DisplaySize.x, drawn.DisplaySize.y) * drawn.FramebufferScale.x));
    const TextPlace place{size, {}, drawn.FramebufferScale.x};
    const Pictures below(drawn, pictures, place);
    if (!paste_) paste_.emplace(platform::shaders());
    draw_on_glass(drawn, place);
    window.bind(size);
    if (below.empty()) {
        glass_.lay(*paste_, render::whole(size), gpu::Blend::off);
        return;
    }
    const PixelBox box = below.box();
    const gpu::Scissor inside = between(glm::ceil(box.low), glm::floor(box.high));
    glass_.lay(*paste_, beside(size, inside), gpu::Blend::off);
    below.lay(*paste_, size);
    const gpu::Scissor touched = between(glm::floor(box.low), glm::ceil(box.high));
    glass_.lay(*paste_, render::within(text_->covered().rectangles(), touched), gpu::Blend::over_premultiplied);
}

} // namespace viewer
