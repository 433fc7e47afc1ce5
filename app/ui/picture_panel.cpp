#include "ui/panels.h"
#include "ui/widgets.h"

#include <cmath>
#include <numbers>

namespace ui {

namespace {

constexpr float k_click_most = 4.0f; // units the pointer may move between press and release of a click
constexpr const char* k_menu = "structure menu";

enum class Drag { none, orbit, pan, zoom };

Drag drag_of(bool blender_mouse) {
    const ImGuiIO& io = ImGui::GetIO();
    if (ImGui::IsMouseDown(ImGuiMouseButton_Middle)) {
        if (!blender_mouse || io.KeyShift) return Drag::pan;
        return io.KeyCtrl ? Drag::zoom : Drag::orbit;
    }
    if (ImGui::IsMouseDown(ImGuiMouseButton_Right)) return Drag::pan;
    if (ImGui::IsMouseDown(ImGuiMouseButton_Left)) return io.KeyShift ? Drag::pan : Drag::orbit;
    return Drag::none;
}

bool moved_far(const Context& context, ImGuiMouseButton button) {
    const float most = k_click_most * std::max(1.0f, context.unit());
    return ImGui::GetIO().MouseDragMaxDistanceSqr[button] >= most * most;
}

bool pointer_rests() {
    const ImGuiIO& io = ImGui::GetIO();
    const auto still = [&](ImGuiMouseButton button) { return !io.MouseDown[button] && !io.MouseReleased[button]; };
    return io.MouseDelta.x == 0.0f && io.MouseDelta.y == 0.0f && io.MouseWheel == 0.0f && still(0) && still(1) &&
           still(2);
}

std::optional<int> structure_of(const Under& under) {
    return under.structure >= 0 ? std::optional<int>(under.structure) : std::nullopt;
}

void drag(const Context& context) {
    const ImGuiIO& io = ImGui::GetIO();
    const bool any_far = moved_far(context, 0) || moved_far(context, 1) || moved_far(context, 2);
    if (!any_far || (io.MouseDelta.x == 0.0f && io.MouseDelta.y == 0.0f)) return;
    const double height = std::max(context.layout.picture.size.y, 1.0f);
    const double x = io.MouseDelta.x / height, y = io.MouseDelta.y / height;
    // A drag over the picture's height is half a turn.
    constexpr double k_turn = std::numbers::pi;
    constexpr double k_notches = 20.0;
    switch (drag_of(context.document().preferences.blender_mouse)) {
    case Drag::orbit: context.act(document::Orbit{-x * k_turn, y * k_turn}); break;
    case Drag::pan: context.act(document::Pan{x, -y}); break;
    case Drag::zoom: context.act(document::Zoom{-y * k_notches, {}}); break;
    case Drag::none: break;
    }
}

void wheel(const Context& context, const std::optional<Under>& under) {
    const float notches = ImGui::GetIO().MouseWheel;
    if (notches == 0.0f) return;
    const auto& preferences = context.document().preferences;
    document::Zoom zoom{preferences.invert_zoom ? -notches : notches, {}};
    if (preferences.zoom_to_cursor && under) zoom.toward = under->point;
    context.act(zoom);
}

void click(const Context& context, const Under& under) {
    if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
        if (under.structure >= 0) context.act(document::Focus{under.structure, under.point});
        return;
    }
    if (ImGui::IsMouseReleased(ImGuiMouseButton_Left) && !moved_far(context, ImGuiMouseButton_Left))
        context.act(document::Select{structure_of(under)});
    if (ImGui::IsMouseReleased(ImGuiMouseButton_Right) && !moved_far(context, ImGuiMouseButton_Right)) {
        if (under.structure >= 0) context.act(document::Select{under.structure});
        ImGui::OpenPopup(k_menu);
    }
}

void menu_entry(const Context& context, const char* text, Command command) {
    if (ImGui::MenuItem(text, keys_of(command, true).c_str())) context.run(command);
}

void context_menu(const Context& context) {
    if (!ImGui::BeginPopup(k_menu)) return;
    const auto& selected = context.document().view.options.selected;
    const auto& structures = context.world().atlas.structures;
    if (selected && *selected >= 0 && static_cast<std::size_t>(*selected) < structures.size()) {
        ImGui::PushFont(context.fonts.bold);
        ImGui::TextUnformatted(structures[static_cast<std::size_t>(*selected)].name.c_str());
        ImGui::PopFont();
        ImGui::Separator();
        menu_entry(context, "Look at it", Command::frame_selection);
        menu_entry(context, "Hide", Command::hide);
        menu_entry(context, "X-ray", Command::fade);
        menu_entry(context, "Show only this", Command::isolate);
        if (!context.document().panels.right) menu_entry(context, "Facts", Command::right_panel);
        ImGui::Separator();
    }
    menu_entry(context, "Show everything again", Command::show_all);
    menu_entry(context, "Back to the step's view", Command::home_view);
    menu_entry(context, "Names", Command::labels);
    ImGui::EndPopup();
}

void image(const Context& context) {
    const Rect& place = context.layout.picture;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (context.document().blank) {
        list.AddRectFilled(im(place.min), im(place.max()), IM_COL32_BLACK);
        return;
    }
    if (context.frame.picture.texture == 0) return;
    const auto add = [&](std::uint64_t name, float opacity) {
        const auto texture = reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(name));
        // GL pictures begin at the bottom.
        list.AddImage(texture, im(place.min), im(place.max()), {0.0f, 1.0f}, {1.0f, 0.0f},
                      ImGui::GetColorU32({1.0f, 1.0f, 1.0f, opacity}));
    };
    const Picture& picture = context.frame.picture;
    if (picture.under != 0) add(picture.under, 1.0f);
    add(picture.texture, picture.opacity);
}

// What lies under the pointer, when the pointer is over the picture and nothing is being dragged.
void point(const Context& context) {
    const glm::vec2 mouse = vec(ImGui::GetIO().MousePos);
    const Rect& place = context.layout.picture;
    const bool hovered = ImGui::IsItemHovered() && place.contains(mouse);
    const bool active = ImGui::IsItemActive();
    std::optional<Under> under;
    if (hovered) {
        const glm::vec2 part = (mouse - place.min) / place.size;
        context.picture.hovered =
            glm::min(glm::ivec2(part * glm::vec2(context.picture.pixels)), context.picture.pixels - 1);
        // Looking costs a round trip to the GPU: not for a still pointer over a playing lesson, not for a drag.
        if (context.frame.under && !(context.document().player.playing() && pointer_rests()) &&
            !(active && moved_far(context, 0)))
            under = context.frame.under(*context.picture.hovered);
        else if (pointer_rests())
            return;
    }
    if (active) drag(context);
    if (hovered) wheel(context, under);
    if (under && (hovered || active)) click(context, *under);
    const std::optional<int> now = under ? structure_of(*under) : std::nullopt;
    if (!active && now != context.document().view.options.hovered) context.act(document::Hover{now});
}

} // namespace

void draw_picture_panel(const Context& context) {
    const Rect& place = context.layout.picture;
    if (place.empty()) return;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0.0f, 0.0f});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0f);
    // what the picture covers need not be filled
    const bool covered = context.document().blank || context.frame.picture.texture != 0;
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ImGui::GetColorU32(ImGuiCol_WindowBg, covered ? 0.0f : 1.0f));
    const bool open = begin_panel("Picture", place, false);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    if (open) {
        image(context);
        ImGui::SetCursorScreenPos(im(place.min));
        ImGui::InvisibleButton("##picture", im(place.size),
                               ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight |
                                   ImGuiButtonFlags_MouseButtonMiddle);
        ImGui::SetItemAllowOverlap();
        point(context);
        context_menu(context);
        if (!context.document().presenting) {
            const float margin = k_corner_margin * context.unit(), size = k_home_button * context.unit();
            glm::vec2 corner(place.max().x - margin, place.min.y + margin);
            if (context.layout.axes) corner.y += axes_widget(context, corner) + margin;
            ImGui::SetCursorScreenPos({corner.x - size, corner.y});
            if (icon_button(context, "##home", Icon::home, size, false,
                            text_with_key("Back to the step's view", Command::home_view)))
                context.run(Command::home_view);
        }
    }
    end_panel();
}

} // namespace ui
