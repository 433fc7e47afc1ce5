#pragma once
// UnderSkin: how far the four illustrated effects have gone, and the magnifier that shows them. Illustrative: only the
// direction of each change is claimed by the sources; every rate here is a choice of this project.

#include "anatomy/under_skin.h"
#include "ui/overlay.h"

#include <string_view>

namespace ui {

/// What the illustration depends on; all of it follows from the lesson's time.
struct SkinInputs {
    double passes = 0.0;   ///< over this muscle so far, lesson::passes
    double pressure = 0.0; ///< 0..1 of the lock's
    double movement = 0.0; ///< 0..1, how fast the knee turns
    double strain = 0.0;   ///< of the fibres between lock and knee, from slack
};

/// 0..1 each.
struct SkinPhases {
    double sol = 0.0;     ///< gel to sol; sets again when the hand leaves
    double water = 0.0;   ///< drawn back in; stays
    double aligned = 0.0; ///< collagen along the stretch
    double calm = 0.0;    ///< tone that has gone
    double taut = 0.0;    ///< crimp pulled out of the fibres
    double of(anatomy::EffectKind kind) const;
};

SkinPhases skin_phases(const SkinInputs& inputs);
/// At the moment shown, in steps too small to be seen: between two the magnifier need not be drawn again. All zero
/// without a lock.
SkinInputs skin_inputs(const Context& context);

/// The magnifier. Everything inside is a function of the phases; `along` is the way of the stretch in the window.
struct Lens {
    glm::vec2 centre{0.0f};
    float radius = 100.0f;
    glm::vec2 along{1.0f, 0.0f};
    SkinPhases phases;
};
void draw_lens(ImDrawList& list, const Lens& lens, const Discs& discs, const Type& number, float unit);
/// Only what is inside the rim.
void draw_lens_tissue(ImDrawList& list, const Lens& lens, const Discs& discs);
/// The way from the lens to what it magnifies.
void draw_lens_beam(ImDrawList& list, const Lens& lens, glm::vec2 spot, float unit);

/// "claim only", "indirect", "one case", "trials"
std::string_view evidence_text(anatomy::Evidence evidence);
/// Four marks of which as many are filled as the evidence is strong; returns their width.
float draw_evidence(ImDrawList& list, glm::vec2 at, float size, anatomy::Evidence evidence);
/// The number that stands for an effect beside its name and in the lens.
void draw_badge(ImDrawList& list, glm::vec2 centre, const Type& type, int number);

} // namespace ui
