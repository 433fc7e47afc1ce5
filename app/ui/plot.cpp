#include "ui/plot.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double k_hair = 1e-9;

double round_step(double rough) {
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (factor * power >= rough * (1.0 - k_hair)) return factor * power;
    return 10.0 * power;
}

std::vector<double> multiples(const PlotRange& range, double step) {
    std::vector<double> found;
    const double slop = step * 1e-6;
    for (double i = std::ceil((range.low - slop) / step); i * step <= range.high + slop; ++i)
        found.push_back(i == 0.0 ? 0.0 : i * step);
    return found;
}

// The step that gives at most this many ticks.
double step_of(const PlotRange& range, int most) {
    const double span = std::max(range.span(), k_hair);
    double step = round_step(span / (most + 1)); // too fine or just right
    while (static_cast<int>(multiples(range, step).size()) > most) step = round_step(step * 1.01);
    return step;
}

struct Dash {
    float on, off; ///< in widths
};

std::vector<Dash> pattern(Stroke stroke) {
    switch (stroke) {
    case Stroke::dashed: return {{5.0f, 3.0f}};
    case Stroke::dotted: return {{1.0f, 2.2f}};
    case Stroke::dash_dot: return {{5.0f, 2.2f}, {1.0f, 2.2f}};
    default: return {};
    }
}

void polyline(ImDrawList& list, std::span<const glm::vec2> points, ImU32 colour, float width) {
    for (const glm::vec2& p : points) list.PathLineTo({p.x, p.y});
    list.PathStroke(colour, 0, width);
}

void beads(ImDrawList& list, std::span<const glm::vec2> points, ImU32 colour, float width) {
    polyline(list, points, colour, width * 0.7f);
    const float apart = width * 9.0f;
    float left = apart * 0.5f;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const glm::vec2 way = points[i + 1] - points[i];
        const float length = std::hypot(way.x, way.y);
        for (; left < length; left += apart) {
            const glm::vec2 p = points[i] + way * (left / length);
            list.AddCircleFilled({p.x, p.y}, width * 1.3f, colour);
        }
        left -= length;
    }
}

} // namespace

std::vector<double> ticks(const PlotRange& range, int most) {
    const std::vector<double> found = multiples(range, step_of(range, std::max(most, 2)));
    return found.size() >= 2 ? found : std::vector<double>{range.low, range.high};
}

std::vector<double> degree_ticks(const PlotRange& range, int most) {
    for (const double step : {5.0, 10.0, 15.0, 30.0, 45.0, 60.0, 90.0}) {
        std::vector<double> found = multiples(range, step);
        if (static_cast<int>(found.size()) <= std::max(most, 2)) return found;
    }
    return {range.low, range.high};
}

PlotRange range_of(std::span<const std::span<const double>> curves, double least, int most_ticks) {
    PlotRange range{1e30, -1e30};
    for (const std::span<const double> curve : curves)
        for (const double y : curve) {
            if (!std::isfinite(y)) continue;
            range.low = std::min(range.low, y);
            range.high = std::max(range.high, y);
        }
    if (range.low > range.high) range = {0.0, least};
    if (range.span() < least) {
        // What never leaves one side of zero is not shown on the other.
        const double middle = 0.5 * (range.low + range.high);
        const PlotRange wide{middle - 0.5 * least, middle + 0.5 * least};
        if (range.low >= 0.0 && wide.low < 0.0)
            range = {0.0, least};
        else if (range.high <= 0.0 && wide.high > 0.0)
            range = {-least, 0.0};
        else
            range = wide;
    }
    const double half = 0.5 * step_of(range, most_ticks); // a whole step could leave half of the plot empty
    return {std::floor(range.low / half + 1e-6) * half, std::ceil(range.high / half - 1e-6) * half};
}

double value_at(std::span<const double> x, std::span<const double> y, double at) {
    if (x.empty() || y.size() < x.size()) return 0.0;
    if (at <= x.front()) return y[0];
    if (at >= x.back()) return y[x.size() - 1];
    const auto above = static_cast<std::size_t>(std::upper_bound(x.begin(), x.end(), at) - x.begin());
    const double part = (at - x[above - 1]) / (x[above] - x[above - 1]);
    return y[above - 1] + part * (y[above] - y[above - 1]);
}

std::vector<PlotRange> stretches(std::span<const double> x, std::span<const char> slack) {
    std::vector<PlotRange> found;
    for (std::size_t i = 0; i < x.size() && i < slack.size(); ++i) {
        if (slack[i] == 0) continue;
        const bool goes_on = i > 0 && slack[i - 1] != 0;
        if (goes_on)
            found.back().high = x[i];
        else
            found.push_back({x[i], x[i]});
    }
    return found;
}

void stroke_line(ImDrawList& list, std::span<const glm::vec2> points, Stroke stroke, ImU32 colour, float width) {
    if (points.size() < 2) return;
    const std::vector<Dash> dashes = pattern(stroke);
    if (stroke == Stroke::beads) return beads(list, points, colour, width);
    if (dashes.empty()) return polyline(list, points, colour, width);
    std::size_t dash = 0;
    bool on = true;
    float left = dashes[0].on * width;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const glm::vec2 way = points[i + 1] - points[i];
        const float length = std::hypot(way.x, way.y);
        for (float from = 0.0f; from < length;) {
            const float to = std::min(from + left, length);
            const glm::vec2 a = points[i] + way * (from / length), b = points[i] + way * (to / length);
            if (on) list.AddLine({a.x, a.y}, {b.x, b.y}, colour, width);
            left -= to - from;
            from = to;
            if (left > 1e-4f) continue;
            if (!on) dash = (dash + 1) % dashes.size();
            on = !on;
            left = (on ? dashes[dash].on : dashes[dash].off) * width;
        }
    }
}

glm::vec2 PlotArea::at(double x_value, double y_value) const {
    const double across = (x_value - x.low) / std::max(x.span(), k_hair);
    const double up = (y_value - y.low) / std::max(y.span(), k_hair);
    return axes.min + glm::vec2(static_cast<float>(across), static_cast<float>(1.0 - up)) * axes.size;
}

double PlotArea::x_of(float window_x) const {
    const double part = static_cast<double>((window_x - axes.min.x) / std::max(axes.size.x, 1.0f));
    return x.low + x.span() * std::clamp(part, 0.0, 1.0);
}

} // namespace ui
