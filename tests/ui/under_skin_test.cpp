// Under the skin: the phases follow from the lesson alone and never run backwards with more passes.
#include "desk.h"
#include "ui/under_skin.h"

#include <gtest/gtest.h>

namespace {

using namespace ui;
using test::Desk;

SkinInputs worked(double passes) { return {passes, 1.0, 0.3, 0.08}; }

TEST(SkinPhases, GrowWithEveryPassAndStayWithinTheirLimits) {
    for (int i = 0; i < anatomy::k_effect_count; ++i) {
        const auto kind = static_cast<anatomy::EffectKind>(i);
        double before = -1.0;
        for (double passes = 0.0; passes <= 6.0; passes += 0.25) {
            const double now = skin_phases(worked(passes)).of(kind);
            EXPECT_GT(now, before) << anatomy::k_effect_names[static_cast<std::size_t>(i)] << " at " << passes;
            EXPECT_GE(now, 0.0);
            EXPECT_LE(now, 1.0);
            before = now;
        }
    }
}

TEST(SkinPhases, TheGelSetsAgainWithoutTheHandAndTheWaterStays) {
    SkinInputs inputs = worked(2.0);
    const SkinPhases held = skin_phases(inputs);
    inputs.pressure = 0.0;
    const SkinPhases released = skin_phases(inputs);
    EXPECT_EQ(released.sol, 0.0);
    EXPECT_EQ(released.water, held.water);
    EXPECT_GT(held.sol, 0.5);
}

TEST(SkinPhases, PressureMovementAndStrainEachDoTheirPart) {
    SkinInputs more = worked(1.0);
    const SkinPhases plain = skin_phases(more);
    more.movement = 0.9;
    EXPECT_GT(skin_phases(more).sol, plain.sol);
    more.strain = 0.2;
    EXPECT_GT(skin_phases(more).aligned, plain.aligned);
    EXPECT_GT(skin_phases(more).taut, plain.taut);
    more.pressure = 0.5;
    EXPECT_LT(skin_phases(more).sol, plain.sol);
}

TEST(Lens, IsTheSamePictureForTheSamePhases) {
    Desk desk;
    desk.frame();
    const auto drawn = [&](double passes) {
        ImDrawList list(ImGui::GetDrawListSharedData());
        list._ResetForNewFrame();
        list.PushClipRectFullScreen();
        list.PushTextureID(ImGui::GetIO().Fonts->TexID);
        draw_lens_tissue(list, {{300.0f, 300.0f}, 100.0f, {1.0f, 0.0f}, skin_phases(worked(passes))}, {});
        std::vector<glm::vec2> places;
        for (const ImDrawVert& v : list.VtxBuffer) places.push_back({v.pos.x, v.pos.y});
        return places;
    };
    const auto once = drawn(1.0);
    EXPECT_EQ(once, drawn(1.0));
    EXPECT_NE(once, drawn(1.3));
    for (const glm::vec2& place : once) EXPECT_LT(glm::length(place - glm::vec2(300.0f)), 106.0f) << "inside the rim";
}

TEST(Inset, IsDrawnWhileALockIsOnAndGoesWithItsKey) {
    Desk desk;
    desk.window = {1920.0f, 1080.0f};
    desk.frames(3);
    const auto vertices = [&](double at) {
        apply(desk.document, desk.world, document::Seek{base::Seconds(at)});
        desk.frames(3);
        return Desk::window_named("Overlay")->DrawList->VtxBuffer.Size;
    };
    const int with = vertices(15.0), without_lock = vertices(5.0);
    desk.press(ui::Key::u, {.shift = true});
    const int off = vertices(15.0);
    EXPECT_GT(with, off + 2000);
    EXPECT_LT(without_lock, with - 2000);
}

TEST(UnderSkin, ThePanelSaysEverythingTheFileSays) {
    Desk desk;
    desk.world.atlas.under_skin.note = "Little is known.";
    for (anatomy::Effect& effect : desk.world.atlas.under_skin.effects) effect.name = "An effect";
    desk.press(ui::Key::u);
    desk.frames(3);
    EXPECT_EQ(desk.document.panels.side, document::SideTab::under_skin);
    EXPECT_GT(Desk::window_named("Inspector")->ScrollMax.y, 0.0f) << "four effects are more than one screen";
}

} // namespace
