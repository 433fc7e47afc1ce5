#pragma once
// Discs: small filled circles kept beside the letters: two triangles each, where ImGui draws a dozen or more.

#include <array>
#include <imgui.h>

namespace ui {

class Discs {
public:
    /// Asks for room in an atlas that is to be built; `pixel_ratio`: pixels for each unit of a radius.
    void reserve(ImFontAtlas& atlas, float pixel_ratio);
    /// In the built atlas.
    void paint(ImFontAtlas& atlas);
    void draw(ImDrawList& list, const ImVec2& centre, float radius, ImU32 colour) const;

private:
    static constexpr std::array<int, 7> k_radii = {2, 3, 4, 6, 8, 12, 16}; ///< pixels
    struct Kept {
        int rect = -1;    ///< of the atlas
        ImVec2 low, high; ///< of the texture
    };
    std::array<Kept, k_radii.size()> kept_{};
    float pixel_ratio_ = 1.0f;
};

} // namespace ui
