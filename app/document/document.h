#pragma once
// Document: what the user can change. Verbs change it one at a time; the undoable part goes through History.

#include "base/seconds.h"
#include "lesson/lesson.h"
#include "lesson/player.h"
#include "scene/build.h"
#include "scene/world.h"

#include <optional>
#include <string>
#include <vector>

namespace document {

/// The undoable part: what is shown and how. Camera and time are not undone (they have Home and the scrub bar).
struct View {
    scene::ViewOptions options;
    bool operator==(const View&) const = default;
};

/// Snapshot undo with named entries.
class History {
public:
    void commit(const View& before, std::string name);   ///< call with the state before the change
    bool can_undo() const { return !undo_.empty(); }
    bool can_redo() const { return !redo_.empty(); }
    std::string undo_name() const;
    std::string redo_name() const;
    void undo(View& view);
    void redo(View& view);

private:
    struct Entry { View view; std::string name; };
    std::vector<Entry> undo_, redo_;
};

struct Preferences {
    lesson::Audience audience = lesson::Audience::student;
    float font_scale = 1.0f;      ///< 0.75..2.5
    bool reduced_motion = false;  ///< camera jumps to the end state, nothing plays by itself
    bool blender_mouse = false;   ///< MMB orbits
    bool zoom_to_cursor = false;
    bool invert_zoom = false;
    bool operator==(const Preferences&) const = default;
};

struct Document {
    View view;
    History history;
    Preferences preferences;
    lesson::Player player;
    bool presenting = false;      ///< full picture, captions only
    bool blank = false;           ///< black screen while presenting
    bool show_help = false, show_left = true, show_right = true, show_timeline = true, show_about = false;
    bool focus_search = false;
    bool fullscreen = false, quit = false, screenshot = false;
    std::string search;
    std::string message;          ///< last error or notice, one sentence; empty when none

    explicit Document(const scene::World& world);
};

} // namespace document
