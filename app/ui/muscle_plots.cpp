#include "ui/muscle_plots.h"

namespace ui {

namespace {

using motion::Coordinate;

// Dark enough to be read as lines on white (3:1), and told apart by their style.
constexpr ImU32 k_locked = rgb(0x0A656D), k_proximal = rgb(0xA65A00), k_free = rgb(0x5A6B73);

std::string x_title(const MuscleCurves& curves) { return std::string(coordinate_text(curves.over)) + " (\u00B0)"; }

Plot blank(const MuscleCurves& curves, double cursor, const char* title, const char* unit) {
    Plot plot;
    plot.title = title;
    plot.unit = unit;
    plot.x_title = x_title(curves);
    plot.x = curves.degrees;
    plot.cursor = cursor;
    return plot;
}

// The shade of the curve that the plot is about.
void shade(Plot& plot, const MuscleCurves& curves) {
    plot.slack = stretches(curves.degrees, (curves.locked ? *curves.locked : curves.free).slack);
    plot.slack_words = "slack: no tension";
}

using Column = std::vector<double> CurveColumns::*;

// Locked against unlocked; the unlocked one alone when there is no lock on the muscle.
void add_lines(Plot& plot, const MuscleCurves& curves, Column column) {
    if (curves.locked) plot.lines.push_back({"Locked", (*curves.locked).*column, Stroke::solid, k_locked, 2.4f});
    plot.lines.push_back({curves.locked ? "Without the lock" : "Now, without a lock", curves.free.*column,
                          curves.locked ? Stroke::dashed : Stroke::solid, curves.locked ? k_free : k_locked, 2.0f});
}

Plot moment_arms(const anatomy::MusclePath& muscle, const MuscleCurves& curves, double cursor) {
    struct Look {
        Coordinate coordinate;
        Stroke stroke;
        ImU32 colour;
    };
    constexpr Look k_looks[] = {{Coordinate::knee_flexion, Stroke::solid, k_locked},
                                {Coordinate::hip_flexion, Stroke::dashed, rgb(0x7A3E9D)},
                                {Coordinate::hip_adduction, Stroke::dotted, k_proximal},
                                {Coordinate::hip_rotation, Stroke::dash_dot, rgb(0x1F5FA8)},
                                {Coordinate::tibial_rotation, Stroke::beads, rgb(0x8C2A1C)},
                                {Coordinate::ankle_dorsiflexion, Stroke::dashed, k_free},
                                {Coordinate::toe_extension, Stroke::dotted, k_free}};
    Plot plot = blank(curves, cursor, "Moment arm", "mm");
    plot.decimals = 1;
    plot.least_span = 10.0;
    for (const Look& look : k_looks)
        if (crosses(muscle, look.coordinate))
            plot.lines.push_back({std::string(coordinate_text(look.coordinate)),
                                  curves.free.moment_arm_mm[static_cast<std::size_t>(motion::index(look.coordinate))],
                                  look.stroke, look.colour, 2.0f});
    return plot;
}

} // namespace

std::string_view coordinate_text(Coordinate coordinate) {
    constexpr std::array<std::string_view, motion::k_coordinate_count> k_names = {
        "Hip flexion",    "Hip adduction", "Hip rotation inward", "Knee flexion", "Tibial rotation inward",
        "Ankle, toes up", "Toe extension"};
    return k_names[static_cast<std::size_t>(motion::index(coordinate))];
}

Plot strain_plot(const MuscleCurves& curves, double cursor) {
    Plot plot = blank(curves, cursor, "Strain from slack", "%");
    plot.decimals = 1;
    plot.least_span = 10.0;
    shade(plot, curves);
    if (curves.locked) {
        plot.lines = {{"Lock to knee", curves.locked->distal_percent, Stroke::solid, k_locked, 2.6f},
                      {"Origin to lock", curves.locked->proximal_percent, Stroke::dotted, k_proximal, 2.0f},
                      {"Without the lock", curves.free.distal_percent, Stroke::dashed, k_free, 2.0f}};
    } else {
        plot.lines = {{"Whole, without a lock", curves.free.distal_percent, Stroke::solid, k_locked, 2.4f}};
    }
    return plot;
}

std::vector<Plot> muscle_plots(const anatomy::Atlas& atlas, int muscle, const MuscleCurves& curves, double cursor) {
    const anatomy::MusclePath& path = atlas.muscles[static_cast<std::size_t>(muscle)];
    std::vector<Plot> plots{strain_plot(curves, cursor)};
    Plot tension = blank(curves, cursor, "Passive tension", "N");
    tension.least_span = 20.0;
    shade(tension, curves);
    add_lines(tension, curves, &CurveColumns::passive_n);
    plots.push_back(std::move(tension));
    if (crosses(path, Coordinate::knee_flexion)) {
        Plot moment = blank(curves, cursor, "Passive moment at the knee", "N\u00B7m");
        moment.decimals = 2;
        moment.least_span = 1.0;
        shade(moment, curves);
        add_lines(moment, curves, &CurveColumns::moment_nm);
        plots.push_back(std::move(moment));
    }
    Plot length = blank(curves, cursor, "Length of the path", "mm");
    length.decimals = 1;
    length.least_span = 20.0;
    length.lines.push_back({"Origin to insertion", curves.free.length_mm, Stroke::solid, k_locked, 2.0f});
    plots.push_back(std::move(length));
    plots.push_back(moment_arms(path, curves, cursor));
    return plots;
}

} // namespace ui
