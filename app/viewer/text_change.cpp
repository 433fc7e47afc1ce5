#include "viewer/text_change.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <glm/common.hpp>
#include <iterator>
#include <ranges>
#include <string_view>
#include <utility>

namespace viewer {

namespace {
constexpr float k_beside = 1.0f; ///< pixels beside a triangle that it may touch

using Corners = std::array<ImDrawVert, 3>;

/// Of what has no gaps between its parts.
template <class T>
std::size_t hash(const T& value) {
    return std::hash<std::string_view>()({reinterpret_cast<const char*>(&value), sizeof value});
}
} // namespace

glm::vec2 pixel_of(const ImVec2& point, const TextPlace& place) {
    const glm::vec2 at = glm::vec2(point.x, point.y) * place.stretch - place.from;
    return {at.x, static_cast<float>(place.size.y) - at.y};
}

void PixelBox::add(const glm::vec2& point) {
    low = glm::min(low, point);
    high = glm::max(high, point);
}

TextChanges::List::List(const ImDrawList& drawn)
    : vertices(drawn.VtxBuffer.begin(), drawn.VtxBuffer.end()), indices(drawn.IdxBuffer.begin(), drawn.IdxBuffer.end()),
      commands(drawn.CmdBuffer.begin(), drawn.CmdBuffer.end()) {}

bool TextChanges::List::draws_as(const ImDrawList& other) const {
    // ImGui compares its commands byte by byte too
    const auto same = [](const auto& mine, const auto& its) {
        return static_cast<int>(mine.size()) == its.Size &&
               (its.Size == 0 ||
                std::memcmp(mine.data(), its.Data, static_cast<std::size_t>(its.size_in_bytes())) == 0);
    };
    return same(commands, other.CmdBuffer) && same(indices, other.IdxBuffer) && same(vertices, other.VtxBuffer);
}

void TextChanges::List::find_triangles(const TextPlace& place) {
    covered = render::Region(place.size);
    for (const ImDrawCmd& command : commands) {
        PixelBox& all = boxes.emplace_back();
        const std::size_t look = hash(command.ClipRect) * 31 + reinterpret_cast<std::size_t>(command.GetTexID());
        for (unsigned int k = 0; k + 2 < command.ElemCount; k += 3) {
            Corners corners;
            PixelBox box;
            for (unsigned int c = 0; c < 3; ++c) {
                corners[c] = vertices[command.VtxOffset + indices[command.IdxOffset + k + c]];
                box.add(pixel_of(corners[c].pos, place));
            }
            triangles.push_back({hash(corners) ^ look, box});
            covered.add(box.low - k_beside, box.high + k_beside);
            all.add(box.low);
            all.add(box.high);
        }
    }
}

TextChanges::Command TextChanges::List::command(std::size_t at) const {
    std::size_t first = 0;
    for (std::size_t i = 0; i < at; ++i) first += commands[i].ElemCount / 3;
    return {std::span(triangles).subspan(first, commands[at].ElemCount / 3), boxes[at]};
}

void TextChanges::add_difference(std::span<const Triangle> a, std::span<const Triangle> b, std::vector<Triangle>& to) {
    // most are in the same place in both: only what lies between is put in order
    const auto begin = std::ranges::mismatch(a, b, {}, &Triangle::look, &Triangle::look);
    a = {begin.in1, a.end()};
    b = {begin.in2, b.end()};
    const auto end =
        std::ranges::mismatch(std::views::reverse(a), std::views::reverse(b), {}, &Triangle::look, &Triangle::look);
    std::vector<Triangle> gone(a.begin(), end.in1.base()), come(b.begin(), end.in2.base());
    if (gone.size() == come.size()) { // a line that moves, or another figure in a number
        std::size_t differ = 0;
        for (std::size_t i = 0; i < gone.size(); ++i) {
            if (gone[i].look == come[i].look) continue;
            gone[differ] = gone[i];
            come[differ++] = come[i];
        }
        gone.resize(differ);
        come.resize(differ);
    }
    std::ranges::sort(gone, {}, &Triangle::look);
    std::ranges::sort(come, {}, &Triangle::look);
    std::ranges::set_symmetric_difference(gone, come, std::back_inserter(to), {}, &Triangle::look, &Triangle::look);
}

render::Region TextChanges::to(const ImDrawData& drawn, const TextPlace& place) {
    place_ = place;
    render::Region region(place.size);
    std::vector<Triangle> changed;
    told_.resize(std::max(told_.size(), static_cast<std::size_t>(drawn.CmdListsCount)));
    for (std::size_t i = 0; i < told_.size(); ++i) {
        List now;
        if (i < static_cast<std::size_t>(drawn.CmdListsCount)) {
            if (told_[i].draws_as(*drawn.CmdLists[i])) continue;
            now = List(*drawn.CmdLists[i]);
            now.find_triangles(place);
        }
        add_difference(told_[i].triangles, now.triangles, changed);
        told_[i] = std::move(now);
    }
    told_.resize(static_cast<std::size_t>(drawn.CmdListsCount));
    for (const auto& [look, box] : changed) region.add(box.low - k_beside, box.high + k_beside);
    return region;
}

render::Region TextChanges::covered() const {
    render::Region region(place_.size);
    for (const List& list : told_)
        if (!list.triangles.empty()) region.add(list.covered);
    return region;
}

TextChanges::Command TextChanges::command(int list, int command) const {
    return told_[static_cast<std::size_t>(list)].command(static_cast<std::size_t>(command));
}

} // namespace viewer
