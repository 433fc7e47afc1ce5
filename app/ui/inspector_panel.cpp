#include "ui/panels.h"
#include "ui/widgets.h"

namespace ui {

namespace {

// One foldable part of the inspector.
void part(const Context& context, const char* name, bool open, void (*contents)(const Context&)) {
    ImGui::PushFont(context.fonts.bold);
    const bool shown = ImGui::CollapsingHeader(name, open ? ImGuiTreeNodeFlags_DefaultOpen : 0);
    ImGui::PopFont();
    if (!shown) return;
    ImGui::PushID(name);
    contents(context);
    ImGui::PopID();
    ImGui::Spacing();
}

} // namespace

void inspector_contents(const Context& context) {
    part(context, "Lock", true, inspector_lock);
    part(context, "Selected", true, inspector_facts);
    part(context, "Layers", true, inspector_layers);
    if (context.document().focus_search) ImGui::SetNextItemOpen(true);
    part(context, "Structures", false, inspector_structures);
    part(context, "Cut and display", false, inspector_display);
}

void draw_inspector_panel(const Context& context) {
    if (context.layout.right.empty()) return;
    if (begin_panel("Inspector", context.layout.right)) inspector_contents(context);
    end_panel();
}

} // namespace ui
