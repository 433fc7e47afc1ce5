// The magnifier's rim, its beam to the place under the lock, and the numbers of the effects on the rim.

#include "ui/under_skin.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>
#include <utility>

namespace ui {

namespace {

constexpr float k_pi = std::numbers::pi_v<float>;
constexpr float k_rim = 5.0f;  // units
constexpr float k_spot = 6.0f; // units, radius of the place that is magnified

void rim(ImDrawList& list, const Lens& lens, float unit) {
    const ImVec2 centre = im(lens.centre);
    constexpr int k_sides = 72;
    for (int i = 0; i < 6; ++i) // the rim's shadow on the glass
        list.AddCircle(centre, lens.radius - (k_rim * 0.5f + static_cast<float>(i)) * unit,
                       rgb(0x17262C, static_cast<unsigned>(34 - 5 * i)), k_sides, whole_pixels(1.6f * unit));
    list.AddCircle(centre, lens.radius, k_raised, k_sides, whole_pixels(k_rim * unit));
    list.AddCircle(centre, lens.radius + 0.5f * k_rim * unit, rgb(0x17262C, 150), k_sides, whole_pixels(1.2f * unit));
    list.AddCircle(centre, lens.radius - 0.5f * k_rim * unit, rgb(0x17262C, 90), k_sides, whole_pixels(unit));
    list.PathArcTo(centre, lens.radius * 0.89f, -0.86f * k_pi, -0.66f * k_pi, 24);
    list.PathStroke(rgb(0xFFFFFF, 150), 0, 3.0f * unit);
    list.PathArcTo(centre, lens.radius * 0.89f, -0.63f * k_pi, -0.60f * k_pi, 6);
    list.PathStroke(rgb(0xFFFFFF, 120), 0, 3.0f * unit);
}

// An arrow outside the rim on each side: the way of the stretch.
void stretch_arrows(ImDrawList& list, const Lens& lens, float unit) {
    if (lens.phases.taut <= 0.02) return;
    const glm::vec2 aside(-lens.along.y, lens.along.x);
    for (const float way : {1.0f, -1.0f}) {
        const glm::vec2 foot = lens.centre + lens.along * (way * (lens.radius + 5.0f * unit));
        const glm::vec2 tip = foot + lens.along * (way * (12.0f + 8.0f * static_cast<float>(lens.phases.taut)) * unit);
        const glm::vec2 back = tip - lens.along * (way * 8.0f * unit);
        // a pale seam, for dark grounds
        for (const auto& [colour, seam] : {std::pair(k_raised, 1.5f * unit), std::pair(k_text, 0.0f)}) {
            const float half = 5.0f * unit + 1.6f * seam;
            list.AddLine(im(foot), im(back), colour, 3.0f * unit + 2.0f * seam);
            const glm::vec2 base = back - lens.along * (way * seam);
            list.AddTriangleFilled(im(tip + lens.along * (way * 2.0f * seam)), im(base + aside * half),
                                   im(base - aside * half), colour);
        }
    }
}

} // namespace

void draw_lens_beam(ImDrawList& list, const Lens& lens, glm::vec2 spot, float unit) {
    const float small = k_spot * unit, distance = glm::length(spot - lens.centre);
    if (distance <= lens.radius + 2.0f * small) return;
    // The two outer tangents of the lens and the spot.
    const glm::vec2 way = (spot - lens.centre) / distance, aside(-way.y, way.x);
    const float along = (lens.radius - small) / distance, across = std::sqrt(1.0f - along * along);
    const glm::vec2 up = way * along + aside * across, down = way * along - aside * across;
    list.AddQuadFilled(im(lens.centre + up * lens.radius), im(spot + up * small), im(spot + down * small),
                       im(lens.centre + down * lens.radius), rgb(0xFFFFFF, 56));
    for (const glm::vec2& edge : {up, down}) {
        list.AddLine(im(lens.centre + edge * lens.radius), im(spot + edge * small), rgb(0xFFFFFF, 150), 2.6f * unit);
        list.AddLine(im(lens.centre + edge * lens.radius), im(spot + edge * small), rgb(0x17262C, 170), 1.0f * unit);
    }
    list.AddCircle(im(spot), small, k_raised, 32, 3.0f * unit);
    list.AddCircle(im(spot), small, k_text, 32, 1.2f * unit);
}

void draw_lens(ImDrawList& list, const Lens& lens, const Discs& discs, const Type& number, float unit) {
    draw_lens_tissue(list, lens, discs);
    rim(list, lens, unit);
    stretch_arrows(list, lens, unit);
    // Gel and water are everywhere; the others stand where a fibre's end and the nerve meet the rim.
    constexpr float k_angles[anatomy::k_effect_count] = {-0.70f * k_pi, -0.30f * k_pi, 0.12f * k_pi, 0.84f * k_pi};
    const glm::vec2 aside(-lens.along.y, lens.along.x);
    for (int i = 0; i < anatomy::k_effect_count; ++i) {
        const glm::vec2 way = lens.along * std::cos(k_angles[i]) + aside * std::sin(k_angles[i]);
        draw_badge(list, lens.centre + way * lens.radius, number, i + 1);
    }
}

} // namespace ui
