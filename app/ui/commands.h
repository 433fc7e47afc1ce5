#pragma once
// Commands: everything a key or a menu entry can ask for, in words, and the actions it means.

#include "document/action.h"

#include <array>
#include <span>
#include <string_view>

namespace ui {

enum class Command {
    play_pause,
    previous_frame,
    next_frame,
    previous_step,
    next_step,
    first_step,
    last_step,
    slower,
    faster,
    loop_step,
    orbit_left,
    orbit_right,
    orbit_up,
    orbit_down,
    zoom_in,
    zoom_out,
    frame_selection,
    home_view,
    view_front,
    view_back,
    view_right,
    view_left,
    view_top,
    view_bottom,
    orthographic,
    hide,
    show_all,
    isolate,
    fade,
    clip,
    labels,
    strain,
    strain_of_all,
    ghost,
    small_plot,
    inset,
    next_look,
    look_plate,
    look_studio,
    look_plain,
    depth_of_field,
    reset_layers,
    search,
    undo,
    redo,
    next_voice,
    present,
    blank,
    help,
    about,
    fullscreen,
    panels_keyboard,
    font_larger,
    font_smaller,
    font_normal,
    graphs,
    under_skin,
    left_panel,
    right_panel,
    timeline,
    reset_layout,
    open_file,
    screenshot,
    escape,
    quit
};
inline constexpr int k_command_count = static_cast<int>(Command::quit) + 1;

/// Headings of the help sheet, in its order.
enum class Group { time, camera, shown, window };
inline constexpr std::array<std::string_view, 4> k_group_names = {"Lesson", "Camera", "What is shown", "Window"};

struct CommandInfo {
    Command command;
    Group group;
    std::string_view text;  ///< menu entry and line of the help sheet
    bool menu_only = false; ///< has no key on purpose
};

/// One entry for every command, in the order of the enum.
std::span<const CommandInfo> commands();
const CommandInfo& info(Command command);

/// What the command means now. Empty when there is nothing to do.
document::Actions actions_of(Command command, const document::Document& document, const scene::World& world);

} // namespace ui
