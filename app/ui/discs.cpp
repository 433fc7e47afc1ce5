#include "ui/discs.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {
constexpr int k_rim = 1;               // pixels round a disc
constexpr float k_most_larger = 1.25f; // a kept disc is stretched by no more

int side_of(int radius) { return 2 * (radius + k_rim); }
} // namespace

void Discs::reserve(ImFontAtlas& atlas, float pixel_ratio) {
    pixel_ratio_ = pixel_ratio;
    for (std::size_t i = 0; i < k_radii.size(); ++i)
        kept_[i].rect = atlas.AddCustomRectRegular(side_of(k_radii[i]), side_of(k_radii[i]));
}

void Discs::paint(ImFontAtlas& atlas) {
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    atlas.GetTexDataAsAlpha8(&pixels, &width, &height);
    for (std::size_t i = 0; i < k_radii.size(); ++i) {
        const ImFontAtlasCustomRect& rect = *atlas.GetCustomRectByIndex(kept_[i].rect);
        const float middle = 0.5f * static_cast<float>(rect.Width), radius = static_cast<float>(k_radii[i]);
        for (int y = 0; y < rect.Height; ++y)
            for (int x = 0; x < rect.Width; ++x) {
                const float away =
                    std::hypot(static_cast<float>(x) + 0.5f - middle, static_cast<float>(y) + 0.5f - middle);
                const float filled = std::clamp(radius + 0.5f - away, 0.0f, 1.0f);
                pixels[(rect.Y + y) * width + rect.X + x] = static_cast<unsigned char>(std::lround(255.0f * filled));
            }
        atlas.CalcCustomRectUV(&rect, &kept_[i].low, &kept_[i].high);
    }
}

void Discs::draw(ImDrawList& list, const ImVec2& centre, float radius, ImU32 colour) const {
    const float pixels = radius * pixel_ratio_;
    const auto nearest = std::ranges::find_if(
        k_radii, [pixels](int each) { return pixels <= k_most_larger * static_cast<float>(each); });
    if (nearest == k_radii.end()) {
        list.AddCircleFilled(centre, radius, colour);
        return;
    }
    const Kept& kept = kept_[static_cast<std::size_t>(nearest - k_radii.begin())];
    const float half = radius * static_cast<float>(*nearest + k_rim) / static_cast<float>(*nearest);
    list.PrimReserve(6, 4);
    list.PrimRectUV({centre.x - half, centre.y - half}, {centre.x + half, centre.y + half}, kept.low, kept.high,
                    colour);
}

} // namespace ui
