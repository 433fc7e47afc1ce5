#include "ui/under_skin.h"

#include "base/smooth.h"
#include "lesson/passes.h"

#include <array>
#include <cmath>

namespace ui {

namespace {

// Per pass; chosen so that each change can be seen within the three or four passes of a lesson.
constexpr double k_softens = 1.2, k_wets = 0.5, k_aligns = 0.6, k_calms = 0.5;
constexpr double k_softens_by_pressure = 0.15, k_softens_by_movement = 0.12;
constexpr double k_most_aligned = 0.75, k_aligned_by_strain = 0.6;
constexpr double k_taut_strain = 0.2; // strong, but comfortable
constexpr double k_quick = 1.2;       // radians a second, a foot put down in about four seconds

// Steps: a fibre's end moves by a pixel or less.
constexpr double k_pass_step = 1.0 / 40.0, k_part_step = 1.0 / 20.0, k_strain_step = 0.004;
double stepped(double value, double step) { return std::round(value / step) * step; }

double gone(double rate, double passes) { return 1.0 - std::exp(-rate * std::max(passes, 0.0)); }

} // namespace

SkinPhases skin_phases(const SkinInputs& inputs) {
    SkinPhases phases;
    const double pressure = base::saturate(inputs.pressure), movement = base::saturate(inputs.movement);
    const double softened = k_softens_by_pressure + k_softens_by_movement * movement +
                            (1.0 - k_softens_by_pressure - k_softens_by_movement) * gone(k_softens, inputs.passes);
    phases.sol = pressure * softened;
    phases.water = gone(k_wets, inputs.passes);
    phases.taut = base::saturate(inputs.strain / k_taut_strain);
    phases.aligned =
        1.0 - (1.0 - k_most_aligned * gone(k_aligns, inputs.passes)) * (1.0 - k_aligned_by_strain * phases.taut);
    phases.calm = gone(k_calms, inputs.passes);
    return phases;
}

double SkinPhases::of(anatomy::EffectKind kind) const {
    switch (kind) {
    case anatomy::EffectKind::gel_to_sol: return sol;
    case anatomy::EffectKind::rehydration: return water;
    case anatomy::EffectKind::collagen: return aligned;
    case anatomy::EffectKind::tone: return calm;
    }
    return 0.0;
}

SkinInputs skin_inputs(const Context& context) {
    const lesson::Sample& sample = context.sample();
    const auto& states = context.frame.readout.tissue.muscles;
    if (!sample.lock || sample.lock->muscle < 0 || static_cast<std::size_t>(sample.lock->muscle) >= states.size())
        return {};
    const lesson::Lesson& lesson = context.world().lesson;
    const double strain = states[static_cast<std::size_t>(sample.lock->muscle)].distal_strain;
    return {stepped(lesson::passes(lesson, sample.lock->muscle, sample.at), k_pass_step),
            stepped(sample.lock_pressure, k_part_step),
            stepped(lesson::knee_speed(lesson, sample.at) / k_quick, k_part_step), stepped(strain, k_strain_step)};
}

std::string_view evidence_text(anatomy::Evidence evidence) {
    constexpr std::array<std::string_view, anatomy::k_evidence_names.size()> k_texts = {"claim only", "indirect",
                                                                                        "one case", "trials"};
    return k_texts[static_cast<std::size_t>(evidence)];
}

float draw_evidence(ImDrawList& list, glm::vec2 at, float size, anatomy::Evidence evidence) {
    const auto most = static_cast<int>(anatomy::k_evidence_names.size());
    const float radius = size * 0.24f, apart = size * 0.68f;
    for (int i = 0; i < most; ++i) {
        const ImVec2 centre{at.x + radius + apart * static_cast<float>(i), at.y + size * 0.5f};
        if (i <= static_cast<int>(evidence)) list.AddCircleFilled(centre, radius, k_amber);
        list.AddCircle(centre, radius, k_amber, 0, std::max(1.0f, size * 0.07f));
    }
    return 2.0f * radius + apart * static_cast<float>(most - 1);
}

void draw_badge(ImDrawList& list, glm::vec2 centre, const Type& type, int number) {
    const std::string text = std::to_string(number);
    list.AddCircleFilled(im(centre), type.size * 0.62f, k_accent);
    list.AddCircle(im(centre), type.size * 0.62f, k_raised, 0, std::max(1.0f, type.size * 0.09f));
    const glm::vec2 size = type.measure(text);
    type.draw(list, centre - size * 0.5f, k_raised, text);
}

} // namespace ui
