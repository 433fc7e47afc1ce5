#pragma once
// Verbs: everything that can be done to a document, one function each, and apply(), which calls the right one.

#include "document/action.h"
#include "document/document.h"
#include "scene/scene.h"

namespace document {

/// Carries out one action, or all in order.
void apply(Document& document, const scene::World& world, const Action& action);
void apply(Document& document, const scene::World& world, const Actions& actions);

/// Moves lesson time and the camera to `now` (any monotonic clock). True while something moves by itself, so that
/// another frame is due.
bool advance(Document& document, const scene::World& world, base::Seconds now);

/// Whether nothing in the picture will move for a while, even where the lesson plays on.
bool rests(const Document& document, const scene::World& world);

/// The camera the picture is seen with: the user's, or the lesson's at this time.
scene::Camera current_camera(const Document& document, const scene::World& world);

/// Opacity of a layer as shown now: the user's, or the step's.
float layer_opacity(const Document& document, const scene::World& world, std::string_view layer);

// What is shown; each is one entry of the history
void hide(Document& document, const scene::World& world, int structure);
void show(Document& document, const scene::World& world, int structure);
void show_all(Document& document);
void isolate(Document& document, const scene::World& world, int structure);
void fade(Document& document, const scene::World& world, int structure);
void set_layer_opacity(Document& document, const scene::World& world, std::string_view layer, float opacity, bool done);
void show_layer(Document& document, const scene::World& world, std::string_view layer, bool shown);
void reset_layers(Document& document);
void set_clip(Document& document, const scene::ClipPlane& clip, bool done);
void toggle_clip(Document& document, const scene::World& world);
void cut_across(Document& document, const scene::World& world, int axis);
/// Angles beyond the atlas's ranges, counted from the straight leg, are cut off.
void set_pose_offset(Document& document, const scene::World& world, const motion::Pose& offset, bool done);
void undo(Document& document);
void redo(Document& document);
void toggle_option(Document& document, bool scene::ViewOptions::*option, const std::string& name);
void select(Document& document, std::optional<int> structure);
void select_landmark(Document& document, const scene::World& world, int region);

// Camera: the first of these takes the camera over from the lesson until the next step or home_view()
void orbit(Document& document, const scene::World& world, double yaw, double pitch);
void pan(Document& document, const scene::World& world, double right, double up);
void zoom(Document& document, const scene::World& world, double steps, std::optional<glm::vec3> toward);
void focus(Document& document, const scene::World& world, std::optional<int> structure, std::optional<glm::vec3> point);
void home_view(Document& document, const scene::World& world);
void look_from(Document& document, const scene::World& world, Side side);
void toggle_orthographic(Document& document, const scene::World& world);

// Time
void toggle_play(Document& document, const scene::World& world);
void seek(Document& document, const scene::World& world, base::Seconds at);
void go_to_step(Document& document, const scene::World& world, int step);
void step_next(Document& document, const scene::World& world);
void step_previous(Document& document, const scene::World& world); ///< its own start first, when more than 1 s into it
void change_speed(Document& document, int notches);
void toggle_loop(Document& document, const scene::World& world);

// The window
/// Takes them over, within their limits.
void use_preferences(Document& document, Preferences preferences);
void set_look(Document& document, scene::Look look); ///< also the next time the program starts
void present(Document& document, bool on);           ///< full screen and captions only; off restores what was before

} // namespace document
