#include "ui/ui.h"

#include "ui/guard.h"
#include "ui/overlay.h"
#include "ui/panels.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr int k_settling_frames = 3; // ImGui sizes and hover follow an input by up to two frames
constexpr base::Seconds k_cursor_blink{0.4};
constexpr float k_least_unit = 0.5f, k_most_unit = 10.0f;

// What the last frame was drawn for; another value means that ImGui has something to settle.
struct Inputs {
    ImVec2 mouse, window;
    bool down[3] = {};
    int panels = 0;

    static Inputs now(const document::Document& document) {
        const ImGuiIO& io = ImGui::GetIO();
        const document::Panels& p = document.panels;
        Inputs inputs{io.MousePos, io.DisplaySize, {io.MouseDown[0], io.MouseDown[1], io.MouseDown[2]}, 0};
        for (const bool open : {p.left, p.right, p.timeline, p.help, p.about, p.open_file, p.keyboard,
                                document.presenting, document.message.empty()})
            inputs.panels = inputs.panels * 2 + (open ? 1 : 0);
        inputs.panels = inputs.panels * 3 + static_cast<int>(p.side);
        return inputs;
    }
    bool operator==(const Inputs& other) const {
        return mouse.x == other.mouse.x && mouse.y == other.mouse.y && window.x == other.window.x &&
               window.y == other.window.y && std::equal(down, down + 3, other.down) && panels == other.panels;
    }
};

// Esc puts an open menu away before it does anything else. The keys that are left.
std::vector<KeyPress> keys_past_menus(std::span<const KeyPress> keys) {
    std::vector<KeyPress> left(keys.begin(), keys.end());
    if (!ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup)) return left;
    const auto escape = std::ranges::find(left, Key::escape, &KeyPress::key);
    if (escape == left.end()) return left;
    left.erase(escape);
    ImGui::ClosePopupToLevel(0, true);
    return left;
}

} // namespace

struct Interface::State {
    std::filesystem::path font;
    ImGuiContext* context = nullptr;
    Fonts fonts;
    float unit = 0.0f, pixel_ratio = 0.0f;
    StoppedPanels stopped;
    std::string typed_path;
    CurveMemory curves;
    Inputs inputs;
    int settling = k_settling_frames;
    bool keyboard = false;

    float menu_height() const { return fonts.size_regular + 2.0f * ImGui::GetStyle().FramePadding.y; }
};

Interface::Interface(std::filesystem::path font) : state_(std::make_unique<State>()) {
    state_->font = std::move(font);
    IMGUI_CHECKVERSION();
    state_->context = ImGui::CreateContext();
    ImGui::SetCurrentContext(state_->context);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr; // the layout follows from the window; there is nothing to remember
    io.LogFilename = nullptr;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
}

Interface::~Interface() { ImGui::DestroyContext(state_->context); }

bool Interface::fit(float content_scale, float font_scale, float pixel_ratio) {
    const float ratio = std::isfinite(pixel_ratio) ? std::clamp(pixel_ratio, 0.5f, 4.0f) : 1.0f;
    const float wanted = content_scale * font_scale / ratio;
    const float unit = std::isfinite(wanted) ? std::clamp(wanted, k_least_unit, k_most_unit) : 1.0f;
    if (unit == state_->unit && ratio == state_->pixel_ratio) return false;
    state_->unit = unit;
    state_->pixel_ratio = ratio;
    state_->fonts = load_fonts(state_->font, unit, ratio);
    state_->settling = k_settling_frames;
    apply_theme(unit);
    return true;
}

PictureArea Interface::picture_area(const document::Document& document, glm::vec2 window_size) const {
    const Layout layout = lay_out(document, window_size, state_->unit, state_->menu_height());
    PictureArea area;
    area.position = layout.picture.min;
    area.size = layout.picture.size;
    area.pixels = glm::max(glm::ivec2(glm::round(layout.picture.size * state_->pixel_ratio)), glm::ivec2(1));
    return area;
}

Output Interface::draw(const Frame& frame) {
    State& state = *state_;
    ImGuiIO& io = ImGui::GetIO();
    Output output;
    output.picture = picture_area(frame.document, vec(io.DisplaySize));
    output.actions = handle_keys(keys_past_menus(frame.keys), frame.document, frame.world, io.WantTextInput);

    const bool keyboard = frame.document.panels.keyboard && !frame.document.presenting;
    io.ConfigFlags = keyboard ? io.ConfigFlags | ImGuiConfigFlags_NavEnableKeyboard
                              : io.ConfigFlags & ~ImGuiConfigFlags_NavEnableKeyboard;
    const Layout layout = lay_out(frame.document, vec(io.DisplaySize), state.unit, state.menu_height());
    const Context context{frame,          layout,           state.fonts,      output.actions,
                          output.picture, output.redraw_in, state.typed_path, state.curves};
    for (const Panel& panel : k_panels) draw_guarded(panel, context, state.stopped);
    if (keyboard && !state.keyboard) ImGui::SetWindowFocus(layout.left.empty() ? "Timeline" : "Steps");
    state.keyboard = keyboard;

    const Inputs inputs = Inputs::now(frame.document);
    const bool wheel_or_keys = io.MouseWheel != 0.0f || !frame.keys.empty() || !output.actions.empty();
    state.settling = inputs == state.inputs && !wheel_or_keys ? std::max(state.settling - 1, 0) : k_settling_frames;
    state.inputs = inputs;
    if (state.settling > 0) context.redraw_after(base::Seconds(0));
    if (io.WantTextInput) context.redraw_after(k_cursor_blink);
    return output;
}

void Interface::draw_picture_only(const Frame& frame, const OverlayOptions& options) {
    PictureArea unused_area;
    document::Actions unused_actions;
    std::optional<base::Seconds> unused_delay;
    Layout layout;
    layout.unit = state_->unit;
    layout.picture = {{0.0f, 0.0f}, vec(ImGui::GetIO().DisplaySize)};
    const Context context{frame,       layout,       state_->fonts,      unused_actions,
                          unused_area, unused_delay, state_->typed_path, state_->curves};
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    if (frame.picture.texture != 0) {
        const auto texture = reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(frame.picture.texture));
        list.AddImage(texture, {0.0f, 0.0f}, im(layout.picture.size), {0.0f, 1.0f}, {1.0f, 0.0f});
    }
    draw_overlay(list, context, layout.picture, options, 0.0f, true);
}

} // namespace ui
