#include "ui/boxes.h"
#include "ui/panels.h"
#include "ui/widgets.h"

#include <imgui_stdlib.h>

namespace ui {

namespace {

void open(const Context& context, const std::string& path) {
    document::Panels panels = context.document().panels;
    panels.open_file = false;
    context.act(document::SetPanels{panels});
    context.act(document::OpenFile{path});
}

void choices(const Context& context, const char* title, std::span<const FileChoice> files) {
    if (files.empty()) return;
    heading(context, title);
    for (const FileChoice& file : files) {
        ImGui::PushID(file.path.c_str());
        if (ImGui::Selectable(file.title.c_str())) open(context, file.path);
        tooltip(context, file.path);
        ImGui::PopID();
    }
    ImGui::Spacing();
}

} // namespace

void draw_open_box(const Context& context) {
    if (!context.document().panels.open_file) return;
    if (begin_box(context, "Open", {560.0f, 420.0f}, &document::Panels::open_file)) {
        choices(context, "Lessons", context.frame.lessons);
        choices(context, "Models", context.frame.models);
        heading(context, "Another file");
        muted("Type the path of a lesson (.toml) or a model (.glb, .obj, .stl, ...), or drop the file on the window.");
        std::string& path = context.typed_path;
        ImGui::SetNextItemWidth(-1.0f);
        const bool entered =
            ImGui::InputTextWithHint("##path", "/home/me/lesson.toml", &path, ImGuiInputTextFlags_EnterReturnsTrue);
        const bool pressed = word_button(context, "Open this file", false, "Open this file (Enter)");
        if ((entered || pressed) && !path.empty()) open(context, path);
    }
    ImGui::End();
}

} // namespace ui
