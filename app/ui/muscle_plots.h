#pragma once
// MusclePlots: the curves of one muscle as plots, the same in the panel and in the picture.

#include "ui/muscle_curves.h"
#include "ui/plot.h"

#include <string_view>
#include <vector>

namespace ui {

/// "Knee flexion"
std::string_view coordinate_text(motion::Coordinate coordinate);

/// Strain, and what it is compared with; `cursor` in degrees. The plots look into `curves`.
Plot strain_plot(const MuscleCurves& curves, double cursor);
/// Everything the panel shows, in its order: strain, tension, moment, length, moment arms.
std::vector<Plot> muscle_plots(const anatomy::Atlas& atlas, int muscle, const MuscleCurves& curves, double cursor);

} // namespace ui
