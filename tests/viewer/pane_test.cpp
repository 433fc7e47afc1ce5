#include "viewer/pane.h"

#include "support/gl_context.h"

#include <algorithm>
#include <backends/imgui_impl_opengl3.h>
#include <cstdlib>
#include <gtest/gtest.h>
#include <span>
#include <utility>
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
        texture_ = gpu::Texture(gpu::Format::window8, glm::ivec2(8));
        paint({1.0f, 0.0f, 0.0f, 1.0f});
    }
    void TearDown() override {
        if (!gl_.context) return;
        ImGui_ImplOpenGL3_Shutdown();
        ImGui::DestroyContext();
    }
    /// Another colour in each quarter: what is turned or mirrored shows.
    void paint(const glm::vec4& colour) const {
        const auto target = gpu::Framebuffer::with_colour(texture_);
        target.clear_colour(0, colour);
        for (const auto& [corner, other] : {std::pair(glm::ivec2(4, 0), glm::vec4(0.2f, 0.9f, 0.1f, 1.0f)),
                                            std::pair(glm::ivec2(0, 4), glm::vec4(0.1f, 0.3f, 0.7f, 1.0f))}) {
            const gpu::Scissor quarter{corner, glm::ivec2(4)};
            target.clear_colour(0, other, std::span(&quarter, 1));
        }
    }
    ImTextureID picture() const { return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture_.name())); }

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
        if (clipped_) behind.PushClipRect({250.0f, 150.0f}, {290.0f, 200.0f});
        // GL pictures begin at the bottom
        behind.AddImage(picture(), {240.0f, 160.0f}, {304.0f, 224.0f}, {0.0f, 1.0f}, {1.0f, 0.0f});
        // the other way round, half faded in
        if (fading_)
            behind.AddImage(picture(), {240.0f, 160.0f}, {304.0f, 224.0f}, {1.0f, 0.0f}, {0.0f, 1.0f},
                            IM_COL32(255, 255, 255, 100));
        if (clipped_) behind.PopClipRect();
        ImGui::GetForegroundDrawList()->AddCircleFilled({mark, 180.0f}, 9.0f, IM_COL32(0, 200, 60, 160));
        ImGui::Render();
        return *ImGui::GetDrawData();
    }
    /// What a pane shows, in a window that held something else.
    std::vector<std::uint8_t> shown(viewer::Pane& pane, const ImDrawData& drawn, glm::ivec2 size = k_size) const {
        const gpu::Texture colour(gpu::Format::window8, size);
        const auto window = gpu::Framebuffer::with_colour(colour);
        window.clear_colour(0, {0.9f, 0.1f, 0.8f, 1.0f});
        const std::uint64_t pictures[] = {texture_.name(), 0};
        pane.show(drawn, pictures, window);
        return window.read_rgba(size);
    }
    /// The same of a pane that has shown nothing else.
    std::vector<std::uint8_t> anew(const ImDrawData& drawn, glm::ivec2 size = k_size) const {
        viewer::Pane fresh;
        auto pixels = shown(fresh, drawn, size);
        EXPECT_EQ(fresh.share_drawn(), 1.0);
        return pixels;
    }
    /// What ImGui itself draws into a dark window.
    static std::vector<std::uint8_t> by_imgui(const ImDrawData& drawn) {
        const gpu::Texture colour(gpu::Format::rgba8, k_size);
        const auto window = gpu::Framebuffer::with_colour(colour);
        window.clear_colour(0, {0.0f, 0.0f, 0.0f, 1.0f});
        window.bind(k_size);
        ImDrawData copy = drawn;
        ImGui_ImplOpenGL3_RenderDrawData(&copy);
        return window.read_rgba(k_size);
    }
    /// The most by which a colour differs from ImGui's own.
    static int most_beside_imgui(const std::vector<std::uint8_t>& pixels, const ImDrawData& drawn) {
        const auto wanted = by_imgui(drawn);
        int most = 0;
        for (std::size_t i = 0; i < pixels.size(); ++i)
            if (i % 4 != 3) most = std::max(most, std::abs(pixels[i] - wanted[i]));
        return most;
    }

    support::GlContext gl_;
    gpu::Texture texture_;
    bool clipped_ = false, fading_ = false;
};

TEST_F(PaneTest, WhatItShowsIsWhatImGuiDraws) {
    viewer::Pane pane;
    frame(40.0f, "text"); // ImGui knows the size of a new window one frame later
    shown(pane, frame(40.0f, "text"));
    for (const float mark : {40.0f, 44.0f, 90.0f, 200.0f, 260.0f}) { // the last lies over the picture
        const ImDrawData& drawn = frame(mark, mark < 100.0f ? "text" : "other words, and more of them");
        const auto pixels = shown(pane, drawn);
        EXPECT_TRUE(pixels == anew(drawn)) << mark;
        EXPECT_LT(pane.share_drawn(), 0.5) << mark;
        EXPECT_LE(most_beside_imgui(pixels, drawn), 2) << mark; // on the glass colours are rounded once more
    }
    shown(pane, frame(260.0f, "other words, and more of them"));
    EXPECT_EQ(pane.share_drawn(), 0.0);
}

TEST_F(PaneTest, PicturesThatAreClippedOrFadeInAreWhatImGuiDraws) {
    for (int kind = 0; kind < 4; ++kind) {
        clipped_ = (kind & 1) != 0;
        fading_ = (kind & 2) != 0;
        frame(40.0f, "text");
        const ImDrawData& drawn = frame(260.0f, "text");
        EXPECT_LE(most_beside_imgui(anew(drawn), drawn), 2) << kind;
    }
}

TEST_F(PaneTest, APictureThatMovesLeavesTheGlassAsItIs) {
    viewer::Pane pane;
    frame(260.0f, "text");
    const auto first = shown(pane, frame(260.0f, "text"));
    paint({0.0f, 0.0f, 1.0f, 1.0f});
    const ImDrawData& drawn = frame(260.0f, "text");
    const auto second = shown(pane, drawn);
    EXPECT_EQ(pane.share_drawn(), 0.0);
    EXPECT_FALSE(second == first);
    EXPECT_TRUE(second == anew(drawn));
}

TEST_F(PaneTest, InAWindowOfAnotherSizeNothingStaysWhereItWas) {
    viewer::Pane pane;
    frame(40.0f, "text");
    shown(pane, frame(40.0f, "text"));
    ImDrawData half = frame(40.0f, "text"); // the same triangles on a screen of finer pixels
    half.FramebufferScale = {2.0f, 2.0f};
    shown(pane, half, 2 * k_size);
    EXPECT_EQ(pane.size(), 2 * k_size);
    EXPECT_EQ(pane.share_drawn(), 1.0);
    half = frame(60.0f, "text");
    half.FramebufferScale = {2.0f, 2.0f};
    EXPECT_TRUE(shown(pane, half, 2 * k_size) == anew(half, 2 * k_size));
}

TEST_F(PaneTest, WhatIsForgottenIsDrawnAllAgain) {
    viewer::Pane pane;
    frame(40.0f, "text");
    shown(pane, frame(40.0f, "text"));
    pane.forget();
    shown(pane, frame(40.0f, "text"));
    EXPECT_EQ(pane.share_drawn(), 1.0);
}

} // namespace
