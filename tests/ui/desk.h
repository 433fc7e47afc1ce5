#pragma once
// Desk: an Interface without a GPU or a window, a document, and a hand on the mouse.

#include "document/small_world.h"
#include "document/verbs.h"
#include "ui/layout.h"
#include "ui/ui.h"

#include <gtest/gtest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <string>
#include <variant>

namespace test {

struct Desk {
    scene::World world = small_world();
    document::Document document{world};
    ui::Interface interface { std::filesystem::path("/usr/share/fonts/opentype/inter/Inter-Regular.otf") };
    glm::vec2 window{1280.0f, 800.0f};
    float content_scale = 1.0f;
    std::vector<ui::KeyPress> keys; ///< for the next frame only
    ui::Under under;                ///< what lies under every pixel
    std::function<void()> on_look;  ///< called when the picture asks what is under a pixel
    std::uint64_t texture = 1;
    ui::Output output;

    /// One frame; actions are applied, as the viewer does, and kept in `output`.
    void frame() {
        ImGuiIO& io = ImGui::GetIO();
        if (interface.fit(content_scale, document.preferences.font_scale) || io.Fonts->TexID == nullptr) {
            unsigned char* pixels = nullptr;
            int width = 0, height = 0;
            io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
            io.Fonts->SetTexID(reinterpret_cast<ImTextureID>(std::uintptr_t{2}));
        }
        io.DisplaySize = {window.x, window.y};
        io.DeltaTime = 1.0f / 60.0f;
        const scene::Readout readout = readout_at(world, document.player.at());
        scene::Scene scene;
        scene.camera = document::current_camera(document, world);
        scene.strain_legend = readout.sample.lock.has_value();
        for (int i = 0; i < 6; ++i)
            scene.labels.push_back(
                {{-0.1f, 0.8f, 0.2f + 0.02f * static_cast<float>(i)}, "Name " + std::to_string(i), i});
        const std::array<ui::FileChoice, 1> lessons{{{"Small lesson", "lessons/small.toml"}}};
        ImGui::NewFrame();
        output = interface.draw({document,
                                 world,
                                 readout,
                                 scene,
                                 {texture, {8, 8}},
                                 keys,
                                 [this](glm::ivec2) {
                                     if (on_look) on_look();
                                     return under;
                                 },
                                 [](float t) { return glm::vec3(t); },
                                 lessons,
                                 {}});
        ImGui::Render();
        keys.clear();
        document::apply(document, world, output.actions);
    }
    void frames(int count) {
        for (int i = 0; i < count; ++i) frame();
    }

    void move_to(glm::vec2 at) {
        ImGui::GetIO().MousePos = {at.x, at.y};
        frames(2);
    }
    /// Presses and releases; everything asked for in between.
    document::Actions click(glm::vec2 at, int button = 0) {
        move_to(at);
        document::Actions asked;
        for (const bool down : {true, false}) {
            ImGui::GetIO().MouseDown[button] = down;
            frame();
            asked.insert(asked.end(), output.actions.begin(), output.actions.end());
        }
        ImGui::GetIO().MousePos = {-1.0f, -1.0f};
        frame();
        return asked;
    }
    document::Actions press(ui::Key key, ui::Mods mods = {}) {
        keys = {{key, mods, false}};
        frame();
        return output.actions;
    }
    static ImGuiWindow* window_named(const std::string& name) { return ImGui::FindWindowByName(name.c_str()); }
    static ui::Rect rect_of(const std::string& name) {
        const ImGuiWindow* window = window_named(name);
        return {{window->Pos.x, window->Pos.y}, {window->Size.x, window->Size.y}};
    }
    glm::vec2 middle_of_picture() const { return output.picture.position + output.picture.size * 0.5f; }
};

/// Windows that were drawn in the last frame and are not children of others lie inside the display.
inline void expect_everything_inside(const Desk& desk) {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    int seen = 0;
    for (const ImGuiWindow* window : g.Windows) {
        if (!window->WasActive || window->IsFallbackWindow || (window->Flags & ImGuiWindowFlags_ChildWindow) != 0)
            continue;
        ++seen;
        SCOPED_TRACE(window->Name);
        EXPECT_GE(window->Pos.x, -0.5f);
        EXPECT_GE(window->Pos.y, -0.5f);
        EXPECT_LE(window->Pos.x + window->Size.x, desk.window.x + 0.5f);
        EXPECT_LE(window->Pos.y + window->Size.y, desk.window.y + 0.5f);
    }
    EXPECT_GT(seen, 0);
}

template <class Verb>
int count(const document::Actions& actions) {
    return static_cast<int>(
        std::count_if(actions.begin(), actions.end(), [](const auto& a) { return std::holds_alternative<Verb>(a); }));
}

template <class Verb>
const Verb* first(const document::Actions& actions) {
    for (const document::Action& action : actions)
        if (const Verb* verb = std::get_if<Verb>(&action)) return verb;
    return nullptr;
}

} // namespace test
