#include "ui/boxes.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace ui {

namespace {

void line(const Context& context, std::string_view keys, std::string_view text) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::PushFont(context.fonts.bold);
    wrapped(keys);
    ImGui::PopFont();
    ImGui::TableNextColumn();
    wrapped(text);
}

bool begin_table(const char* id) {
    if (!ImGui::BeginTable(id, 2, ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingStretchProp)) return false;
    ImGui::TableSetupColumn("keys", ImGuiTableColumnFlags_WidthStretch, 0.42f);
    ImGui::TableSetupColumn("text", ImGuiTableColumnFlags_WidthStretch, 0.58f);
    return true;
}

} // namespace

void draw_help_sheet(const Context& context) {
    if (!context.document().panels.help) return;
    if (begin_box(context, "Keys and mouse", {720.0f, 620.0f}, &document::Panels::help)) {
        heading(context, "Mouse in the picture");
        if (begin_table("mouse")) {
            for (const Gesture& gesture : gestures(context.document().preferences.blender_mouse))
                line(context, gesture.mouse, gesture.text);
            ImGui::EndTable();
        }
        for (std::size_t group = 0; group < k_group_names.size(); ++group) {
            ImGui::Spacing();
            heading(context, k_group_names[group]);
            if (!begin_table(k_group_names[group].data())) continue;
            for (const CommandInfo& command : commands())
                if (static_cast<std::size_t>(command.group) == group)
                    line(context, command.menu_only ? "In the menu" : keys_of(command.command), command.text);
            ImGui::EndTable();
        }
    }
    ImGui::End();
}

} // namespace ui
