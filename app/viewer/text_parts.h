#pragma once
// Draws parts of what ImGui would draw.

#include "render/parts.h"
#include "viewer/text_change.h"

#include <imgui.h>

namespace viewer {

/// With ImGui's own backend, into what is bound: in each part what lies there. ImGui itself would look at all of it for
/// each. `text` is what `told` heard of last; parts are pixels of `place`, from the lower left.
void draw_text(const ImDrawData& text, const TextChanges& told, const TextPlace& place,
               const render::Rectangles& parts);

} // namespace viewer
