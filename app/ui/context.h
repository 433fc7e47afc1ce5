#pragma once
// Context: what every panel is given. One panel, one file, one function over it; panels write to `actions` only.

#include "ui/bindings.h"
#include "ui/layout.h"
#include "ui/muscle_curves.h"
#include "ui/theme.h"
#include "ui/ui.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ui {

struct Context {
    const Frame& frame;
    const Layout& layout;
    const Fonts& fonts;
    document::Actions& actions;
    PictureArea& picture; ///< filled by the picture panel
    std::optional<base::Seconds>& redraw_in;
    std::string& typed_path; ///< in the open box's field: nobody's document until it is opened
    CurveMemory& curves;     ///< what graphs have computed

    const document::Document& document() const { return frame.document; }
    const scene::World& world() const { return frame.world; }
    const lesson::Sample& sample() const { return frame.readout.sample; }
    float unit() const { return layout.unit; }
    /// The step at the frame's time; null for a lesson without any.
    const lesson::Step* step() const {
        const auto& steps = frame.world.lesson.steps;
        const auto now = static_cast<std::size_t>(frame.readout.sample.step);
        return frame.readout.sample.step >= 0 && now < steps.size() ? &steps[now] : nullptr;
    }
    void act(document::Action action) const { actions.push_back(std::move(action)); }
    void run(Command command) const {
        for (document::Action& action : actions_of(command, document(), world())) actions.push_back(std::move(action));
    }
    void redraw_after(base::Seconds delay) const {
        if (!redraw_in || *redraw_in > delay) redraw_in = delay;
    }
};

inline ImVec2 im(glm::vec2 v) { return {v.x, v.y}; }
/// The width of a line that ImGui draws with a third of the triangles of one between.
inline float whole_pixels(float width) { return std::max(std::round(width), 1.0f); }
inline glm::vec2 vec(ImVec2 v) { return {v.x, v.y}; }

} // namespace ui
