#include "document/cut_axes.h"
#include "ui/panels.h"
#include "ui/widgets.h"

#include <array>
#include <cmath>
#include <string>

namespace ui {

namespace {

const document::CutAxis& axis_of(const scene::ClipPlane& clip) {
    int axis = 0;
    for (int i = 1; i < 3; ++i)
        if (std::abs(clip.normal[i]) > std::abs(clip.normal[axis])) axis = i;
    return document::k_cut_axes[static_cast<std::size_t>(axis)];
}

void cut(const Context& context) {
    scene::ClipPlane clip = context.document().view.options.clip;
    bool on = clip.on;
    if (ImGui::Checkbox("Cut", &on)) context.run(Command::clip);
    tooltip(context, text_with_key(info(Command::clip).text, Command::clip));
    if (!clip.on) return;
    const document::CutAxis& axis = axis_of(clip);
    const float sign = clip.normal[axis.axis] < 0.0f ? -1.0f : 1.0f;
    for (const document::CutAxis& choice : document::k_cut_axes) {
        if (ImGui::RadioButton(choice.name, axis.axis == choice.axis)) context.act(document::CutAcross{choice.axis});
        tooltip(context, choice.tip);
    }
    // On screen the place along the axis; in the plane the offset along its normal.
    float place = clip.offset * sign * 1000.0f;
    ImGui::SetNextItemWidth(-1.0f);
    const bool moved = ImGui::SliderFloat("##place", &place, axis.low * 1000.0f, axis.high * 1000.0f, "%.0f mm");
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

void look(const Context& context) {
    struct Choice {
        const char* name;
        scene::Look look;
        Command command;
    };
    constexpr std::array<Choice, scene::k_look_count> k_choices = {
        {{"Plate", scene::Look::plate, Command::look_plate},
         {"Studio", scene::Look::studio, Command::look_studio},
         {"Plain", scene::Look::plain, Command::look_plain}}};
    ImGui::TextUnformatted("Look");
    for (const Choice& choice : k_choices) {
        ImGui::SameLine();
        if (ImGui::RadioButton(choice.name, context.document().view.options.look == choice.look))
            context.run(choice.command);
        tooltip(context, std::string(info(choice.command).text) + "; " + keys_of(Command::next_look) + " for the next");
    }
}

void quality(const Context& context) {
    constexpr std::array k_names = {"Automatic", "Lowest", "Low", "Fair", "Medium", "High", "Full"};
    static_assert(k_names.size() == document::k_quality_names.size());
    document::Preferences preferences = context.document().preferences;
    int chosen = static_cast<int>(preferences.quality);
    ImGui::SetNextItemWidth(ImGui::CalcTextSize("Automatic").x + 3.0f * ImGui::GetFrameHeight());
    if (ImGui::Combo("Quality", &chosen, k_names.data(), static_cast<int>(k_names.size()))) {
        preferences.quality = static_cast<document::PictureQuality>(chosen);
        context.act(document::SetPreferences{preferences});
    }
    tooltip(context, "Automatic: as fine as moves smoothly here, and full when the picture stands");
}

} // namespace

void inspector_display(const Context& context) {
    const auto& options = context.document().view.options;
    look(context);
    ImGui::Separator();
    cut(context);
    ImGui::Separator();
    option(context, "Names", options.labels, Command::labels);
    option(context, "Strain colours", options.strain, Command::strain);
    option(context, "Strain of every muscle", options.strain_of_all, Command::strain_of_all);
    option(context, "Unlocked muscle", options.ghost, Command::ghost);
    option(context, "Strain curve", options.plot, Command::small_plot);
    option(context, "Magnifier", options.inset, Command::inset);
    option(context, "Depth of field", options.depth_of_field, Command::depth_of_field);
    option(context, "Parallel view", context.frame.scene.camera.orthographic, Command::orthographic);
    ImGui::Separator();
    quality(context);
    preference(context, "Reduced motion", &document::Preferences::reduced_motion,
               "The camera jumps instead of gliding");
    preference(context, "Blender mouse", &document::Preferences::blender_mouse,
               "Middle button turns, Shift+middle moves, Ctrl+middle zooms");
    preference(context, "Zoom to the pointer", &document::Preferences::zoom_to_cursor,
               "The wheel goes toward what is under the pointer");
    preference(context, "Invert the wheel", &document::Preferences::invert_zoom, "Wheel up goes away");
}

} // namespace ui
