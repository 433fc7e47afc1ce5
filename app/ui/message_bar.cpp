#include "ui/panels.h"
#include "ui/widgets.h"

namespace ui {

void draw_message_bar(const Context& context) {
    if (context.layout.message.empty()) return;
    ImGui::PushStyleColor(ImGuiCol_WindowBg, k_error_ground);
    if (begin_panel("Message", context.layout.message)) {
        const float size = ImGui::GetFrameHeight();
        const float room = ImGui::GetContentRegionAvail().x - size - 10.0f * context.unit();
        ImGui::PushStyleColor(ImGuiCol_Text, k_error);
        ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + room);
        const float y = ImGui::GetCursorPosY();
        const std::string& text = context.document().message;
        ImGui::TextUnformatted(text.c_str(), text.c_str() + text.size());
        ImGui::PopTextWrapPos();
        ImGui::PopStyleColor();
        ImGui::SameLine();
        ImGui::SetCursorPos({ImGui::GetStyle().WindowPadding.x + room + 10.0f * context.unit(), y});
        if (icon_button(context, "##dismiss", Icon::close, size, false,
                        text_with_key("Put this message away", Command::escape)))
            context.act(document::Tell{});
    }
    end_panel();
    ImGui::PopStyleColor();
}

} // namespace ui
