#include "ui/panels.h"
#include "ui/widgets.h"
#include "ui/words.h"

#include <algorithm>

namespace ui {

namespace {

struct Track {
    ImVec2 at;
    float width, height, bar_y, bar_height;
    base::Seconds duration;

    float x(base::Seconds t) const {
        const double whole = std::max(duration.count(), 1e-9);
        return at.x + width * static_cast<float>(std::clamp(t.count() / whole, 0.0, 1.0));
    }
    base::Seconds time(float x_on_screen) const {
        const double part = std::clamp(static_cast<double>((x_on_screen - at.x) / std::max(width, 1.0f)), 0.0, 1.0);
        return duration * part;
    }
};

// Steps as segments of the bar: the title above, a tick at the start; the current one bold and darker.
void draw_steps(const Context& context, const Track& track, ImDrawList& list) {
    const float unit = context.unit();
    const auto& steps = context.world().lesson.steps;
    for (int i = 0; i < static_cast<int>(steps.size()); ++i) {
        const lesson::Step& step = steps[static_cast<std::size_t>(i)];
        const float from = track.x(step.start), to = track.x(step.end());
        const bool current = i == context.sample().step;
        list.AddRectFilled({from + 1.0f, track.bar_y}, {to - 1.0f, track.bar_y + track.bar_height},
                           current ? rgb(0x9CC7C9) : rgb(0xD3DCE0), 3.0f * unit);
        list.AddLine({from, track.at.y + 2.0f * unit}, {from, track.bar_y + track.bar_height}, k_line, unit);
        const float room = to - from - 8.0f * unit;
        if (current) ImGui::PushFont(context.fonts.bold);
        // The whole title or the number alone: a row of beginnings says nothing.
        std::string title = std::to_string(i + 1) + "  " + step.title;
        if (ImGui::CalcTextSize(title.c_str()).x > room) title = std::to_string(i + 1);
        if (ImGui::CalcTextSize(title.c_str()).x <= room + 4.0f * unit)
            list.AddText({from + 4.0f * unit, track.at.y}, current ? k_text : k_muted, title.c_str());
        if (current) ImGui::PopFont();
    }
}

void draw_play_head(const Context& context, const Track& track, ImDrawList& list) {
    const float unit = context.unit(), x = track.x(context.sample().at);
    const float middle = track.bar_y + track.bar_height / 2.0f;
    list.AddRectFilled({track.at.x, middle - 1.5f * unit}, {x, middle + 1.5f * unit}, k_accent, 2.0f * unit);
    list.AddCircleFilled({x, middle}, 8.0f * unit, k_accent);
    list.AddCircleFilled({x, middle}, 3.0f * unit, k_raised);
}

// The step and the time under the pointer.
void hover_tip(const Context& context, const Track& track) {
    const base::Seconds at = track.time(ImGui::GetIO().MousePos.x);
    std::string text = seconds_text(at);
    for (const lesson::Step& step : context.world().lesson.steps)
        if (at >= step.start && at < step.end()) text += "  " + step.title;
    tooltip(context, text + "\nOne frame: " + keys_of(Command::previous_frame, true) + ", " +
                         keys_of(Command::next_frame, true));
}

} // namespace

void timeline_scrub(const Context& context, float height) {
    const float unit = context.unit();
    Track track;
    track.at = ImGui::GetCursorScreenPos();
    track.width = std::max(ImGui::GetContentRegionAvail().x, 1.0f);
    track.height = std::max(height, 1.0f);
    track.bar_height = 12.0f * unit;
    track.bar_y = track.at.y + std::min(ImGui::GetTextLineHeight() + 3.0f * unit,
                                        std::max(track.height - track.bar_height - 4.0f * unit, 0.0f));
    track.duration = context.world().lesson.duration();
    ImGui::InvisibleButton("##scrub", {track.width, track.height});
    if (ImGui::IsItemActive()) {
        const base::Seconds at = track.time(ImGui::GetIO().MousePos.x);
        if (at != context.sample().at) context.act(document::Seek{at});
    } else {
        hover_tip(context, track);
    }
    ImDrawList& list = *ImGui::GetWindowDrawList();
    // The play head reaches past both ends of the bar by half its size, into the panel's margin.
    list.PushClipRect({track.at.x - 9.0f * unit, track.at.y},
                      {track.at.x + track.width + 9.0f * unit, track.at.y + track.height}, false);
    draw_steps(context, track, list);
    draw_play_head(context, track, list);
    list.PopClipRect();
}

} // namespace ui
