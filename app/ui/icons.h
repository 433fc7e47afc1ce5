#pragma once
// Icons: drawn, not taken from a font, so that they are there with every font and sharp at every size.

#include <imgui.h>

namespace ui {

enum class Icon { play, pause, previous, next, loop, eye, eye_off, only, xray, home, close, search, slower, faster };

/// Inside the square of side `size` about `centre`.
void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, ImU32 colour);

} // namespace ui
