#include "viewer/text_parts.h"

#include "render/parts.h"

#include <backends/imgui_impl_opengl3.h>
#include <deque>
#include <glm/common.hpp>
#include <vector>

namespace viewer {

namespace {
ImVec2 vec(glm::vec2 v) { return {v.x, v.y}; }

/// The part of a clip rectangle that lies in a part of a sheet. Whole pixels, rounded as the backend rounds them: else
/// the last row or column would be missing.
ImVec4 clipped(const ImVec4& clip, const gpu::Scissor& part, const TextPlace& place) {
    const auto height = static_cast<float>(place.size.y);
    const glm::vec2 low = glm::vec2(clip.x, clip.y) * place.stretch - place.from;
    const glm::vec2 high = glm::vec2(clip.z, clip.w) * place.stretch - place.from;
    const glm::ivec2 origin(glm::vec2(low.x, height - high.y));
    const auto both = render::common(part, {origin, glm::ivec2(high - low)});
    if (!both) return {};
    const glm::vec2 left_below(both->origin), right_above(both->origin + both->size);
    const glm::vec2 from = (glm::vec2(left_below.x, height - right_above.y) + place.from) / place.stretch;
    const glm::vec2 to = (glm::vec2(right_above.x, height - left_below.y) + place.from) / place.stretch;
    return {from.x, from.y, to.x, to.y};
}

bool meets(const PixelBox& box, const gpu::Scissor& part) {
    const glm::vec2 least(part.origin), most(part.origin + part.size);
    return box.low.x <= most.x && box.low.y <= most.y && box.high.x >= least.x && box.high.y >= least.y;
}

/// What of a command can be seen in a part, added to the commands of `into`, which will have its vertices.
void add_seen(const ImDrawList& list, const ImDrawCmd& command, const TextChanges::Command& told,
              const gpu::Scissor& part, const TextPlace& place, ImDrawList& into) {
    if (!meets(told.box, part)) return;
    ImDrawCmd seen = command;
    seen.ClipRect = clipped(seen.ClipRect, part, place);
    const ImDrawIdx* indices = list.IdxBuffer.Data + seen.IdxOffset;
    seen.IdxOffset = static_cast<unsigned int>(into.IdxBuffer.Size);
    for (std::size_t i = 0; i < told.triangles.size(); ++i) {
        if (!meets(told.triangles[i].box, part)) continue;
        for (std::size_t k = 3 * i; k < 3 * i + 3; ++k) into.IdxBuffer.push_back(indices[k]);
    }
    seen.ElemCount = static_cast<unsigned int>(into.IdxBuffer.Size) - seen.IdxOffset;
    if (seen.ElemCount > 0) into.CmdBuffer.push_back(seen);
}
} // namespace

void draw_text(const ImDrawData& text, const TextChanges& told, const TextPlace& place,
               const render::Rectangles& parts) {
    std::deque<ImDrawList> lists; // never copied: ImGui copies from null where one is empty
    std::vector<ImDrawList*> pointers;
    ImDrawData there = text;
    for (int i = 0; i < text.CmdListsCount; ++i) {
        const ImDrawList& list = *text.CmdLists[i];
        ImDrawList& into = lists.emplace_back(nullptr);
        for (const gpu::Scissor& part : parts)
            for (int k = 0; k < list.CmdBuffer.Size; ++k)
                add_seen(list, list.CmdBuffer[k], told.command(i, k), part, place, into);
        if (into.CmdBuffer.empty()) continue;
        into.VtxBuffer = list.VtxBuffer;
        pointers.push_back(&into);
    }
    there.CmdLists = pointers.data();
    there.CmdListsCount = static_cast<int>(pointers.size());
    there.DisplayPos = vec(place.from / place.stretch);
    there.DisplaySize = vec(glm::vec2(place.size) / place.stretch);
    there.FramebufferScale = ImVec2(place.stretch, place.stretch);
    ImGui_ImplOpenGL3_RenderDrawData(&there);
}

} // namespace viewer
