#include "ui/guard.h"

#include "ui/widgets.h"

#include <imgui_internal.h>

#include <algorithm>
#include <exception>

namespace ui {

namespace {

// Where the panel was, or in the middle of the window when it was closed or is thinner than a sentence.
Rect place_of(const Panel& panel, const Context& context) {
    const Rect place = context.layout.*panel.place;
    const float least = 60.0f * context.unit();
    if (place.size.x > least && place.size.y > least) return place;
    const glm::vec2 window = vec(ImGui::GetIO().DisplaySize);
    const glm::vec2 size = glm::min(window, glm::vec2(420.0f, 160.0f) * context.unit());
    return {(window - size) * 0.5f, size};
}

void draw_error(const Panel& panel, const Context& context, StoppedPanels& stopped, const std::string& reason) {
    const std::string name(panel.name);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, k_error_ground);
    if (begin_panel(("Error in " + name).c_str(), place_of(panel, context))) {
        heading(context, name + " stopped");
        wrapped(reason);
        muted("The rest of the window goes on working.");
        if (word_button(context, "Try again", false, "Draw this part once more")) stopped.erase(name);
    }
    end_panel();
    ImGui::PopStyleColor();
}

} // namespace

void draw_guarded(const Panel& panel, const Context& context, StoppedPanels& stopped) {
    if (const auto found = stopped.find(panel.name); found != stopped.end()) {
        const std::string reason = found->second;
        draw_error(panel, context, stopped, reason);
        return;
    }
    const auto before = static_cast<std::ptrdiff_t>(context.actions.size());
    std::string reason;
    try {
        panel.draw(context);
        return;
    } catch (const std::exception& error) {
        reason = error.what();
    } catch (...) {
        reason = "An unknown error.";
    }
    // Close whatever the panel had open, and do nothing that it asked for half-way.
    ImGui::ErrorCheckEndFrameRecover(nullptr);
    context.actions.erase(context.actions.begin() + before, context.actions.end());
    stopped[std::string(panel.name)] = reason;
    context.redraw_after(base::Seconds(0));
}

} // namespace ui
