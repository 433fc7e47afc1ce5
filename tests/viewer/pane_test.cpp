#include "viewer/pane.h"

#include "support/gl_context.h"

#include <backends/imgui_impl_opengl3.h>
#include <gtest/gtest.h>
#include <vector>

namespace {

constexpr glm::ivec2 k_size(320, 240);

/// A window of ImGui's with a line of text, a mark that moves, and a picture in a corner.
class PaneTest : public testing::Test {
protected:
    void SetUp() override {
        gl_ = support::gl_context(platform::Api::gl33);
        if (!gl_.context) GTEST_SKIP() << gl_.reason;
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
        ImGui_ImplOpenGL3_Init("#version 330 core");
        texture_ = gpu::Texture(gpu::Format::rgba8, glm::ivec2(8));
        paint({1.0f, 0.0f, 0.0f, 1.0f});
    }
    void TearDown() override {
        if (!gl_.context) return;
        ImGui_ImplOpenGL3_Shutdown();
        ImGui::DestroyContext();
    }
    void paint(const glm::vec4& colour) { gpu::Framebuffer::with_colour(texture_).clear_colour(0, colour); }

    /// Lays a frame out.
    const ImDrawData& frame(float mark, const char* text) {
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = {static_cast<float>(k_size.x), static_cast<float>(k_size.y)};
        io.DeltaTime = 1.0f / 60.0f;
        ImGui_ImplOpenGL3_NewFrame();
        ImGui::NewFrame();
        ImGui::SetNextWindowPos({10.0f, 10.0f});
        ImGui::SetNextWindowSize({180.0f, 100.0f});
        ImGui::Begin("half seen through", nullptr, ImGuiWindowFlags_NoResize);
        ImGui::TextUnformatted(text);
        ImGui::End();
        ImDrawList& behind = *ImGui::GetBackgroundDrawList();
        behind.AddImage(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture_.name())), {240.0f, 160.0f},
                        {300.0f, 220.0f});
        ImGui::GetForegroundDrawList()->AddCircleFilled({mark, 180.0f}, 9.0f, IM_COL32(0, 200, 60, 160));
        ImGui::Render();
        return *ImGui::GetDrawData();
    }
    static std::vector<std::uint8_t> pixels(const viewer::Pane& pane) { return pane.framebuffer().read_rgba(k_size); }
    /// What a pane shows that has shown nothing else.
    static std::vector<std::uint8_t> anew(const ImDrawData& drawn) {
        viewer::Pane fresh;
        fresh.put(drawn, {});
        EXPECT_EQ(fresh.share_drawn(), 1.0);
        return pixels(fresh);
    }

    support::GlContext gl_;
    gpu::Texture texture_;
};

TEST_F(PaneTest, WhatItShowsIsWhatImGuiDraws) {
    viewer::Pane pane;
    frame(40.0f, "text"); // ImGui knows the size of a new window one frame later
    pane.put(frame(40.0f, "text"), {});
    for (const float mark : {40.0f, 44.0f, 90.0f, 200.0f}) {
        const ImDrawData& drawn = frame(mark, mark < 100.0f ? "text" : "other words, and more of them");
        pane.put(drawn, {});
        EXPECT_TRUE(pixels(pane) == anew(drawn)) << mark;
        EXPECT_LT(pane.share_drawn(), 0.5) << mark;
    }
    pane.put(frame(200.0f, "other words, and more of them"), {});
    EXPECT_EQ(pane.share_drawn(), 0.0);
}

TEST_F(PaneTest, ATextureWithAnotherPictureIsDrawnAgainWhereItIsSeen) {
    viewer::Pane pane;
    frame(40.0f, "text");
    pane.put(frame(40.0f, "text"), {});
    const auto first = pixels(pane);
    paint({0.0f, 0.0f, 1.0f, 1.0f});
    const ImDrawData& drawn = frame(40.0f, "text");
    const std::uint64_t changed[] = {texture_.name()};
    pane.put(drawn, changed);
    EXPECT_FALSE(pixels(pane) == first);
    EXPECT_TRUE(pixels(pane) == anew(drawn));
    EXPECT_GT(pane.share_drawn(), 0.0);
    EXPECT_LT(pane.share_drawn(), 0.2);
}

TEST_F(PaneTest, InAWindowOfAnotherSizeNothingStaysWhereItWas) {
    viewer::Pane pane;
    frame(40.0f, "text");
    pane.put(frame(40.0f, "text"), {});
    ImDrawData half = frame(40.0f, "text"); // the same triangles on a screen of finer pixels
    half.FramebufferScale = {2.0f, 2.0f};
    pane.put(half, {});
    EXPECT_EQ(pane.size(), 2 * k_size);
    EXPECT_EQ(pane.share_drawn(), 1.0);
    half = frame(60.0f, "text");
    half.FramebufferScale = {2.0f, 2.0f};
    pane.put(half, {});
    viewer::Pane fresh;
    fresh.put(half, {});
    EXPECT_TRUE(pane.framebuffer().read_rgba(2 * k_size) == fresh.framebuffer().read_rgba(2 * k_size));
}

TEST_F(PaneTest, WhatIsForgottenIsDrawnAllAgain) {
    viewer::Pane pane;
    frame(40.0f, "text");
    pane.put(frame(40.0f, "text"), {});
    pane.forget();
    pane.put(frame(40.0f, "text"), {});
    EXPECT_EQ(pane.share_drawn(), 1.0);
}

} // namespace
