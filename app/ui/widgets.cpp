#include "ui/widgets.h"

#include <imgui_internal.h>

#include <algorithm>
#include <array>

namespace ui {

namespace {

void text(std::string_view words) { ImGui::TextUnformatted(words.data(), words.data() + words.size()); }

struct TagLook {
    const char* word;
    ImU32 ground, colour;
};
constexpr std::array<TagLook, 2> k_tags = {
    {{"computed", k_accent_soft, k_accent}, {"illustrative", k_amber_ground, k_amber}}};

} // namespace

void tooltip(const Context& context, const std::string& words) {
    if (words.empty() || !ImGui::IsItemHovered()) return;
    // Hovering by keyboard or without an id has no timer, and shows at once.
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    const base::Seconds hovered(g.HoveredId != 0 ? static_cast<double>(g.HoveredIdTimer) : k_tooltip_delay.count());
    if (hovered < k_tooltip_delay) {
        context.redraw_after(k_tooltip_delay - hovered + base::Seconds(0.02));
        return;
    }
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(300.0f * context.unit());
    text(words);
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

bool icon_button(const Context& context, const char* id, Icon icon, float size, bool on, const std::string& tip) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (on) ImGui::PushStyleColor(ImGuiCol_Button, k_accent_soft);
    const bool pressed = ImGui::Button(id, {size, size});
    if (on) ImGui::PopStyleColor();
    draw_icon(*ImGui::GetWindowDrawList(), icon, {at.x + size / 2.0f, at.y + size / 2.0f}, size * 0.5f,
              on ? k_accent : k_text);
    tooltip(context, tip);
    return pressed;
}

bool word_button(const Context& context, const std::string& label, bool on, const std::string& tip) {
    if (on) {
        ImGui::PushStyleColor(ImGuiCol_Button, k_accent);
        ImGui::PushStyleColor(ImGuiCol_ButtonHovered, k_accent);
        ImGui::PushStyleColor(ImGuiCol_Text, k_raised);
    }
    const bool pressed = ImGui::Button(label.c_str());
    if (on) ImGui::PopStyleColor(3);
    tooltip(context, tip);
    return pressed;
}

void same_line_if_fits(const Context& context, const std::string& label) {
    const float gap = 4.0f * context.unit();
    const float width = ImGui::CalcTextSize(label.c_str()).x + 2.0f * ImGui::GetStyle().FramePadding.x;
    const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
    if (ImGui::GetItemRectMax().x + gap + width <= right) ImGui::SameLine(0.0f, gap);
}

bool begin_panel(const char* name, const Rect& rect, bool scrolls) {
    ImGui::SetNextWindowPos(im(rect.min));
    ImGui::SetNextWindowSize(im(rect.size));
    ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                             ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus;
    if (scrolls)
        flags &= ~ImGuiWindowFlags_NoScrollbar;
    else
        flags |= ImGuiWindowFlags_NoScrollWithMouse;
    return ImGui::Begin(name, nullptr, flags);
}

void end_panel() { ImGui::End(); }

void heading(const Context& context, std::string_view words) {
    ImGui::PushFont(context.fonts.large);
    ImGui::PushTextWrapPos(0.0f);
    text(words);
    ImGui::PopTextWrapPos();
    ImGui::PopFont();
}

void muted(std::string_view words) {
    ImGui::PushStyleColor(ImGuiCol_Text, k_muted);
    wrapped(words);
    ImGui::PopStyleColor();
}

void wrapped(std::string_view words) {
    ImGui::PushTextWrapPos(0.0f);
    text(words);
    ImGui::PopTextWrapPos();
}

void tag(const Context& context, Certainty certainty) {
    const TagLook& look = k_tags[static_cast<std::size_t>(certainty)];
    const float pad = 6.0f * context.unit();
    const ImVec2 size = ImGui::CalcTextSize(look.word);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + size.x + 2.0f * pad, at.y + size.y}, look.ground, 5.0f * context.unit());
    list.AddText({at.x + pad, at.y}, look.colour, look.word);
    ImGui::Dummy({size.x + 2.0f * pad, size.y});
}

void cited(const Context& context, const std::vector<std::string>& ids) {
    if (ids.empty()) return;
    const std::string label = "Sources (" + std::to_string(ids.size()) + ")###sources";
    if (!ImGui::TreeNodeEx(label.c_str(), ImGuiTreeNodeFlags_SpanAvailWidth)) return;
    const auto& all = context.world().atlas.sources;
    for (const std::string& id : ids) {
        const auto found = std::ranges::find(all, id, &anatomy::Source::id);
        muted(found == all.end() ? id : found->citation);
        ImGui::Spacing();
    }
    ImGui::TreePop();
}

void fact(const Context& context, const char* name, const std::string& value) {
    if (value.empty()) return;
    ImGui::PushFont(context.fonts.bold);
    ImGui::TextUnformatted(name);
    ImGui::PopFont();
    wrapped(value);
    ImGui::Spacing();
}

std::string fitted(std::string_view words, float width) {
    std::string result(words);
    if (ImGui::CalcTextSize(result.c_str()).x <= width) return result;
    const float dots = ImGui::CalcTextSize("...").x;
    while (!result.empty() && ImGui::CalcTextSize(result.c_str()).x + dots > width) {
        // Whole UTF-8 characters only.
        do result.pop_back();
        while (!result.empty() && (static_cast<unsigned char>(result.back()) & 0xC0u) == 0x80u);
        if (!result.empty() && static_cast<unsigned char>(result.back()) >= 0xC0u) result.pop_back();
    }
    return result + "...";
}

} // namespace ui
