#include "ui/commands.h"

#include <algorithm>
#include <array>
#include <numbers>

namespace ui {

namespace {

constexpr std::array<CommandInfo, static_cast<std::size_t>(k_command_count)> k_commands = {{
    {Command::play_pause, Group::time, "Play or pause"},
    {Command::previous_frame, Group::time, "Previous frame"},
    {Command::next_frame, Group::time, "Next frame"},
    {Command::previous_step, Group::time, "Previous step"},
    {Command::next_step, Group::time, "Next step"},
    {Command::first_step, Group::time, "First step"},
    {Command::last_step, Group::time, "Last step"},
    {Command::slower, Group::time, "Slower"},
    {Command::faster, Group::time, "Faster"},
    {Command::loop_step, Group::time, "Repeat this step"},
    {Command::orbit_left, Group::camera, "Turn to the left"},
    {Command::orbit_right, Group::camera, "Turn to the right"},
    {Command::orbit_up, Group::camera, "Turn up"},
    {Command::orbit_down, Group::camera, "Turn down"},
    {Command::zoom_in, Group::camera, "Closer"},
    {Command::zoom_out, Group::camera, "Farther"},
    {Command::frame_selection, Group::camera, "Frame the selection, or the whole leg"},
    {Command::home_view, Group::camera, "Back to the step's view"},
    {Command::view_front, Group::camera, "From the feet"},
    {Command::view_back, Group::camera, "From the head"},
    {Command::view_right, Group::camera, "From the client's right"},
    {Command::view_left, Group::camera, "From the client's left"},
    {Command::view_top, Group::camera, "From above"},
    {Command::view_bottom, Group::camera, "From below"},
    {Command::orthographic, Group::camera, "Parallel or perspective view"},
    {Command::hide, Group::shown, "Hide the selection"},
    {Command::show_all, Group::shown, "Show everything again"},
    {Command::isolate, Group::shown, "Show only the selection"},
    {Command::fade, Group::shown, "X-ray the selection"},
    {Command::clip, Group::shown, "Cut the picture open"},
    {Command::labels, Group::shown, "Names in the picture"},
    {Command::strain, Group::shown, "Strain colours"},
    {Command::strain_of_all, Group::shown, "Strain of every muscle"},
    {Command::ghost, Group::shown, "Unlocked muscle beside the locked one"},
    {Command::small_plot, Group::shown, "Strain curve in the picture"},
    {Command::inset, Group::shown, "Magnifier under the lock (illustrative)"},
    {Command::next_look, Group::shown, "Next look: plate, studio, plain"},
    {Command::look_plate, Group::shown, "Plate: paper and ink", true},
    {Command::look_studio, Group::shown, "Studio: dark, as a photograph", true},
    {Command::look_plain, Group::shown, "Plain: high contrast for weak projectors", true},
    {Command::depth_of_field, Group::shown, "Blur what is nearer or farther"},
    {Command::reset_layers, Group::shown, "Layers as the step shows them", true},
    {Command::search, Group::shown, "Search a structure or a landmark"},
    {Command::undo, Group::shown, "Undo"},
    {Command::redo, Group::shown, "Redo"},
    {Command::next_voice, Group::window, "Next voice: student, instructor, client"},
    {Command::present, Group::window, "Present: clean picture, large captions"},
    {Command::blank, Group::window, "Black screen while presenting"},
    {Command::help, Group::window, "Keys and mouse"},
    {Command::about, Group::window, "About this program", true},
    {Command::fullscreen, Group::window, "Full screen"},
    {Command::panels_keyboard, Group::window, "Work the panels from the keyboard"},
    {Command::font_larger, Group::window, "Larger text"},
    {Command::font_smaller, Group::window, "Smaller text"},
    {Command::font_normal, Group::window, "Normal text"},
    {Command::graphs, Group::window, "Graphs panel: strain, tension, length, moment arms"},
    {Command::under_skin, Group::window, "Under the skin panel: what is claimed, what is known"},
    {Command::left_panel, Group::window, "Steps panel", true},
    {Command::right_panel, Group::window, "Right panel", true},
    {Command::timeline, Group::window, "Timeline", true},
    {Command::reset_layout, Group::window, "Reset layout", true},
    {Command::open_file, Group::window, "Open a lesson or a model"},
    {Command::screenshot, Group::window, "Save the picture"},
    {Command::escape, Group::window, "Close, stop presenting, or deselect"},
    {Command::quit, Group::window, "Quit"},
}};

constexpr bool in_order() {
    for (std::size_t i = 0; i < k_commands.size(); ++i)
        if (k_commands[i].command != static_cast<Command>(i)) return false;
    return true;
}
static_assert(in_order(), "one entry for every command, in the order of the enum");

constexpr double k_turn = 5.0 * std::numbers::pi / 180.0; // for each press; the system's key repeat sets the pace
constexpr float k_font_step = 0.25f;
constexpr std::string_view k_select_first = "Select a structure first: click it in the picture or in the list.";

using document::Action;
using document::Actions;

template <class Verb>
Actions on_selection(const document::Document& document) {
    const auto& selected = document.view.options.selected;
    if (!selected) return {document::Tell{std::string(k_select_first)}};
    return {Verb{*selected}};
}

Actions escape(const document::Document& document) {
    document::Panels panels = document.panels;
    if (panels.help || panels.about || panels.open_file || panels.keyboard) {
        panels.help = panels.about = panels.open_file = panels.keyboard = false;
        return {document::SetPanels{panels}};
    }
    if (document.presenting) return {document::Present{false}};
    if (!document.message.empty()) return {document::Tell{}};
    return {document::Select{}};
}

Actions set_font(const document::Document& document, float scale) {
    document::Preferences preferences = document.preferences;
    preferences.font_scale = std::clamp(scale, 0.75f, 2.5f);
    return {document::SetPreferences{preferences}};
}

Actions flip(const document::Document& document, bool document::Panels::*panel) {
    document::Panels panels = document.panels;
    panels.*panel = !(panels.*panel);
    return {document::SetPanels{panels}};
}

// Opens the tab, or goes back to the inspector when it is open.
Actions turn_to(const document::Document& document, document::SideTab tab) {
    document::Panels panels = document.panels;
    panels.side = panels.right && panels.side == tab ? document::SideTab::inspect : tab;
    panels.right = true;
    return {document::SetPanels{panels}};
}

Actions time_actions(Command command, const scene::World& world) {
    switch (command) {
    case Command::play_pause: return {document::TogglePlay{}};
    case Command::previous_frame: return {document::MoveFrames{-1}};
    case Command::next_frame: return {document::MoveFrames{1}};
    case Command::previous_step: return {document::PreviousStep{}};
    case Command::next_step: return {document::NextStep{}};
    case Command::first_step: return {document::GoToStep{0}};
    case Command::last_step: return {document::GoToStep{static_cast<int>(world.lesson.steps.size()) - 1}};
    case Command::slower: return {document::ChangeSpeed{-1}};
    case Command::faster: return {document::ChangeSpeed{1}};
    case Command::loop_step: return {document::ToggleLoop{}};
    default: return {};
    }
}

Actions camera_actions(Command command, const document::Document& document) {
    switch (command) {
    case Command::orbit_left: return {document::Orbit{-k_turn, 0.0}};
    case Command::orbit_right: return {document::Orbit{k_turn, 0.0}};
    case Command::orbit_up: return {document::Orbit{0.0, k_turn}};
    case Command::orbit_down: return {document::Orbit{0.0, -k_turn}};
    case Command::zoom_in: return {document::Zoom{1.0, {}}};
    case Command::zoom_out: return {document::Zoom{-1.0, {}}};
    case Command::frame_selection: return {document::Focus{document.view.options.selected, {}}};
    case Command::home_view: return {document::HomeView{}};
    case Command::view_front: return {document::LookFrom{document::Side::front}};
    case Command::view_back: return {document::LookFrom{document::Side::back}};
    case Command::view_right: return {document::LookFrom{document::Side::right}};
    case Command::view_left: return {document::LookFrom{document::Side::left}};
    case Command::view_top: return {document::LookFrom{document::Side::top}};
    case Command::view_bottom: return {document::LookFrom{document::Side::bottom}};
    case Command::orthographic: return {document::ToggleOrthographic{}};
    default: return {};
    }
}

scene::Look next_look(scene::Look look) {
    return static_cast<scene::Look>((static_cast<int>(look) + 1) % scene::k_look_count);
}

Actions shown_actions(Command command, const document::Document& document) {
    switch (command) {
    case Command::hide: return on_selection<document::Hide>(document);
    case Command::show_all: return {document::ShowAll{}};
    case Command::isolate: return on_selection<document::Isolate>(document);
    case Command::fade: return on_selection<document::Fade>(document);
    case Command::clip: return {document::ToggleClip{}};
    case Command::labels: return {document::ToggleLabels{}};
    case Command::strain: return {document::ToggleStrain{}};
    case Command::strain_of_all: return {document::ToggleStrainOfAll{}};
    case Command::ghost: return {document::ToggleGhost{}};
    case Command::small_plot: return {document::TogglePlot{}};
    case Command::inset: return {document::ToggleInset{}};
    case Command::next_look: return {document::SetLook{next_look(document.view.options.look)}};
    case Command::look_plate: return {document::SetLook{scene::Look::plate}};
    case Command::look_studio: return {document::SetLook{scene::Look::studio}};
    case Command::look_plain: return {document::SetLook{scene::Look::plain}};
    case Command::depth_of_field: return {document::ToggleDepthOfField{}};
    case Command::reset_layers: return {document::ResetLayers{}};
    case Command::search: return {document::FocusSearch{}};
    case Command::undo: return {document::Undo{}};
    case Command::redo: return {document::Redo{}};
    default: return {};
    }
}

Actions window_actions(Command command, const document::Document& document) {
    switch (command) {
    case Command::next_voice: return {document::NextAudience{}};
    case Command::present: return {document::Present{!document.presenting}};
    case Command::blank: return {document::ToggleBlank{}};
    case Command::help: return flip(document, &document::Panels::help);
    case Command::about: return flip(document, &document::Panels::about);
    case Command::fullscreen: return {document::ToggleFullscreen{}};
    case Command::panels_keyboard: return flip(document, &document::Panels::keyboard);
    case Command::font_larger: return set_font(document, document.preferences.font_scale + k_font_step);
    case Command::font_smaller: return set_font(document, document.preferences.font_scale - k_font_step);
    case Command::font_normal: return set_font(document, 1.0f);
    case Command::graphs: return turn_to(document, document::SideTab::graphs);
    case Command::under_skin: return turn_to(document, document::SideTab::under_skin);
    case Command::left_panel: return flip(document, &document::Panels::left);
    case Command::right_panel: return flip(document, &document::Panels::right);
    case Command::timeline: return flip(document, &document::Panels::timeline);
    case Command::reset_layout: return {document::ResetLayout{}};
    case Command::open_file: return flip(document, &document::Panels::open_file);
    case Command::screenshot: return {document::TakeScreenshot{}};
    case Command::escape: return escape(document);
    case Command::quit: return {document::Quit{}};
    default: return {};
    }
}

} // namespace

std::span<const CommandInfo> commands() { return k_commands; }

const CommandInfo& info(Command command) { return k_commands[static_cast<std::size_t>(command)]; }

document::Actions actions_of(Command command, const document::Document& document, const scene::World& world) {
    switch (info(command).group) {
    case Group::time: return time_actions(command, world);
    case Group::camera: return camera_actions(command, document);
    case Group::shown: return shown_actions(command, document);
    case Group::window: return window_actions(command, document);
    }
    return {};
}

} // namespace ui
