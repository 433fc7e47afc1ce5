// Graphs: what the muscle does over the whole movement, with a cursor at the moment shown. Dragging a plot moves the
// lesson.

#include "lesson/find_time.h"
#include "ui/muscle_plots.h"
#include "ui/panels.h"
#include "ui/widgets.h"
#include "ui/words.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr float k_axes_height = 118.0f; // units
constexpr double k_same_degrees = 0.05; // a drag that stands still asks for nothing

std::optional<int> shown_muscle(const Context& context) {
    const auto& chosen = context.document().panels.graph_muscle;
    const auto& muscles = context.world().atlas.muscles;
    if (chosen && *chosen >= 0 && static_cast<std::size_t>(*chosen) < muscles.size()) return chosen;
    return followed_muscle(context.world(), context.document().view.options, context.sample());
}

void choose(const Context& context, std::optional<int> muscle) {
    document::Panels panels = context.document().panels;
    panels.graph_muscle = muscle;
    context.act(document::SetPanels{panels});
}

void muscle_combo(const Context& context, int shown) {
    const anatomy::Atlas& atlas = context.world().atlas;
    const auto& chosen = context.document().panels.graph_muscle;
    ImGui::SetNextItemWidth(-1.0f);
    const std::string preview = fitted(atlas.muscles[static_cast<std::size_t>(shown)].name,
                                       ImGui::GetContentRegionAvail().x - 2.0f * ImGui::GetFrameHeight());
    const bool open = ImGui::BeginCombo("##muscle", preview.c_str(), ImGuiComboFlags_HeightLarge);
    if (!open) {
        tooltip(context, "Which muscle the graphs show");
        return;
    }
    if (ImGui::Selectable("As selected or locked", !chosen)) choose(context, std::nullopt);
    ImGui::Separator();
    for (int i = 0; i < static_cast<int>(atlas.muscles.size()); ++i) {
        ImGui::PushID(i);
        if (ImGui::Selectable(atlas.muscles[static_cast<std::size_t>(i)].name.c_str(), chosen == i)) choose(context, i);
        ImGui::PopID();
    }
    ImGui::EndCombo();
}

// One plot as an item: hovering reads out, dragging moves the lesson to where the joint has that angle.
void plot_item(const Context& context, const Plot& plot, motion::Coordinate over, int index) {
    const PlotPaper paper{*ImGui::GetWindowDrawList(),
                          {context.fonts.regular, context.fonts.size_regular},
                          {context.fonts.bold, context.fonts.size_regular},
                          context.unit()};
    const float width = std::max(ImGui::GetContentRegionAvail().x, 1.0f);
    const Rect rect{vec(ImGui::GetCursorScreenPos()),
                    {width, plot_frame_height(paper, plot, width) + k_axes_height * context.unit()}};
    ImGui::PushID(index);
    ImGui::InvisibleButton("##plot", im(rect.size));
    ImGui::PopID();
    if (!ImGui::IsItemVisible()) return;
    const PlotArea area = place_plot(paper, plot, rect);
    const glm::vec2 mouse = vec(ImGui::GetIO().MousePos);
    const bool over_axes = mouse.y >= area.axes.min.y && mouse.y <= area.axes.max().y && mouse.x >= area.axes.min.x;
    const bool grabbed = vec(ImGui::GetIO().MouseClickedPos[0]).y >= area.axes.min.y;
    if (ImGui::IsItemActive() && grabbed) {
        const double wanted = area.x_of(mouse.x);
        if (!plot.cursor || std::abs(wanted - *plot.cursor) > k_same_degrees) {
            const base::Seconds at =
                lesson::scrub_time(context.world().lesson, over, base::Angle::degrees(wanted), context.sample().at);
            if (at != context.sample().at) {
                if (context.document().player.playing()) context.act(document::Pause{});
                context.act(document::Seek{at});
            }
        }
        draw_plot(paper, plot, rect, std::nullopt);
        return;
    }
    const bool hovered = ImGui::IsItemHovered() && over_axes;
    draw_plot(paper, plot, rect, hovered ? std::optional(mouse.x) : std::nullopt);
}

} // namespace

void graphs_contents(const Context& context) {
    const std::optional<int> shown = shown_muscle(context);
    if (!shown) {
        muted("There is no muscle to show.");
        return;
    }
    muscle_combo(context, *shown);
    const motion::Pose& pose = context.sample().pose;
    const MuscleCurves& curves = context.curves.of(context.world().atlas, *shown, context.sample().lock, pose);
    const double cursor = motion::angle_of(pose, curves.over).degrees();
    tag(context, Certainty::computed);
    muted(curves.locked ? "Locked now, and the same without the lock. Drag a graph to move the lesson."
                        : "No lock on this muscle now. Drag a graph to move the lesson.");
    what_if_sliders(context);
    int index = 0;
    for (const Plot& plot : muscle_plots(context.world().atlas, *shown, curves, cursor)) {
        ImGui::Spacing();
        plot_item(context, plot, curves.over, index++);
    }
    muted("The other joints stay as they are now. Moment arm: above 0 the muscle turns the joint the way it is named.");
}

} // namespace ui
