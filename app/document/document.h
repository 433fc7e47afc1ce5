#pragma once
// Document: what the user can change. Verbs (verbs.h) change it one at a time; the undoable part goes through History.

#include "base/seconds.h"
#include "lesson/lesson.h"
#include "lesson/player.h"
#include "scene/build.h"
#include "scene/world.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace document {

/// What is shown and how. Undo restores all of it but the camera, the selection (of a structure or
/// a landmark) and the hover, which have Home and Esc, and the look.
struct View {
    scene::ViewOptions options;
    bool operator==(const View&) const = default;
};

/// Snapshot undo with named entries; the oldest of more than k_most entries is forgotten.
class History {
public:
    static constexpr std::size_t k_most = 200;

    void commit(const View& before, std::string name); ///< call with the state before the change
    bool can_undo() const { return !undo_.empty(); }
    bool can_redo() const { return !redo_.empty(); }
    std::string undo_name() const; ///< empty when there is nothing to undo
    std::string redo_name() const;
    void undo(View& view);
    void redo(View& view);

private:
    struct Entry {
        View view;
        std::string name;
    };
    static void swap_in(std::vector<Entry>& from, std::vector<Entry>& to, View& view);
    std::vector<Entry> undo_, redo_;
};

/// How finely the picture is drawn: as finely as the frame rate allows and fully once it stands, or always so.
enum class PictureQuality { automatic, lowest, low, fair, medium, high, full };
inline constexpr std::array<std::string_view, 7> k_quality_names = {"automatic", "lowest", "low", "fair",
                                                                    "medium",    "high",   "full"};

/// Kept from one start of the program to the next.
struct Preferences {
    lesson::Audience audience = lesson::Audience::student;
    float font_scale = 1.0f;     ///< 0.75..2.5
    bool reduced_motion = false; ///< camera jumps to the end state, nothing plays by itself
    bool blender_mouse = false;  ///< middle button orbits, Shift+middle pans, Ctrl+middle zooms
    bool zoom_to_cursor = false;
    bool invert_zoom = false;
    PictureQuality quality = PictureQuality::automatic;
    scene::Look look = scene::Look::plate;
    bool operator==(const Preferences&) const = default;
};

/// What the right panel shows.
enum class SideTab { inspect, graphs, under_skin };

/// Which parts of the window are open.
struct Panels {
    bool left = true, right = true, timeline = true;
    bool help = false, about = false, open_file = false;
    SideTab side = SideTab::inspect;
    /// Path shown in the graphs; nullopt: the one that is selected or locked.
    std::optional<int> graph_muscle = std::nullopt;
    bool keyboard = false; ///< arrows, Space and Enter work the panels instead of the lesson
    bool operator==(const Panels&) const = default;
};

/// A camera on its way. `to` absent: to the step's own camera, and the user's override ends there.
struct CameraMove {
    scene::Camera from;
    std::optional<scene::Camera> to;
    std::optional<base::Seconds> started; ///< set by the first advance() that sees it
};

/// What only the program around the document can do. The viewer serves and clears each.
struct Requests {
    bool screenshot = false, quit = false;
    std::string open_file; ///< a lesson or model file; empty when none
    bool operator==(const Requests&) const = default;
};

struct Document {
    View view;
    History history;
    std::optional<View> before_edit; ///< the view when a slider was grabbed, until it is let go
    Preferences preferences;
    lesson::Player player;
    std::optional<CameraMove> camera_move;
    int camera_step = 0; ///< the step in which the user's camera took over
    Panels panels;
    bool presenting = false;        ///< full picture, captions only
    bool blank = false;             ///< black screen while presenting
    bool fullscreen = false;        ///< the window the user wants
    bool fullscreen_before = false; ///< what to go back to when presenting ends
    bool focus_search = false;      ///< put the keyboard into the search field in the next frame
    std::string search;
    std::string message; ///< last error or notice, one sentence; empty when none
    Requests requests;

    explicit Document(const scene::World& world);
};

} // namespace document
