#include "document/verbs.h"
#include "ui/panels.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

void layer_row(const Context& context, const anatomy::Layer& layer) {
    const float opacity = document::layer_opacity(context.document(), context.world(), layer.id);
    const bool shown = opacity > 0.0f;
    const float size = ImGui::GetFrameHeight(), unit = context.unit();
    if (icon_button(context, "##eye", shown ? Icon::eye : Icon::eye_off, size, false,
                    (shown ? "Hide layer: " : "Show layer: ") + layer.name))
        context.act(document::ShowLayer{layer.id, !shown});
    ImGui::SameLine(0.0f, 6.0f * unit);
    const float room = ImGui::GetContentRegionAvail().x;
    const float slider = std::clamp(room * 0.5f, 50.0f * unit, 140.0f * unit);
    const float name_at = ImGui::GetCursorPosX();
    ImGui::AlignTextToFramePadding();
    const std::string name = fitted(layer.name, room - slider - 8.0f * unit);
    ImGui::TextColored(ImGui::ColorConvertU32ToFloat4(shown ? k_text : k_muted), "%s", name.c_str());
    ImGui::SameLine(name_at + room - slider);
    ImGui::SetNextItemWidth(slider);
    float percent = opacity * 100.0f;
    const bool moved = ImGui::SliderFloat("##opacity", &percent, 0.0f, 100.0f, "%.0f %%", ImGuiSliderFlags_AlwaysClamp);
    const bool done = ImGui::IsItemDeactivatedAfterEdit();
    tooltip(context, "Opacity of " + layer.name + "; Ctrl+click to type a number");
    if (moved || done) context.act(document::SetLayerOpacity{layer.id, percent / 100.0f, done});
}

} // namespace

void inspector_layers(const Context& context) {
    for (const anatomy::Layer& layer : context.world().atlas.layers) {
        ImGui::PushID(layer.id.c_str());
        layer_row(context, layer);
        ImGui::PopID();
    }
    if (context.document().view.options.layer_opacity.empty()) return;
    muted("Changed by you; steps do not change these layers any more.");
    if (word_button(context, "As the step shows them", false, std::string(info(Command::reset_layers).text)))
        context.run(Command::reset_layers);
}

} // namespace ui
