#include "document/focus.h"
#include "ui/panels.h"
#include "ui/widgets.h"
#include "ui/words.h"

#include <imgui_stdlib.h>

#include <algorithm>

namespace ui {

namespace {

void search_field(const Context& context) {
    std::string text = context.document().search;
    if (context.document().focus_search) {
        ImGui::SetKeyboardFocusHere();
        ImGui::SetScrollHereY(0.2f);
        context.act(document::SearchFocused{});
    }
    ImGui::SetNextItemWidth(-1.0f);
    if (ImGui::InputTextWithHint("##search", "Search, e.g. biceps", &text, ImGuiInputTextFlags_AutoSelectAll))
        context.act(document::SetSearch{text});
    tooltip(context, text_with_key(info(Command::search).text, Command::search));
}

void row(const Context& context, int index) {
    const anatomy::Structure& structure = context.world().atlas.structures[static_cast<std::size_t>(index)];
    const auto& options = context.document().view.options;
    const float size = ImGui::GetFrameHeight(), gap = 3.0f * context.unit();
    const float buttons = 3.0f * (size + gap);
    const float room = ImGui::GetContentRegionAvail().x;
    const bool hidden = options.hidden.contains(index);
    const float name_width = std::max(room - buttons, 40.0f * context.unit());
    const std::string name = fitted(structure.name, name_width - 6.0f * context.unit());
    if (hidden) ImGui::PushStyleColor(ImGuiCol_Text, k_muted);
    if (ImGui::Selectable((name + "##name").c_str(), options.selected == index, 0, {name_width, size}))
        context.act(document::Select{index});
    if (hidden) ImGui::PopStyleColor();
    if (ImGui::IsItemHovered()) {
        if (options.hovered != index) context.act(document::Hover{index});
        if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) context.act(document::Focus{index, {}});
    }
    tooltip(context,
            structure.name + (structure.latin.empty() ? "" : "\n" + structure.latin) + "\nDouble click: look at it");
    ImGui::SameLine(0.0f, gap);
    if (icon_button(context, "##hide", hidden ? Icon::eye_off : Icon::eye, size, false,
                    hidden ? "Show" : text_with_key("Hide", Command::hide))) {
        if (hidden)
            context.act(document::Show{index});
        else
            context.act(document::Hide{index});
    }
    ImGui::SameLine(0.0f, gap);
    if (icon_button(context, "##only", Icon::only, size, options.isolated == index,
                    text_with_key("Show only this", Command::isolate)))
        context.act(document::Isolate{index});
    ImGui::SameLine(0.0f, gap);
    if (icon_button(context, "##xray", Icon::xray, size, options.faded.contains(index),
                    text_with_key("X-ray", Command::fade)))
        context.act(document::Fade{index});
}

bool found(const anatomy::Structure& structure, const std::string& query) {
    return matches(structure.name + " " + structure.latin + " " + structure.id, query);
}

void landmark_row(const Context& context, int index) {
    const scene::World& world = context.world();
    const anatomy::Region& region = world.atlas.regions[static_cast<std::size_t>(index)];
    const std::string& bone = world.atlas.structures[static_cast<std::size_t>(*region.structure)].name;
    const bool chosen = context.document().view.options.landmark == index;
    const std::string name = fitted(region.name, ImGui::GetContentRegionAvail().x - 6.0f * context.unit());
    if (ImGui::Selectable((name + "##name").c_str(), chosen, 0, {0.0f, ImGui::GetFrameHeight()}))
        context.act(document::SelectLandmark{index});
    if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
        const base::Seconds at = context.document().player.at();
        context.act(document::Focus{region.structure, document::sphere_of_region(world, index, at).centre});
    }
    tooltip(context, region.name + "\n" + region.latin + "\n" + bone + (region.note.empty() ? "" : "\n" + region.note) +
                         "\nDouble click: look at it");
}

/// Landmarks of the bones that the query names; all of them without a query. Whether there were any.
bool landmarks(const Context& context, const std::string& query) {
    const auto& regions = context.world().atlas.regions;
    bool any = false;
    for (int i = 0; i < static_cast<int>(regions.size()); ++i) {
        const anatomy::Region& region = regions[static_cast<std::size_t>(i)];
        if (!region.structure || !matches(region.name + " " + region.latin + " " + region.id, query)) continue;
        if (!any) muted("Landmark");
        any = true;
        ImGui::PushID(region.id.c_str());
        landmark_row(context, i);
        ImGui::PopID();
    }
    return any;
}

} // namespace

void inspector_structures(const Context& context) {
    search_field(context);
    const auto& structures = context.world().atlas.structures;
    const std::string& query = context.document().search;
    bool any = false;
    for (int kind = 0; kind < anatomy::k_kind_count; ++kind) {
        bool titled = false;
        for (int i = 0; i < static_cast<int>(structures.size()); ++i) {
            const anatomy::Structure& structure = structures[static_cast<std::size_t>(i)];
            if (static_cast<int>(structure.kind) != kind || !found(structure, query)) continue;
            if (!titled) {
                std::string title(anatomy::k_kind_names[static_cast<std::size_t>(kind)]);
                title[0] = static_cast<char>(title[0] - 'a' + 'A');
                muted(title);
                titled = any = true;
            }
            ImGui::PushID(i);
            row(context, i);
            ImGui::PopID();
        }
    }
    if (landmarks(context, query)) any = true;
    if (!any) muted("Nothing is called \"" + query + "\".");
    if (word_button(context, "Show everything", false, text_with_key(info(Command::show_all).text, Command::show_all)))
        context.run(Command::show_all);
}

} // namespace ui
