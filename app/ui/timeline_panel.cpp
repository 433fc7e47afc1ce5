#include "ui/panels.h"
#include "ui/widgets.h"
#include "ui/words.h"

#include <algorithm>

namespace ui {

namespace {

// A button of the row that runs a command.
void key_button(const Context& context, const char* id, Icon icon, float size, bool on, std::string_view text,
                Command command) {
    if (icon_button(context, id, icon, size, on, text_with_key(text, command))) context.run(command);
}

// Text in a place of its own on the line, at `align` (0 left .. 1 right) across and in the middle of the height.
void words(ImFont* font, const std::string& text, float width, float height, float align) {
    ImGui::PushFont(font);
    const ImVec2 size = ImGui::CalcTextSize(text.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddText({at.x + (width - size.x) * align, at.y + (height - size.y) / 2.0f}, k_text,
                                        text.c_str());
    ImGui::PopFont();
    ImGui::Dummy({width, height});
}

float width_of(ImFont* font, const std::string& text) {
    ImGui::PushFont(font);
    const float width = ImGui::CalcTextSize(text.c_str()).x;
    ImGui::PopFont();
    return width;
}

void controls(const Context& context, float size) {
    const auto& player = context.document().player;
    const float gap = 6.0f * context.unit();
    key_button(context, "##previous", Icon::previous, size, false, "Previous step", Command::previous_step);
    ImGui::SameLine(0.0f, gap);
    const bool playing = player.playing();
    key_button(context, "##play", playing ? Icon::pause : Icon::play, size, false, playing ? "Pause" : "Play",
               Command::play_pause);
    ImGui::SameLine(0.0f, gap);
    key_button(context, "##next", Icon::next, size, false, "Next step", Command::next_step);
    ImGui::SameLine(0.0f, 2.0f * gap);
    const bool loops = player.loop().has_value();
    key_button(context, "##loop", Icon::loop, size, loops, loops ? "Repeating this step" : "Repeat this step",
               Command::loop_step);
    ImGui::SameLine(0.0f, 2.0f * gap);
    key_button(context, "##slower", Icon::slower, size, false, "Slower", Command::slower);
    ImGui::SameLine(0.0f, gap);
    // The speed stands between its buttons, in a place as wide as its longest value.
    words(context.fonts.regular, factor_text(player.speed()), ImGui::CalcTextSize("0.25\u00D7").x, size, 0.5f);
    ImGui::SameLine(0.0f, gap);
    key_button(context, "##faster", Icon::faster, size, false, "Faster", Command::faster);
}

// "Step 3 of 9: Lock   0:12.3 / 1:40.0   Knee 87 degrees", the title cut first when there is no room.
void readout(const Context& context, float height) {
    const auto& lesson = context.world().lesson;
    const int count = static_cast<int>(lesson.steps.size());
    const std::string knee = "Knee " + degrees_text(context.sample().pose.knee_flexion);
    const std::string time = seconds_text(context.sample().at) + " / " + seconds_text(lesson.duration());
    std::string step = count > 0 ? step_text(context.sample().step, count) : "No steps";
    if (const lesson::Step* now = context.step()) step += ": " + now->title;
    const float gap = 22.0f * context.unit();
    const float time_width = width_of(context.fonts.regular, time), knee_width = width_of(context.fonts.bold, knee);
    const float step_width = std::max(ImGui::GetContentRegionAvail().x - time_width - knee_width - 2.0f * gap, 1.0f);
    ImGui::PushFont(context.fonts.bold);
    step = fitted(step, step_width);
    ImGui::PopFont();
    words(context.fonts.bold, step, step_width, height, 0.0f);
    ImGui::SameLine(0.0f, gap);
    words(context.fonts.regular, time, time_width, height, 1.0f);
    ImGui::SameLine(0.0f, gap);
    words(context.fonts.bold, knee, knee_width, height, 1.0f);
}

} // namespace

void draw_timeline_panel(const Context& context) {
    if (context.layout.timeline.empty()) return;
    if (begin_panel("Timeline", context.layout.timeline)) {
        const float size = (context.layout.tight ? 28.0f : 32.0f) * context.unit();
        controls(context, size);
        if (!context.layout.tight) ImGui::SameLine(0.0f, 24.0f * context.unit());
        const float line = context.layout.tight ? ImGui::GetTextLineHeight() : size;
        readout(context, line);
        timeline_scrub(context, std::max(ImGui::GetContentRegionAvail().y, 24.0f * context.unit()));
    }
    end_panel();
}

} // namespace ui
