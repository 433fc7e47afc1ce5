// What if: sliders that turn the hip and the shank away from the lesson, to see what other planes of movement do.

#include "ui/muscle_plots.h"
#include "ui/panels.h"
#include "ui/widgets.h"

#include <array>

namespace ui {

namespace {

struct Slider {
    motion::Coordinate coordinate;
    const char* name;
    const char* tip;
    anatomy::Range anatomy::Atlas::*range;
};
constexpr std::array<Slider, 4> k_sliders = {{
    {motion::Coordinate::hip_rotation, "Hip turned", "Inward above 0, outward below", &anatomy::Atlas::hip_rotation},
    {motion::Coordinate::hip_adduction, "Hip sideways", "Toward the other leg above 0, away from it below",
     &anatomy::Atlas::hip_adduction},
    {motion::Coordinate::tibial_rotation, "Shank turned", "Toes inward above 0, outward below",
     &anatomy::Atlas::tibial_rotation},
    {motion::Coordinate::hip_flexion, "Hip bent", "Thigh forward above 0, backward below",
     &anatomy::Atlas::hip_flexion},
}};

void slider(const Context& context, const Slider& look, float name_width) {
    motion::Pose offset = context.document().view.options.pose_offset;
    base::Angle& angle = motion::angle_of(offset, look.coordinate);
    const anatomy::Range& range = context.world().atlas.*look.range;
    ImGui::PushID(look.name);
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(look.name);
    ImGui::SameLine(name_width);
    ImGui::SetNextItemWidth(-1.0f);
    auto degrees = static_cast<float>(angle.degrees());
    const bool moved =
        ImGui::SliderFloat("##angle", &degrees, static_cast<float>(range.low.degrees()),
                           static_cast<float>(range.high.degrees()), "%+.0f\u00B0", ImGuiSliderFlags_AlwaysClamp);
    const bool done = ImGui::IsItemDeactivatedAfterEdit();
    tooltip(context, std::string(look.tip) + "; Ctrl+click to type a number");
    ImGui::PopID();
    if (!moved && !done) return;
    angle = base::Angle::degrees(degrees);
    context.act(document::SetPoseOffset{offset, done});
}

} // namespace

void what_if_sliders(const Context& context) {
    const bool changed = context.document().view.options.pose_offset != motion::Pose{};
    ImGui::PushFont(context.fonts.bold);
    const bool open = ImGui::CollapsingHeader(changed ? "What if ... (changed)###whatif" : "What if ...###whatif");
    ImGui::PopFont();
    if (!open) return;
    muted("Other planes of movement: as if the leg lay so throughout. Watch the strain.");
    float name_width = 0.0f;
    for (const Slider& look : k_sliders) name_width = std::max(name_width, ImGui::CalcTextSize(look.name).x);
    name_width += ImGui::GetStyle().WindowPadding.x + ImGui::GetStyle().ItemSpacing.x;
    for (const Slider& look : k_sliders) slider(context, look, name_width);
    if (changed && word_button(context, "As in the lesson", false, "All four back to 0"))
        context.act(document::SetPoseOffset{{}, true});
    muted("The couch stays where it is, whatever the hip does.");
}

} // namespace ui
