// What is drawn over a picture without panels.
#include "desk.h"

#include <gtest/gtest.h>

namespace {

using namespace document;
using test::Desk;

TEST(PictureOnly, TheOverlayIsDrawnWithoutPanels) {
    Desk desk;
    desk.frame();
    apply(desk.document, desk.world, Seek{base::Seconds(15.0)});
    const scene::Readout readout = test::readout_at(desk.world, base::Seconds(15.0));
    scene::Scene scene;
    scene.camera = current_camera(desk.document, desk.world);
    scene.strain_legend = true;
    scene.labels.push_back({scene.camera.target, "Biceps femoris", test::k_biceps});
    const auto vertices = [&](const ui::OverlayOptions& options) {
        ImGui::NewFrame();
        desk.interface.draw_picture_only({desk.document,
                                          desk.world,
                                          readout,
                                          scene,
                                          {1, {8, 8}},
                                          {},
                                          {},
                                          [](float t) { return glm::vec3(t); },
                                          {},
                                          {}},
                                         options);
        ImGui::Render();
        return ImGui::GetDrawData()->TotalVtxCount;
    };
    ui::OverlayOptions none;
    none.labels = none.legend = none.goniometer = none.plot = none.inset = none.caption = false;
    const int nothing = vertices(none);
    EXPECT_EQ(nothing, 4); // the picture itself
    for (const auto part : {&ui::OverlayOptions::labels, &ui::OverlayOptions::legend, &ui::OverlayOptions::goniometer,
                            &ui::OverlayOptions::plot, &ui::OverlayOptions::inset, &ui::OverlayOptions::caption}) {
        ui::OverlayOptions options = none;
        options.*part = true;
        EXPECT_GT(vertices(options), nothing);
    }
}

TEST(PictureOnly, TheLegendShowsTheWholeScaleAndTheColourOfSlack) {
    Desk desk;
    desk.frame();
    const scene::Readout readout = test::readout_at(desk.world, base::Seconds(15.0));
    scene::Scene scene;
    scene.strain_legend = true;
    float least = 1.0f, most = 0.0f;
    const auto colour = [&](float t) {
        least = std::min(least, t);
        most = std::max(most, t);
        return glm::vec3(0.5f);
    };
    ImGui::NewFrame();
    desk.interface.draw_picture_only({desk.document, desk.world, readout, scene, {1, {8, 8}}, {}, {}, colour, {}, {}},
                                     {false, true, false, false, false, false});
    ImGui::Render();
    EXPECT_LT(least, 0.0f) << "slack";
    EXPECT_GT(most, 0.95f);
}

} // namespace