#include "ui/panels.h"
#include "ui/widgets.h"
#include "ui/words.h"

#include <algorithm>

namespace ui {

namespace {

// A button of the row that runs a command.
void key_button(const Context& context, const char* id, Icon icon, float size, bool on, std::string_view text, Command command) {
    if (icon_button(context, id, icon, size, on, text_with_key(text, command))) context.run(command);
}

void controls(const Context& context, float size) {
    const auto& player = context.document().player;
    const float gap = 6.0f * context.unit();
    key_button(context, "##previous", Icon::previous, size, false, "Previous step", Command::previous_step);
    ImGui::SameLine(0.0f, gap);
    const bool playing = player.playing();
    key_button(context, "##play", playing ? Icon::pause : Icon::play, size, false, playing ? "Pause" : "Play", Command::play_pause);
    ImGui::SameLine(0.0f, gap);
    key_button(context, "##next", Icon::next, size, false, "Next step", Command::next_step);
    ImGui::SameLine(0.0f, 2.0f * gap);
    const bool loops = player.loop().has_value();
    key_button(context, "##loop", Icon::loop, size, loops, loops ? "Repeating this step" : "Repeat this step", Command::loop_step);
    ImGui::SameLine(0.0f, 2.0f * gap);
    key_button(context, "##slower", Icon::slower, size, false, "Slower", Command::slower);
    ImGui::SameLine(0.0f, gap);
    // The speed stands between its buttons, in a place as wide as its longest value.
    const std::string speed = factor_text(player.speed());
    const float width = ImGui::CalcTextSize("0.25\u00D7").x;
    const float at = ImGui::GetCursorPosX(), y = ImGui::GetCursorPosY();
    ImGui::SetCursorPos({at + (width - ImGui::CalcTextSize(speed.c_str()).x) / 2.0f, y + (size - ImGui::GetTextLineHeight()) / 2.0f});
    ImGui::TextUnformatted(speed.c_str());
    ImGui::SameLine();
    ImGui::SetCursorPos({at + width + gap, y});
    key_button(context, "##faster", Icon::faster, size, false, "Faster", Command::faster);
}

// "Step 3 of 9: Lock   0:12.3 / 1:40.0   Knee 87 degrees", the title cut first when there is no room.
void readout(const Context& context, float height) {
    const auto& lesson = context.world().lesson;
    const int count = static_cast<int>(lesson.steps.size());
    const std::string knee = "Knee " + degrees_text(context.sample().pose.knee_flexion);
    const std::string time = seconds_text(context.sample().at) + " / " + seconds_text(lesson.duration());
    std::string step = count > 0 ? step_text(context.sample().step, count) : "No steps";
    const float gap = 22.0f * context.unit();
    const float centred = ImGui::GetCursorPosY() + (height - ImGui::GetTextLineHeight()) / 2.0f;
    const float room = ImGui::GetContentRegionAvail().x;
    const float fixed = ImGui::CalcTextSize(time.c_str()).x + ImGui::CalcTextSize(knee.c_str()).x * 1.1f + 2.0f * gap;
    const float left = ImGui::GetCursorPosX();
    if (const lesson::Step* now = context.step()) step += ": " + now->title;
    ImGui::PushFont(context.fonts.bold);
    ImGui::SetCursorPosY(centred);
    ImGui::TextUnformatted(fitted(step, std::max(room - fixed, 0.0f)).c_str());
    ImGui::PopFont();
    ImGui::SameLine();
    ImGui::SetCursorPos({std::max(left + room - fixed + gap * 0.5f, left), centred});
    ImGui::TextUnformatted(time.c_str());
    ImGui::SameLine(0.0f, gap);
    ImGui::PushFont(context.fonts.bold);
    ImGui::TextUnformatted(knee.c_str());
    ImGui::PopFont();
}

} // namespace

void draw_timeline_panel(const Context& context) {
    if (context.layout.timeline.empty()) return;
    if (begin_panel("Timeline", context.layout.timeline)) {
        const float size = 32.0f * context.unit();
        controls(context, size);
        if (!context.layout.tight) ImGui::SameLine(0.0f, 24.0f * context.unit());
        const float line = context.layout.tight ? ImGui::GetTextLineHeight() : size;
        readout(context, line);
        if (!context.layout.tight) ImGui::SetCursorPosY(ImGui::GetStyle().WindowPadding.y + size + ImGui::GetStyle().ItemSpacing.y);
        timeline_scrub(context, std::max(ImGui::GetContentRegionAvail().y, 24.0f * context.unit()));
    }
    end_panel();
}

} // namespace ui
