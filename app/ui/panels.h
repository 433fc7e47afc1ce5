#pragma once
// Panels: every part of the window, one function and one file each, and the table that draws them in order.

#include "ui/context.h"

#include <array>
#include <string_view>

namespace ui {

/// The 3D picture with everything done on it; sets Context::picture.
void draw_picture_panel(const Context& context);
/// Labels, legend, goniometer and caption over the picture.
void draw_overlay_panel(const Context& context);
/// Steps and the explanation of the current one; in a narrow window also the inspector, as a second tab.
void draw_steps_panel(const Context& context);
/// What is shown (layers, structures, facts, numbers of the lock), the graphs, or what may happen under the skin.
void draw_inspector_panel(const Context& context);
void draw_timeline_panel(const Context& context);
void draw_menu_bar(const Context& context);
void draw_message_bar(const Context& context);
void draw_help_sheet(const Context& context);
void draw_about_box(const Context& context);
void draw_open_box(const Context& context);

// Contents without the window round them
void steps_contents(const Context& context);
void side_contents(const Context& context); ///< one of the next three, and the buttons that choose it
void inspector_contents(const Context& context);
void graphs_contents(const Context& context);
void under_skin_contents(const Context& context);
void what_if_sliders(const Context& context);
void inspector_layers(const Context& context);
void inspector_facts(const Context& context);
void inspector_lock(const Context& context);
void inspector_structures(const Context& context);
void inspector_display(const Context& context);
void timeline_scrub(const Context& context, float height);
/// Corner widget of the picture: which way the body lies; its arms are buttons. Returns its height.
float axes_widget(const Context& context, glm::vec2 top_right);

/// Whether this tab of the right panel can be seen.
bool shows_tab(const document::Document& document, document::SideTab tab);

struct Panel {
    std::string_view name;
    void (*draw)(const Context&);
    Rect Layout::*place; ///< where its error panel goes
};
inline constexpr std::array k_panels = {
    Panel{"Picture", draw_picture_panel, &Layout::picture},    Panel{"Overlay", draw_overlay_panel, &Layout::picture},
    Panel{"Steps", draw_steps_panel, &Layout::left},           Panel{"Inspector", draw_inspector_panel, &Layout::right},
    Panel{"Timeline", draw_timeline_panel, &Layout::timeline}, Panel{"Menu", draw_menu_bar, &Layout::menu},
    Panel{"Message", draw_message_bar, &Layout::message},      Panel{"Keys", draw_help_sheet, &Layout::picture},
    Panel{"About", draw_about_box, &Layout::picture},          Panel{"Open", draw_open_box, &Layout::picture},
};

} // namespace ui
