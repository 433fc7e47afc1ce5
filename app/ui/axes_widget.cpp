#include "ui/panels.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <glm/geometric.hpp>

namespace ui {

namespace {

// World directions in the words of the treatment room (the client lies prone, head toward +Z, right side at -X).
struct Arm {
    const char* letter;
    const char* tip;
    glm::vec3 direction;
    Command command;
};
const std::array<Arm, 6> k_arms = {{{"H", "Look from the head", {0, 0, 1}, Command::view_back},
                                    {"F", "Look from the feet", {0, 0, -1}, Command::view_front},
                                    {"R", "Look from the client's right", {-1, 0, 0}, Command::view_right},
                                    {"L", "Look from the client's left", {1, 0, 0}, Command::view_left},
                                    {"U", "Look from above", {0, 1, 0}, Command::view_top},
                                    {"D", "Look from below", {0, -1, 0}, Command::view_bottom}}};

struct Placed {
    const Arm* arm;
    glm::vec3 view; // x right, y up, z toward the eye
};

} // namespace

float axes_widget(const Context& context, glm::vec2 top_right) {
    const float unit = context.unit(), radius = k_axes_radius * unit, ball = k_axes_ball * unit;
    const glm::vec2 centre = top_right + glm::vec2(-radius - ball, radius + ball);
    const glm::mat3 view(context.frame.scene.camera.view());
    std::array<Placed, k_arms.size()> arms;
    for (std::size_t i = 0; i < k_arms.size(); ++i) arms[i] = {&k_arms[i], view * k_arms[i].direction};
    std::sort(arms.begin(), arms.end(), [](const Placed& a, const Placed& b) { return a.view.z < b.view.z; });

    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddCircleFilled(im(centre), radius + ball, rgb(k_raised_hex, 170));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0.0f, 0.0f});
    for (const Placed& placed : arms) {
        const glm::vec2 at = centre + glm::vec2(placed.view.x, -placed.view.y) * radius;
        // The half of an axis that points away is hollow and has no line.
        const bool near = placed.view.z > -0.05f;
        if (near) list.AddLine(im(centre), im(at), k_accent, 2.0f * unit);
        ImGui::SetCursorScreenPos({at.x - ball, at.y - ball});
        if (ImGui::InvisibleButton(placed.arm->letter, {2.0f * ball, 2.0f * ball})) context.run(placed.arm->command);
        ImGui::SetItemAllowOverlap();
        const bool hovered = ImGui::IsItemHovered();
        list.AddCircleFilled(im(at), ball, near || hovered ? k_accent : k_raised);
        list.AddCircle(im(at), ball, k_accent, 0, 1.5f * unit);
        const ImVec2 size = ImGui::CalcTextSize(placed.arm->letter);
        list.AddText({at.x - size.x / 2.0f, at.y - size.y / 2.0f}, near || hovered ? k_raised : k_accent,
                     placed.arm->letter);
        tooltip(context, text_with_key(placed.arm->tip, placed.arm->command));
    }
    ImGui::PopStyleVar();
    return 2.0f * (radius + ball);
}

} // namespace ui
