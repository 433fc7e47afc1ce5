#include "ui/panels.h"
#include "ui/widgets.h"
#include "ui/words.h"

#include <algorithm>
#include <vector>

namespace ui {

namespace {

constexpr float k_room_for_two = 300.0f; // units of height from which list and explanation scroll on their own
constexpr float k_row_gap = 2.0f, k_number_width = 26.0f;
constexpr int k_settling_frames = 3; // the heights of list and explanation follow each other that long

void voices(const Context& context) {
    const auto& speaks = context.world().lesson.audiences;
    for (int i = 0; i < lesson::k_audience_count; ++i) {
        const auto audience = static_cast<lesson::Audience>(i);
        if (!speaks.empty() && std::find(speaks.begin(), speaks.end(), audience) == speaks.end()) continue;
        const std::string label(audience_text(audience));
        if (i > 0) same_line_if_fits(context, label);
        const bool current = context.document().preferences.audience == audience;
        if (word_button(context, label, current, text_with_key("Explain for: " + label, Command::next_voice))) {
            document::Preferences preferences = context.document().preferences;
            preferences.audience = audience;
            context.act(document::SetPreferences{preferences});
        }
    }
}

// Width of a step's title before it wraps, in a list of this width.
float title_width(const Context& context, float list_width) {
    const float unit = context.unit();
    return std::max(list_width - (k_number_width + 6.0f) * unit, 40.0f * unit);
}

// Within the list: current's bold title is taller where it wraps into one line more.
float row_height(const Context& context, int index, float list_width) {
    const lesson::Step& step = context.world().lesson.steps[static_cast<std::size_t>(index)];
    const bool current = index == context.sample().step;
    if (current) ImGui::PushFont(context.fonts.bold);
    const float height = ImGui::CalcTextSize(step.title.c_str(), nullptr, false, title_width(context, list_width)).y;
    if (current) ImGui::PopFont();
    return height + 8.0f * context.unit();
}

struct ListView {
    float height = 0.0f, scroll = 0.0f;
};

// The part of the list to show in at most this height: whole rows, the current one among them.
ListView view_of_steps(const Context& context, float width, float most) {
    const int count = static_cast<int>(context.world().lesson.steps.size());
    const auto tops_at = [&](float list_width) {
        std::vector<float> tops{0.0f};
        for (int i = 0; i < count; ++i)
            tops.push_back(tops.back() + row_height(context, i, list_width) + k_row_gap * context.unit());
        return tops;
    };
    std::vector<float> tops = tops_at(width);
    if (tops.back() <= most) return {tops.back(), 0.0f};
    tops = tops_at(width - ImGui::GetStyle().ScrollbarSize);
    const auto from_to = [&](int from, int to) {
        return tops[static_cast<std::size_t>(to)] - tops[static_cast<std::size_t>(from)];
    };
    const int current = std::clamp(context.sample().step, 0, count - 1);
    int first = current;
    while (first > 0 && from_to(first - 1, current) <= 0.4f * most) --first;
    int last = first;
    while (last < count && from_to(first, last + 1) <= most) ++last;
    while (first > 0 && from_to(first - 1, last) <= most) --first;
    return {std::max(from_to(first, last), 1.0f), tops[static_cast<std::size_t>(first)]};
}

// One line of the list: number, title over as many lines as it needs; the current one has a bar, a ground and bold
// type.
void step_row(const Context& context, int index) {
    const lesson::Step& step = context.world().lesson.steps[static_cast<std::size_t>(index)];
    const bool current = index == context.sample().step;
    const float unit = context.unit(), number_width = k_number_width * unit;
    const float wrap = title_width(context, ImGui::GetContentRegionAvail().x);
    const float height = row_height(context, index, ImGui::GetContentRegionAvail().x);
    if (current) ImGui::PushFont(context.fonts.bold);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::PushID(index);
    if (ImGui::Selectable("##step", current, 0, {0.0f, height})) context.act(document::GoToStep{index});
    const float right = ImGui::GetItemRectMax().x;
    ImGui::PopID();
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

void list_of_steps(const Context& context) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {8.0f * context.unit(), k_row_gap * context.unit()});
    const int count = static_cast<int>(context.world().lesson.steps.size());
    for (int i = 0; i < count; ++i) step_row(context, i);
    ImGui::PopStyleVar();
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
    cited(context, step->sources);
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
    // Low windows scroll as a whole: two short lists in one column are no use to anybody.
    if (room < k_room_for_two * context.unit()) {
        explanation(context);
        ImGui::Separator();
        list_of_steps(context);
        return;
    }
    const int step = context.sample().step;
    ImGuiStorage& kept = *ImGui::GetStateStorage();
    const ImGuiID last_step = ImGui::GetID("last step"), settling = ImGui::GetID("settling"),
                  text_height = ImGui::GetID("text height"), height = ImGui::GetID("height");
    // Follows the lesson from step to step, and leaves the user's own scrolling alone in between.
    const bool changed = kept.GetInt(last_step, -1) != step || kept.GetFloat(height) != room;
    kept.SetInt(last_step, step);
    kept.SetFloat(height, room);
    kept.SetInt(settling, changed ? k_settling_frames : std::max(kept.GetInt(settling) - 1, 0));
    // The list takes what it needs, at most half of the panel or what the explanation leaves; that starts at its top.
    const float most =
        std::max(room * 0.5f, room - kept.GetFloat(text_height, room) - 3.0f * ImGui::GetStyle().ItemSpacing.y);
    const ListView view = view_of_steps(context, ImGui::GetContentRegionAvail().x, most);
    if (ImGui::BeginChild("list of steps", {0.0f, std::max(view.height, 1.0f)})) {
        if (kept.GetInt(settling) > 0) ImGui::SetScrollY(view.scroll);
        list_of_steps(context);
    }
    ImGui::EndChild();
    ImGui::Separator();
    if (ImGui::BeginChild(("explanation " + std::to_string(step)).c_str())) {
        explanation(context);
        kept.SetFloat(text_height, ImGui::GetCursorPosY());
    }
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
            // A key that asks for the search or for another tab of the right panel brings its place to the front.
            ImGuiStorage& kept = *ImGui::GetStateStorage();
            const ImGuiID last_side = ImGui::GetID("last side");
            const auto side = static_cast<int>(context.document().panels.side);
            const bool wanted = context.document().focus_search || kept.GetInt(last_side, side) != side;
            kept.SetInt(last_side, side);
            if (ImGui::BeginTabItem("More", nullptr, wanted ? ImGuiTabItemFlags_SetSelected : 0)) {
                if (ImGui::BeginChild("inspector")) side_contents(context);
                ImGui::EndChild();
                ImGui::EndTabItem();
            }
            ImGui::EndTabBar();
        }
    }
    end_panel();
}

} // namespace ui
