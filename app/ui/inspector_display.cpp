#include "ui/panels.h"
#include "ui/widgets.h"

#include <array>
#include <cmath>

namespace ui {

namespace {

struct Axis {
    const char* name;
    int index;
    const char* tip;
};
constexpr std::array<Axis, 3> k_axes = {{{"Lengthwise", 0, "Cut along the body, left from right"},
                                         {"Flat", 1, "Cut level with the couch, upper from lower half"},
                                         {"Across", 2, "Cut across the body, head from feet"}}};
// How far the cut can be moved, metres in the room: everything there is to see lies within.
constexpr std::array<float, 3> k_low = {-0.6f, 0.3f, -0.6f}, k_high = {0.6f, 1.5f, 2.2f};

int axis_of(const scene::ClipPlane& clip) {
    int axis = 0;
    for (int i = 1; i < 3; ++i)
        if (std::abs(clip.normal[i]) > std::abs(clip.normal[axis])) axis = i;
    return axis;
}

void cut(const Context& context) {
    scene::ClipPlane clip = context.document().view.options.clip;
    bool on = clip.on;
    if (ImGui::Checkbox("Cut", &on)) context.run(Command::clip);
    tooltip(context, text_with_key(info(Command::clip).text, Command::clip));
    if (!clip.on) return;
    const int axis = axis_of(clip);
    const float sign = clip.normal[axis] < 0.0f ? -1.0f : 1.0f;
    for (const Axis& choice : k_axes) {
        if (ImGui::RadioButton(choice.name, axis == choice.index)) {
            clip.normal = glm::vec3(0.0f);
            clip.normal[choice.index] = sign;
            const auto i = static_cast<std::size_t>(choice.index);
            clip.offset = sign * (k_low[i] + k_high[i]) / 2.0f;
            context.act(document::SetClip{clip, true});
        }
        tooltip(context, choice.tip);
    }
    // On screen the place along the axis; in the plane the offset along its normal.
    float place = clip.offset * sign * 1000.0f;
    const auto i = static_cast<std::size_t>(axis);
    ImGui::SetNextItemWidth(-1.0f);
    const bool moved = ImGui::SliderFloat("##place", &place, k_low[i] * 1000.0f, k_high[i] * 1000.0f, "%.0f mm");
    const bool done = ImGui::IsItemDeactivatedAfterEdit();
    tooltip(context, "Move the cut; Ctrl+click to type a number");
    if (moved || done) {
        clip.offset = place * sign / 1000.0f;
        context.act(document::SetClip{clip, done});
    }
    if (word_button(context, "Other side", false, "Take the other half away")) {
        clip.normal = -clip.normal;
        clip.offset = -clip.offset;
        context.act(document::SetClip{clip, true});
    }
}

void option(const Context& context, const char* name, bool value, Command command) {
    if (ImGui::Checkbox(name, &value)) context.run(command);
    tooltip(context, text_with_key(info(command).text, command));
}

void preference(const Context& context, const char* name, bool document::Preferences::*member, const char* tip) {
    document::Preferences preferences = context.document().preferences;
    if (ImGui::Checkbox(name, &(preferences.*member))) context.act(document::SetPreferences{preferences});
    tooltip(context, tip);
}

} // namespace

void inspector_display(const Context& context) {
    const auto& options = context.document().view.options;
    cut(context);
    ImGui::Separator();
    option(context, "Names", options.labels, Command::labels);
    option(context, "Strain colours", options.strain, Command::strain);
    option(context, "Unlocked muscle", options.ghost, Command::ghost);
    option(context, "Parallel view", context.frame.scene.camera.orthographic, Command::orthographic);
    ImGui::Separator();
    preference(context, "Reduced motion", &document::Preferences::reduced_motion,
               "The camera jumps instead of gliding");
    preference(context, "Blender mouse", &document::Preferences::blender_mouse,
               "Middle button turns, Shift+middle moves, Ctrl+middle zooms");
    preference(context, "Zoom to the pointer", &document::Preferences::zoom_to_cursor,
               "The wheel goes toward what is under the pointer");
    preference(context, "Invert the wheel", &document::Preferences::invert_zoom, "Wheel up goes away");
}

} // namespace ui
