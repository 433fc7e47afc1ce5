#pragma once
// Bench report: what `pinstretch bench` measured, as a table or as one JSON object.

#include "render/pass_clock.h"

#include <string>
#include <vector>

namespace viewer {

/// Of the frames of one level, milliseconds.
struct LevelTimes {
    std::string name;
    double median_ms = 0.0, p95_ms = 0.0;
    double build_ms = 0.0;  ///< median of what tissue, hands and scene take of it
    double submit_ms = 0.0; ///< and of what it takes to ask for all, waits for what is drawn meanwhile included
    int triangles = 0;      ///< median
    std::string note = {};  ///< the levels that were chosen
    std::vector<render::PassTime> passes = {}; ///< medians
};

struct BenchReport {
    std::string machine; ///< graphics driver and its version
    std::string lesson;
    int width = 0, height = 0, frames = 0;
    std::vector<LevelTimes> levels;
    double bare_ms = 0.0;       ///< the same triangles under one light
    double no_effects_ms = 0.0; ///< full detail, drawn by the program without effects
    double start_ms = 0.0;      ///< from the start of the process to the first picture
    double peak_mb = 0.0;       ///< resident memory at most
};

/// A model alone, turned round without effects.
struct TurntableReport {
    std::string version, machine;
    int width = 0, height = 0, frames = 0, samples = 1, triangles = 0;
    double turntable_ms = 0.0, bare_ms = 0.0, start_ms = 0.0, peak_mb = 0.0;
};

/// From a jump in the lesson until the picture that stands is at full quality.
struct RefinementReport {
    std::string machine;
    int width = 0, height = 0, moments = 0;
    double median_ms = 0.0, p95_ms = 0.0, most_ms = 0.0;
};

/// The value below which this share (0..1) of the values lies. `values` must not be empty.
double quantile(std::vector<double> values, double share);

std::string table(const BenchReport& report);
std::string json(const BenchReport& report);
std::string table(const TurntableReport& report);
std::string json(const TurntableReport& report);
std::string table(const RefinementReport& report);
std::string json(const RefinementReport& report);

} // namespace viewer
