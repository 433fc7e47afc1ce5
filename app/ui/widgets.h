#pragma once
// Widgets: the few controls that ImGui does not have in the program's look.

#include "ui/context.h"
#include "ui/icons.h"

#include <string>
#include <string_view>
#include <vector>

namespace ui {

/// How sure a number is; drawn as a small tag with the word in it.
enum class Certainty { computed, illustrative };

inline constexpr base::Seconds k_tooltip_delay{0.5};

/// For the item before: shown after a delay. The item must be interactive.
void tooltip(const Context& context, const std::string& text);

/// Square button with an icon; `on` marks a switch that is on. `size` in window units.
bool icon_button(const Context& context, const char* id, Icon icon, float size, bool on, const std::string& tip);

/// The same with a word.
bool word_button(const Context& context, const std::string& label, bool on, const std::string& tip);

/// The next button with this word stays on the line when there is room, else it goes below.
void same_line_if_fits(const Context& context, const std::string& label);

/// One tile of the window: fixed place, no decoration. Returns as ImGui::Begin; end with end_panel().
bool begin_panel(const char* name, const Rect& rect, bool scrolls = true);
void end_panel();

void heading(const Context& context, std::string_view text);
void muted(std::string_view text); ///< wrapped, second rank
void wrapped(std::string_view text);
void tag(const Context& context, Certainty certainty); ///< on the current line

/// Foldable list of every citation in full: "a, b and two more" is not enough for who wants to look it up.
void cited(const Context& context, const std::vector<std::string>& ids);

/// "name  value" on one line of a two-column card, wrapped; nothing for an empty value.
void fact(const Context& context, const char* name, const std::string& value);

/// `text` cut with "..." to the width.
std::string fitted(std::string_view text, float width);

} // namespace ui
