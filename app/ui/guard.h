#pragma once
// Guard: a panel that throws becomes an error panel, and the rest of the window lives.

#include "ui/panels.h"

#include <map>
#include <string>

namespace ui {

/// Reasons of the panels that stopped, by name.
using StoppedPanels = std::map<std::string, std::string, std::less<>>;

/// Draws the panel, or its error panel with the reason and a button to try again.
void draw_guarded(const Panel& panel, const Context& context, StoppedPanels& stopped);

} // namespace ui
