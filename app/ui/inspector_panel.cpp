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

bool shows_tab(const document::Document& document, document::SideTab tab) {
    return document.panels.right && document.panels.side == tab && !document.presenting;
}

void side_contents(const Context& context) {
    struct Choice {
        document::SideTab tab;
        const char* name;
        std::string tip;
    };
    const Choice choices[] = {
        {document::SideTab::inspect, "Inspect", "Layers, structures and the numbers of the lock"},
        {document::SideTab::graphs, "Graphs", text_with_key(info(Command::graphs).text, Command::graphs)},
        {document::SideTab::under_skin, "Under the skin",
         text_with_key(info(Command::under_skin).text, Command::under_skin)}};
    bool first = true;
    for (const Choice& choice : choices) {
        if (!first) same_line_if_fits(context, choice.name);
        first = false;
        if (!word_button(context, choice.name, context.document().panels.side == choice.tab, choice.tip)) continue;
        document::Panels panels = context.document().panels;
        panels.side = choice.tab;
        context.act(document::SetPanels{panels});
    }
    ImGui::Spacing();
    switch (context.document().panels.side) {
    case document::SideTab::inspect: inspector_contents(context); break;
    case document::SideTab::graphs: graphs_contents(context); break;
    case document::SideTab::under_skin: under_skin_contents(context); break;
    }
}

void draw_inspector_panel(const Context& context) {
    if (context.layout.right.empty()) return;
    if (begin_panel("Inspector", context.layout.right)) side_contents(context);
    end_panel();
}

} // namespace ui
