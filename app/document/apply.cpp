#include "document/verbs.h"

#include <algorithm>
#include <cmath>

namespace document {

namespace {

constexpr base::Seconds k_frame{1.0 / 25.0};

lesson::Audience next_audience(const lesson::Lesson& lesson, lesson::Audience now) {
    const int count = lesson::k_audience_count;
    for (int i = 1; i <= count; ++i) {
        const auto next = static_cast<lesson::Audience>((static_cast<int>(now) + i) % count);
        const auto& speaks = lesson.audiences;
        if (speaks.empty() || std::find(speaks.begin(), speaks.end(), next) != speaks.end()) return next;
    }
    return now;
}

// One overload an action; a new action without one does not compile.
struct Apply {
    Document& d;
    const scene::World& w;

    void operator()(const Hide& a) const { hide(d, w, a.structure); }
    void operator()(const Show& a) const { show(d, w, a.structure); }
    void operator()(const ShowAll&) const { show_all(d); }
    void operator()(const Isolate& a) const { isolate(d, w, a.structure); }
    void operator()(const Fade& a) const { fade(d, w, a.structure); }
    void operator()(const SetLayerOpacity& a) const { set_layer_opacity(d, w, a.layer, a.opacity, a.done); }
    void operator()(const ShowLayer& a) const { show_layer(d, w, a.layer, a.shown); }
    void operator()(const ResetLayers&) const { reset_layers(d); }
    void operator()(const SetClip& a) const { set_clip(d, a.clip, a.done); }
    void operator()(const ToggleClip&) const { toggle_clip(d, w); }
    void operator()(const CutAcross& a) const { cut_across(d, w, a.axis); }
    void operator()(const ToggleLabels&) const { toggle_option(d, &scene::ViewOptions::labels, "labels"); }
    void operator()(const ToggleStrain&) const { toggle_option(d, &scene::ViewOptions::strain, "strain colours"); }
    void operator()(const ToggleStrainOfAll&) const {
        toggle_option(d, &scene::ViewOptions::strain_of_all, "strain of every muscle");
    }
    void operator()(const ToggleGhost&) const { toggle_option(d, &scene::ViewOptions::ghost, "unlocked muscle"); }
    void operator()(const TogglePlot&) const { toggle_option(d, &scene::ViewOptions::plot, "small plot"); }
    void operator()(const ToggleInset&) const { toggle_option(d, &scene::ViewOptions::inset, "under the skin"); }
    void operator()(const SetLook& a) const { set_look(d, a.look); }
    void operator()(const ToggleDepthOfField&) const {
        toggle_option(d, &scene::ViewOptions::depth_of_field, "depth of field");
    }
    void operator()(const SetPoseOffset& a) const { set_pose_offset(d, w, a.offset, a.done); }
    void operator()(const Undo&) const { undo(d); }
    void operator()(const Redo&) const { redo(d); }

    void operator()(const Select& a) const { select(d, a.structure); }
    void operator()(const SelectLandmark& a) const { select_landmark(d, w, a.region); }
    void operator()(const Hover& a) const { d.view.options.hovered = a.structure; }

    void operator()(const Orbit& a) const { orbit(d, w, a.yaw, a.pitch); }
    void operator()(const Pan& a) const { pan(d, w, a.right, a.up); }
    void operator()(const Zoom& a) const { zoom(d, w, a.steps, a.toward); }
    void operator()(const Focus& a) const { focus(d, w, a.structure, a.point); }
    void operator()(const HomeView&) const { home_view(d, w); }
    void operator()(const LookFrom& a) const { look_from(d, w, a.side); }
    void operator()(const ToggleOrthographic&) const { toggle_orthographic(d, w); }

    void operator()(const TogglePlay&) const { toggle_play(d, w); }
    void operator()(const Pause&) const { d.player.pause(); }
    void operator()(const Seek& a) const { seek(d, w, a.at); }
    void operator()(const MoveFrames& a) const {
        d.player.pause();
        seek(d, w, d.player.at() + k_frame * a.count);
    }
    void operator()(const NextStep&) const { step_next(d, w); }
    void operator()(const PreviousStep&) const { step_previous(d, w); }
    void operator()(const GoToStep& a) const { go_to_step(d, w, a.step); }
    void operator()(const SetSpeed& a) const { d.player.set_speed(a.factor); }
    void operator()(const ChangeSpeed& a) const { change_speed(d, a.notches); }
    void operator()(const ToggleLoop&) const { toggle_loop(d, w); }

    void operator()(const SetPreferences& a) const { use_preferences(d, a.preferences); }
    void operator()(const NextAudience&) const {
        d.preferences.audience = next_audience(w.lesson, d.preferences.audience);
    }
    void operator()(const SetPanels& a) const { d.panels = a.panels; }
    void operator()(const ResetLayout&) const {
        d.panels = Panels{};
        d.preferences.font_scale = 1.0f;
    }
    void operator()(const FocusSearch&) const {
        d.panels.right = true;
        d.panels.side = SideTab::inspect;
        d.focus_search = true;
    }
    void operator()(const SearchFocused&) const { d.focus_search = false; }
    void operator()(const SetSearch& a) const { d.search = a.text; }
    void operator()(const Present& a) const { present(d, a.on); }
    void operator()(const ToggleBlank&) const { d.blank = d.presenting && !d.blank; }
    void operator()(const ToggleFullscreen&) const { d.fullscreen = !d.fullscreen; }
    void operator()(const TakeScreenshot&) const { d.requests.screenshot = true; }
    void operator()(const OpenFile& a) const { d.requests.open_file = a.path; }
    void operator()(const Tell& a) const { d.message = a.message; }
    void operator()(const Quit&) const { d.requests.quit = true; }
};

} // namespace

void apply(Document& document, const scene::World& world, const Action& action) {
    std::visit(Apply{document, world}, action);
}

void apply(Document& document, const scene::World& world, const Actions& actions) {
    for (const Action& action : actions) apply(document, world, action);
}

void use_preferences(Document& document, Preferences preferences) {
    preferences.font_scale =
        std::isfinite(preferences.font_scale) ? std::clamp(preferences.font_scale, 0.75f, 2.5f) : 1.0f;
    document.preferences = preferences;
    document.view.options.look = preferences.look;
}

void set_look(Document& document, scene::Look look) {
    document.preferences.look = look;
    document.view.options.look = look;
}

void present(Document& document, bool on) {
    if (document.presenting == on) return;
    document.presenting = on;
    document.blank = false;
    if (on) document.fullscreen_before = document.fullscreen;
    document.fullscreen = on || document.fullscreen_before;
}

} // namespace document
