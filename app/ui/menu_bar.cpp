#include "ui/panels.h"
#include "ui/widgets.h"
#include "ui/words.h"

namespace ui {

namespace {

void entry(const Context& context, Command command, bool on = false, bool enabled = true, const char* text = nullptr) {
    const std::string name = text != nullptr ? text : std::string(info(command).text);
    if (ImGui::MenuItem(name.c_str(), keys_of(command, true).c_str(), on, enabled)) context.run(command);
}

void file_menu(const Context& context) {
    entry(context, Command::open_file);
    entry(context, Command::screenshot);
    ImGui::Separator();
    entry(context, Command::quit);
}

void edit_menu(const Context& context) {
    const auto& history = context.document().history;
    const std::string undo = history.can_undo() ? "Undo: " + history.undo_name() : "Undo";
    const std::string redo = history.can_redo() ? "Redo: " + history.redo_name() : "Redo";
    entry(context, Command::undo, false, history.can_undo(), undo.c_str());
    entry(context, Command::redo, false, history.can_redo(), redo.c_str());
    ImGui::Separator();
    const bool selected = context.document().view.options.selected.has_value();
    entry(context, Command::hide, false, selected);
    entry(context, Command::isolate, false, selected);
    entry(context, Command::fade, false, selected);
    entry(context, Command::show_all);
    ImGui::Separator();
    entry(context, Command::search);
}

void view_menu(const Context& context) {
    const document::Document& document = context.document();
    entry(context, Command::left_panel, document.panels.left);
    entry(context, Command::right_panel, document.panels.right);
    entry(context, Command::graphs, shows_tab(document, document::SideTab::graphs));
    entry(context, Command::under_skin, shows_tab(document, document::SideTab::under_skin));
    entry(context, Command::timeline, document.panels.timeline);
    entry(context, Command::reset_layout);
    ImGui::Separator();
    entry(context, Command::home_view);
    entry(context, Command::frame_selection);
    if (ImGui::BeginMenu("Look from")) {
        for (const Command side : {Command::view_front, Command::view_back, Command::view_right, Command::view_left,
                                   Command::view_top, Command::view_bottom})
            entry(context, side);
        ImGui::EndMenu();
    }
    const scene::Look look = document.view.options.look;
    if (ImGui::BeginMenu("Look")) {
        entry(context, Command::look_plate, look == scene::Look::plate);
        entry(context, Command::look_studio, look == scene::Look::studio);
        entry(context, Command::look_plain, look == scene::Look::plain);
        entry(context, Command::next_look);
        ImGui::EndMenu();
    }
    entry(context, Command::depth_of_field, document.view.options.depth_of_field);
    entry(context, Command::orthographic, context.frame.scene.camera.orthographic);
    entry(context, Command::clip, document.view.options.clip.on);
    entry(context, Command::labels, document.view.options.labels);
    entry(context, Command::strain, document.view.options.strain);
    entry(context, Command::strain_of_all, document.view.options.strain_of_all);
    entry(context, Command::ghost, document.view.options.ghost);
    entry(context, Command::small_plot, document.view.options.plot);
    entry(context, Command::inset, document.view.options.inset);
    ImGui::Separator();
    if (ImGui::BeginMenu("Text size")) {
        entry(context, Command::font_larger);
        entry(context, Command::font_smaller);
        entry(context, Command::font_normal);
        ImGui::EndMenu();
    }
    entry(context, Command::panels_keyboard, document.panels.keyboard);
    entry(context, Command::present, document.presenting);
    entry(context, Command::fullscreen, document.fullscreen);
}

void lesson_menu(const Context& context) {
    const auto& player = context.document().player;
    entry(context, Command::play_pause, false, true, player.playing() ? "Pause" : "Play");
    entry(context, Command::next_step);
    entry(context, Command::previous_step);
    entry(context, Command::loop_step, player.loop().has_value());
    entry(context, Command::faster);
    entry(context, Command::slower);
    ImGui::Separator();
    for (int i = 0; i < lesson::k_audience_count; ++i) {
        const auto audience = static_cast<lesson::Audience>(i);
        document::Preferences preferences = context.document().preferences;
        const std::string name = "Voice: " + std::string(audience_text(audience));
        if (ImGui::MenuItem(name.c_str(), keys_of(Command::next_voice).c_str(), preferences.audience == audience)) {
            preferences.audience = audience;
            context.act(document::SetPreferences{preferences});
        }
    }
}

void help_menu(const Context& context) {
    entry(context, Command::help);
    entry(context, Command::about);
}

void menu(const Context& context, const char* name, void (*contents)(const Context&)) {
    if (!ImGui::BeginMenu(name)) return;
    contents(context);
    ImGui::EndMenu();
}

} // namespace

void draw_menu_bar(const Context& context) {
    if (context.layout.menu.empty() || !ImGui::BeginMainMenuBar()) return;
    menu(context, "File", file_menu);
    menu(context, "Edit", edit_menu);
    menu(context, "View", view_menu);
    menu(context, "Lesson", lesson_menu);
    menu(context, "Help", help_menu);
    ImGui::EndMainMenuBar();
}

} // namespace ui
