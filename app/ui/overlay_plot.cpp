#include "ui/muscle_plots.h"
#include "ui/overlay.h"

#include <algorithm>

namespace ui {

namespace {
constexpr float k_wide = 17.5f, k_axes_high = 6.2f; // in heights of the text
constexpr float k_most_of_width = 0.55f, k_most_of_height = 0.55f;
} // namespace

Rect draw_small_plot(const OverlayPaper& paper, std::span<const Rect> taken) {
    const auto& lock = paper.context.sample().lock;
    const auto& muscles = paper.context.world().atlas.muscles;
    if (!paper.context.frame.scene.strain_legend || !lock || lock->muscle < 0 ||
        static_cast<std::size_t>(lock->muscle) >= muscles.size())
        return {};
    const motion::Pose& pose = paper.context.sample().pose;
    const MuscleCurves& curves = paper.context.curves.of(paper.context.world().atlas, lock->muscle, lock, pose);
    Plot plot = strain_plot(curves, motion::angle_of(pose, curves.over).degrees());
    plot.title = "Why lock? Strain";
    const PlotPaper drawn{paper.list, paper.text, paper.bold, paper.unit};
    const float pad = 9.0f * paper.unit, size = paper.text.size;
    Rect card;
    card.size = {k_wide * size + 2.0f * pad, 0.0f};
    card.size.y = plot_frame_height(drawn, plot, card.size.x - 2.0f * pad) + k_axes_high * size + pad;
    if (card.size.x > paper.area.size.x * k_most_of_width || card.size.y > paper.area.size.y * k_most_of_height)
        return {};
    constexpr Corner k_wished[] = {Corner::beside_left, Corner::bottom_left, Corner::top_left, Corner::bottom_right};
    const auto place = free_place(paper, card.size, taken, k_wished);
    if (!place) return {};
    card = *place;
    draw_card(paper, card);
    draw_plot(drawn, plot, {card.min + glm::vec2(pad, 0.6f * pad), card.size - glm::vec2(2.0f * pad, pad)},
              std::nullopt);
    return card;
}

} // namespace ui
