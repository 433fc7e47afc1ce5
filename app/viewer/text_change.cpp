#include "viewer/text_change.h"

#include <algorithm>
#include <glm/common.hpp>
#include <iterator>
#include <string_view>
#include <utility>

namespace viewer {

namespace {
/// All that a triangle looks like.
struct Look {
    ImDrawVert corners[3];
    ImVec4 clip;
    std::size_t texture;
};

std::size_t hash(const Look& look) {
    const std::string_view corners(reinterpret_cast<const char*>(look.corners), sizeof look.corners);
    const std::string_view clip(reinterpret_cast<const char*>(&look.clip), sizeof look.clip);
    const std::hash<std::string_view> of;
    return of(corners) ^ (of(clip) * 31 + look.texture);
}
} // namespace

glm::vec2 pixel_of(const ImVec2& point, const TextPlace& place) {
    const glm::vec2 at = glm::vec2(point.x, point.y) * place.stretch - place.from;
    return {at.x, static_cast<float>(place.size.y) - at.y};
}

std::vector<TextChanges::Triangle> TextChanges::triangles_of(const ImDrawData& drawn, const TextPlace& place) {
    std::vector<Triangle> triangles;
    for (int i = 0; i < drawn.CmdListsCount; ++i) {
        const ImDrawList& list = *drawn.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer)
            for (unsigned int k = 0; k + 2 < command.ElemCount; k += 3) {
                Look look{{}, command.ClipRect, reinterpret_cast<std::size_t>(command.GetTexID())};
                glm::vec2 low(1e6f), high(-1e6f);
                for (unsigned int c = 0; c < 3; ++c) {
                    const ImDrawIdx index = list.IdxBuffer[static_cast<int>(command.IdxOffset + k + c)];
                    look.corners[c] = list.VtxBuffer[static_cast<int>(command.VtxOffset + index)];
                    low = glm::min(low, pixel_of(look.corners[c].pos, place));
                    high = glm::max(high, pixel_of(look.corners[c].pos, place));
                }
                triangles.push_back({hash(look), low - 1.0f, high + 1.0f});
            }
    }
    std::sort(triangles.begin(), triangles.end());
    return triangles;
}

render::Region TextChanges::to(const ImDrawData& drawn, const TextPlace& place) {
    std::vector<Triangle> now = triangles_of(drawn, place), changed;
    std::set_symmetric_difference(told_.begin(), told_.end(), now.begin(), now.end(), std::back_inserter(changed));
    told_ = std::move(now);
    render::Region region(place.size);
    for (const Triangle& each : changed) region.add(each.low, each.high);
    return region;
}

} // namespace viewer
