#include "ui/panels.h"
#include "ui/widgets.h"
#include "ui/words.h"

#include <algorithm>

namespace ui {

namespace {

constexpr float k_room_for_two = 300.0f;   // units of height from which list and explanation scroll on their own

void voices(const Context& context) {
    const auto& speaks = context.world().lesson.audiences;
    for (int i = 0; i < lesson::k_audience_count; ++i) {
        const auto audience = static_cast<lesson::Audience>(i);
        if (!speaks.empty() && std::find(speaks.begin(), speaks.end(), audience) == speaks.end()) continue;
        const std::string label(audience_text(audience));
        // Next to the one before when it fits, else below it.
        const float width = ImGui::CalcTextSize(label.c_str()).x + 2.0f * ImGui::GetStyle().FramePadding.x;
        const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
        if (i > 0 && ImGui::GetItemRectMax().x + 4.0f * context.unit() + width <= right)
            ImGui::SameLine(0.0f, 4.0f * context.unit());
        const bool current = context.document().preferences.audience == audience;
        if (word_button(context, label, current, text_with_key("Explain for: " + label, Command::next_voice))) {
            document::Preferences preferences = context.document().preferences;
            preferences.audience = audience;
            context.act(document::SetPreferences{preferences});
        }
    }
}

// One line of the list: number, title over as many lines as it needs; the current one has a bar, a ground and bold
// type.
void step_row(const Context& context, int index, bool scroll_to) {
    const lesson::Step& step = context.world().lesson.steps[static_cast<std::size_t>(index)];
    const bool current = index == context.sample().step;
    const float unit = context.unit(), number_width = 26.0f * unit;
    if (current) ImGui::PushFont(context.fonts.bold);
    const float wrap = std::max(ImGui::GetContentRegionAvail().x - number_width - 6.0f * unit, 40.0f * unit);
    const ImVec2 text_size = ImGui::CalcTextSize(step.title.c_str(), nullptr, false, wrap);
    const float height = text_size.y + 8.0f * unit;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::PushID(index);
    if (ImGui::Selectable("##step", current, 0, {0.0f, height})) context.act(document::GoToStep{index});
    const float right = ImGui::GetItemRectMax().x;
    ImGui::PopID();
    if (current && scroll_to) ImGui::SetScrollHereY(0.4f);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (current)
        list.AddRectFilled({at.x, at.y + 2.0f * unit}, {at.x + 3.0f * unit, at.y + height - 2.0f * unit}, k_accent,
                           2.0f);
    const std::string number = std::to_string(index + 1);
    const float number_x = at.x + number_width - 6.0f * unit - ImGui::CalcTextSize(number.c_str()).x;
    list.AddText({number_x, at.y + 4.0f * unit}, current ? k_accent : k_muted, number.c_str());
    list.PushClipRect({at.x, at.y}, {right, at.y + height}, true);
    list.AddText(ImGui::GetFont(), ImGui::GetFontSize(), {at.x + number_width, at.y + 4.0f * unit}, k_text,
                 step.title.c_str(), nullptr, wrap);
    list.PopClipRect();
    if (current) ImGui::PopFont();
    tooltip(context, "Go to this step (" + keys_of(Command::previous_step, true) + ", " +
                         keys_of(Command::next_step, true) + ")");
}

void list_of_steps(const Context& context, bool scroll_to) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {8.0f * context.unit(), 2.0f * context.unit()});
    const int count = static_cast<int>(context.world().lesson.steps.size());
    for (int i = 0; i < count; ++i) step_row(context, i, scroll_to);
    ImGui::PopStyleVar();
}

void sources(const Context& context, const lesson::Step& step) {
    if (step.sources.empty()) return;
    const std::string label = "Sources (" + std::to_string(step.sources.size()) + ")###sources";
    if (!ImGui::TreeNodeEx(label.c_str(), ImGuiTreeNodeFlags_SpanAvailWidth)) return;
    for (const std::string& id : step.sources) {
        const auto& all = context.world().atlas.sources;
        const auto found = std::find_if(all.begin(), all.end(), [&](const anatomy::Source& s) { return s.id == id; });
        muted(found == all.end() ? id : found->citation);
        ImGui::Spacing();
    }
    ImGui::TreePop();
}

void explanation(const Context& context) {
    const lesson::Step* step = context.step();
    if (step == nullptr) {
        muted("This lesson has no steps.");
        return;
    }
    heading(context, step->title);
    ImGui::Spacing();
    wrapped(step->text[static_cast<std::size_t>(context.document().preferences.audience)]);
    ImGui::Spacing();
    sources(context, *step);
    if (!context.world().lesson.disclaimer.empty()) {
        ImGui::Separator();
        muted(context.world().lesson.disclaimer);
    }
}

} // namespace

void steps_contents(const Context& context) {
    const auto& lesson = context.world().lesson;
    heading(context, lesson.title);
    voices(context);
    ImGui::Spacing();
    const float room = ImGui::GetContentRegionAvail().y;
    const int step = context.sample().step;
    // Follows the lesson from step to step, and leaves the user's own scrolling alone in between.
    int* last = ImGui::GetStateStorage()->GetIntRef(ImGui::GetID("last step"), -1);
    const bool changed = *last != step;
    *last = step;
    // Low windows scroll as a whole: two short lists in one column are no use to anybody.
    if (room < k_room_for_two * context.unit()) {
        explanation(context);
        ImGui::Separator();
        list_of_steps(context, false);
        return;
    }
    // The list takes what it needs, up to half of the panel; the explanation has the rest and starts at its first line.
    const float row = ImGui::GetTextLineHeight() + 10.0f * context.unit();
    const float list_height = std::min(room * 0.5f, row * static_cast<float>(lesson.steps.size()) * 1.3f);
    if (ImGui::BeginChild("list of steps", {0.0f, std::max(list_height, 1.0f)})) list_of_steps(context, changed);
    ImGui::EndChild();
    ImGui::Separator();
    if (ImGui::BeginChild(("explanation " + std::to_string(step)).c_str())) explanation(context);
    ImGui::EndChild();
}

void draw_steps_panel(const Context& context) {
    if (context.layout.left.empty()) return;
    if (begin_panel("Steps", context.layout.left)) {
        if (!context.layout.tabbed) {
            steps_contents(context);
        } else if (ImGui::BeginTabBar("side")) {
            if (ImGui::BeginTabItem("Steps")) {
                if (ImGui::BeginChild("steps")) steps_contents(context);
                ImGui::EndChild();
                ImGui::EndTabItem();
            }
            const bool wanted = context.document().focus_search;
            if (ImGui::BeginTabItem("Inspect", nullptr, wanted ? ImGuiTabItemFlags_SetSelected : 0)) {
                if (ImGui::BeginChild("inspector")) inspector_contents(context);
                ImGui::EndChild();
                ImGui::EndTabItem();
            }
            ImGui::EndTabBar();
        }
    }
    end_panel();
}

} // namespace ui
