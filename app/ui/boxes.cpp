#include "ui/boxes.h"

namespace ui {

bool begin_box(const Context& context, const char* title, glm::vec2 wanted, bool document::Panels::*panel) {
    const glm::vec2 window = vec(ImGui::GetIO().DisplaySize);
    const glm::vec2 size = glm::min(wanted * context.unit(), window * 0.94f);
    ImGui::SetNextWindowPos(im((window - size) * 0.5f));
    ImGui::SetNextWindowSize(im(size));
    bool open = true;
    constexpr ImGuiWindowFlags k_flags = ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                                         ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings;
    ImGui::PushStyleColor(ImGuiCol_Border, k_accent);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 6.0f * context.unit());
    const bool shown = ImGui::Begin(title, &open, k_flags);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    if (!open) {
        document::Panels panels = context.document().panels;
        panels.*panel = false;
        context.act(document::SetPanels{panels});
    }
    return shown;
}

} // namespace ui
