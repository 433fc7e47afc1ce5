#pragma once
// Plot: curves over a joint's angle, drawn with ImGui's draw list. Line style and words tell the curves apart, colour
// only helps.

#include "ui/overlay.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ui {

struct PlotRange {
    double low = 0.0, high = 1.0;
    double span() const { return high - low; }
};

/// Round numbers (1, 2, 2.5, 5 times a power of ten) inside the range, at most `most` of them, at least two.
std::vector<double> ticks(const PlotRange& range, int most);
/// The same for an axis of degrees: steps of 5, 10, 15, 30, 45, 60 or 90.
std::vector<double> degree_ticks(const PlotRange& range, int most);
/// Of all finite values, widened to half ticks; never empty, and at least `least` wide.
PlotRange range_of(std::span<const std::span<const double>> curves, double least, int most_ticks);
/// Linear between the points of a curve; held at its ends.
double value_at(std::span<const double> x, std::span<const double> y, double at);
/// Stretches of x where `slack` is 1.
std::vector<PlotRange> stretches(std::span<const double> x, std::span<const char> slack);

enum class Stroke { solid, dashed, dotted, dash_dot, beads };
void stroke_line(ImDrawList& list, std::span<const glm::vec2> points, Stroke stroke, ImU32 colour, float width);

struct PlotLine {
    std::string name;
    std::span<const double> y; ///< one for each Plot::x
    Stroke stroke = Stroke::solid;
    ImU32 colour = k_accent;
    float width = 2.0f; ///< units
};

struct Plot {
    std::string title, unit, x_title; ///< "Strain from slack", "%", "Knee flexion (°)"
    int decimals = 0;                 ///< of the values read out
    std::span<const double> x;        ///< degrees
    std::vector<PlotLine> lines;
    std::vector<PlotRange> slack; ///< of x, shaded
    std::string slack_words;      ///< what the shade means
    double least_span = 1.0;      ///< of y: smaller changes are not blown up
    std::optional<double> cursor; ///< x now
};

/// What plots are drawn with.
struct PlotPaper {
    ImDrawList& list;
    Type text, bold;
    float unit = 1.0f;
};

/// Where the axes lie, and the way between values and the window.
struct PlotArea {
    Rect axes;
    PlotRange x, y;
    glm::vec2 at(double x_value, double y_value) const;
    double x_of(float window_x) const; ///< clamped to the range
};

/// Height of everything but the axes: title, legend, labels.
float plot_frame_height(const PlotPaper& paper, const Plot& plot, float width);
PlotArea place_plot(const PlotPaper& paper, const Plot& plot, const Rect& rect);
/// `pointer`: window x of the pointer while it is over the plot; reads the values there out.
void draw_plot(const PlotPaper& paper, const Plot& plot, const Rect& rect, std::optional<float> pointer);

} // namespace ui
