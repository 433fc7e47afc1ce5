// Under the skin: four effects that soft tissue release is said to have, who says so, and how weak the evidence is.

#include "ui/panels.h"
#include "ui/under_skin.h"
#include "ui/widgets.h"

#include <algorithm>

namespace ui {

namespace {

constexpr float k_largest_lens = 120.0f; // units, radius

void lens_here(const Context& context, const SkinPhases& phases) {
    const float unit = context.unit(), width = ImGui::GetContentRegionAvail().x, edge = 16.0f * unit;
    const float radius = std::min(width / 2.0f - edge, k_largest_lens * unit);
    if (radius < 30.0f * unit) return;
    const glm::vec2 at = vec(ImGui::GetCursorScreenPos());
    Lens lens;
    lens.centre = at + glm::vec2(width / 2.0f, radius + edge * 0.6f);
    lens.radius = radius;
    lens.phases = phases;
    draw_lens(*ImGui::GetWindowDrawList(), lens, context.fonts.discs,
              {context.fonts.bold, context.fonts.size_regular * 0.9f}, unit);
    ImGui::Dummy({width, 2.0f * radius + 1.2f * edge});
}

void strength(const Context& context, const anatomy::Effect& effect) {
    const float size = ImGui::GetTextLineHeight();
    const glm::vec2 at = vec(ImGui::GetCursorScreenPos());
    const float width = draw_evidence(*ImGui::GetWindowDrawList(), at, size, effect.evidence);
    ImGui::Dummy({width, size});
    ImGui::SameLine(0.0f, 8.0f * context.unit());
    ImGui::PushStyleColor(ImGuiCol_Text, k_amber);
    wrapped("Evidence: " + std::string(evidence_text(effect.evidence)));
    ImGui::PopStyleColor();
}

void phase_bar(const Context& context, const anatomy::Effect& effect, double phase) {
    const float unit = context.unit(), width = ImGui::GetContentRegionAvail().x, height = 6.0f * unit;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + width, at.y + height}, k_line, height / 2.0f);
    list.AddRectFilled(at, {at.x + std::max(width * static_cast<float>(phase), height), at.y + height}, k_accent,
                       height / 2.0f);
    ImGui::Dummy({width, height});
    muted(effect.change);
}

void part(const Context& context, const char* name, const std::string& text) {
    ImGui::PushFont(context.fonts.bold);
    muted(name);
    ImGui::PopFont();
    wrapped(text);
}

void effect_part(const Context& context, const anatomy::Effect& effect, double phase) {
    ImGui::Separator();
    const Type number{context.fonts.bold, context.fonts.size_regular * 0.9f};
    const glm::vec2 at = vec(ImGui::GetCursorScreenPos());
    const float line = context.fonts.size_large;
    draw_badge(*ImGui::GetWindowDrawList(), at + glm::vec2(0.6f * line, 0.55f * line), number,
               static_cast<int>(effect.kind) + 1);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + 1.5f * line);
    heading(context, effect.name);
    phase_bar(context, effect, phase);
    strength(context, effect);
    part(context, "Said", effect.claim);
    part(context, "Known", effect.known);
    part(context, "Weak because", effect.doubt);
    cited(context, effect.sources);
}

} // namespace

void under_skin_contents(const Context& context) {
    const anatomy::UnderSkin& skin = context.world().atlas.under_skin;
    tag(context, Certainty::illustrative);
    muted("What may happen under the lock. A drawing, not a measurement: sources say which way things change, not how "
          "fast.");
    const SkinPhases phases = skin_phases(skin_inputs(context));
    lens_here(context, phases);
    if (!context.sample().lock) muted("No lock at this moment: the drawing shows tissue before any work.");
    wrapped(skin.note);
    ImGui::PushID("note");
    cited(context, skin.sources);
    ImGui::PopID();
    for (const anatomy::Effect& effect : skin.effects) {
        ImGui::PushID(static_cast<int>(effect.kind));
        effect_part(context, effect, phases.of(effect.kind));
        ImGui::PopID();
    }
}

} // namespace ui
