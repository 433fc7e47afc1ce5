#pragma once
// Boxes: what lies over the window until it is closed (keys, about, open).

#include "ui/context.h"

namespace ui {

/// Centred, at most `wanted` units large and always inside the window; its close button clears `panel`. End with
/// ImGui::End() whatever this returns.
bool begin_box(const Context& context, const char* title, glm::vec2 wanted, bool document::Panels::*panel);

} // namespace ui
