#include "ui/panels.h"
#include "ui/widgets.h"
#include "ui/words.h"

#include <algorithm>

namespace ui {

namespace {

void toggles(const Context& context, int structure) {
    const auto& options = context.document().view.options;
    const float size = ImGui::GetFrameHeight() * 1.1f, gap = 6.0f * context.unit();
    const bool hidden = options.hidden.contains(structure);
    if (icon_button(context, "##hide", hidden ? Icon::eye_off : Icon::eye, size, hidden,
                    hidden ? "Show" : text_with_key("Hide", Command::hide))) {
        if (hidden)
            context.act(document::Show{structure});
        else
            context.act(document::Hide{structure});
    }
    ImGui::SameLine(0.0f, gap);
    if (icon_button(context, "##only", Icon::only, size, options.isolated == structure,
                    text_with_key("Show only this", Command::isolate)))
        context.act(document::Isolate{structure});
    ImGui::SameLine(0.0f, gap);
    if (icon_button(context, "##xray", Icon::xray, size, options.faded.contains(structure),
                    text_with_key("X-ray", Command::fade)))
        context.act(document::Fade{structure});
    ImGui::SameLine(0.0f, gap);
    if (icon_button(context, "##look", Icon::search, size, false,
                    text_with_key("Look at it", Command::frame_selection)))
        context.act(document::Focus{structure, {}});
    ImGui::SameLine(0.0f, gap);
    if (icon_button(context, "##deselect", Icon::close, size, false, text_with_key("Deselect", Command::escape)))
        context.act(document::Select{});
}

void length_of(const Context& context, const anatomy::Structure& structure) {
    const auto muscle = context.world().atlas.find_muscle(structure.id);
    const auto& states = context.frame.readout.tissue.muscles;
    if (!muscle || static_cast<std::size_t>(*muscle) >= states.size()) return;
    const tissue::MuscleState& state = states[static_cast<std::size_t>(*muscle)];
    if (state.length <= 0.0) return;
    fact(context, "Length now",
         millimetres_text(state.length) + " (standing " + millimetres_text(state.rest_length) + ")");
    fact(context, "Moment arm at the knee", millimetres_text(state.moment_arm(motion::Coordinate::knee_flexion)));
    tag(context, Certainty::computed);
}

// A strain or a length of the locked muscle beside the same without the lock.
void compare_row(const char* name, const std::string& locked, const std::string& unlocked) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    wrapped(name);
    ImGui::TableNextColumn();
    wrapped(locked);
    ImGui::TableNextColumn();
    wrapped(unlocked);
}

void lock_table(const Context& context, const tissue::MuscleState& locked) {
    const auto& without = context.frame.readout.unlocked;
    const auto other = [&](auto read) { return without ? read(*without) : std::string("-"); };
    // Widths that do not follow from the wrapped contents, or both follow each other down to a letter a line.
    ImGui::PushFont(context.fonts.bold);
    const float number = std::max(ImGui::CalcTextSize("Unlocked").x, ImGui::CalcTextSize("1000.0 mm").x);
    ImGui::PopFont();
    if (!ImGui::BeginTable("numbers", 3, ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingFixedFit)) return;
    ImGui::TableSetupColumn("name", ImGuiTableColumnFlags_WidthStretch);
    ImGui::TableSetupColumn("locked", ImGuiTableColumnFlags_WidthFixed, number);
    ImGui::TableSetupColumn("unlocked", ImGuiTableColumnFlags_WidthFixed, number);
    ImGui::TableNextRow();
    for (const char* title : {"", "Locked", "Unlocked"}) {
        ImGui::TableNextColumn();
        ImGui::PushFont(context.fonts.bold);
        wrapped(title);
        ImGui::PopFont();
    }
    compare_row("Strain, lock to knee", percent_text(locked.distal_strain),
                other([](const auto& m) { return percent_text(m.distal_strain); }));
    compare_row("Strain, origin to lock", percent_text(locked.proximal_strain),
                other([](const auto& m) { return percent_text(m.proximal_strain); }));
    compare_row("Tension at the insertion", newtons_text(locked.tension),
                other([](const auto& m) { return newtons_text(m.tension); }));
    compare_row("Length", millimetres_text(locked.length),
                other([](const auto& m) { return millimetres_text(m.length); }));
    compare_row("Moment arm", millimetres_text(locked.moment_arm(motion::Coordinate::knee_flexion)),
                other([](const auto& m) { return millimetres_text(m.moment_arm(motion::Coordinate::knee_flexion)); }));
    compare_row("Held by the hand", newtons_text(locked.lock_force), "-");
    compare_row("Slid under the hand", millimetres_text(locked.slide), "-");
    ImGui::EndTable();
}

} // namespace

void inspector_facts(const Context& context) {
    const auto& selected = context.document().view.options.selected;
    const auto& structures = context.world().atlas.structures;
    if (!selected || *selected < 0 || static_cast<std::size_t>(*selected) >= structures.size()) {
        muted("Click a structure in the picture, or search for one (" + keys_of(Command::search) + ").");
        return;
    }
    const anatomy::Structure& structure = structures[static_cast<std::size_t>(*selected)];
    heading(context, structure.name);
    if (!structure.latin.empty()) muted(structure.latin);
    ImGui::Spacing();
    toggles(context, *selected);
    ImGui::Spacing();
    fact(context, "Origin", structure.facts.origin);
    fact(context, "Insertion", structure.facts.insertion);
    fact(context, "Action", structure.facts.action);
    fact(context, "Nerve", structure.facts.nerve);
    fact(context, "Blood supply", structure.facts.blood_supply);
    fact(context, "Note", structure.facts.note);
    length_of(context, structure);
    cited(context, structure.facts.sources);
}

void inspector_lock(const Context& context) {
    const auto& lock = context.sample().lock;
    const auto& states = context.frame.readout.tissue.muscles;
    const auto& muscles = context.world().atlas.muscles;
    if (!lock || lock->muscle < 0 ||
        static_cast<std::size_t>(lock->muscle) >= std::min(states.size(), muscles.size())) {
        muted("No lock at this moment.");
        return;
    }
    const auto index = static_cast<std::size_t>(lock->muscle);
    wrapped(muscles[index].name);
    muted("Locked at " + std::to_string(static_cast<int>(lock->position * 100.0 + 0.5)) +
          " % of the way from origin to insertion, " + newtons_text(lock->pressure_n * context.sample().lock_pressure) +
          " of pressure.");
    lock_table(context, states[index]);
    tag(context, Certainty::computed);
    muted("Strain counts from slack length. A model of passive tissue, not a measurement on a person.");
    tag(context, Certainty::illustrative);
    muted("How much a pressing hand can hold, and with it what is held, what slides and the strain once it slides; how "
          "deep "
          "the hand sinks in. No published values.");
}

} // namespace ui
