// How a Plot looks: title, legend with the values now, axes, shade, curves, cursor and read-out.

#include "ui/plot.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace ui {

namespace {

constexpr ImU32 k_grid = rgb(0xDDE4E7), k_slack_ground = rgb(0xE9EDEE), k_slack_hatch = rgb(0xC3CDD1);
constexpr float k_row = 1.22f;      // line height of the text
constexpr float k_title_gap = 3.0f; // units
constexpr float k_sample = 28.0f;   // units a legend's piece of line is long

std::string number(double value, int decimals) {
    std::array<char, 48> buffer{};
    const double least = 0.5 * std::pow(10.0, -decimals);
    std::snprintf(buffer.data(), buffer.size(), "%.*f", decimals, std::abs(value) < least ? 0.0 : value);
    return buffer.data();
}

std::string tick_text(double value, double step) {
    const int decimals = step >= 1.0 - 1e-9 ? (std::abs(step - std::round(step)) > 1e-6 ? 1 : 0)
                                            : static_cast<int>(std::ceil(-std::log10(step) - 1e-9));
    return number(value, decimals);
}

int most_ticks(float length, float room) { return std::clamp(static_cast<int>(length / room), 2, 8); }

PlotRange y_range(const PlotPaper& paper, const Plot& plot, float height) {
    std::vector<std::span<const double>> curves;
    for (const PlotLine& line : plot.lines) curves.push_back(line.y);
    return range_of(curves, plot.least_span, most_ticks(height, paper.text.size * 1.7f));
}

double step_between(const std::vector<double>& at) { return at.size() < 2 ? 1.0 : at[1] - at[0]; }

std::string y_title(const Plot& plot) { return plot.title + " (" + plot.unit + ")"; }

// Rather a shortened name than one that runs into its value.
std::string shortened(const Type& type, std::string text, float width) {
    if (type.measure(text).x <= width) return text;
    while (text.size() > 1 && type.measure(text + "...").x > width) {
        do text.pop_back();
        while (text.size() > 1 && (static_cast<unsigned char>(text.back()) & 0xC0u) == 0x80u);
    }
    return text + "...";
}

void draw_legend_rows(const PlotPaper& paper, const Plot& plot, glm::vec2 at, float width) {
    const float unit = paper.unit, row = paper.text.size * k_row;
    for (const PlotLine& line : plot.lines) {
        const float middle = at.y + 0.5f * paper.text.size;
        const std::array<glm::vec2, 2> sample{glm::vec2(at.x, middle), glm::vec2(at.x + k_sample * unit, middle)};
        stroke_line(paper.list, sample, line.stroke, line.colour, line.width * unit);
        const float name_at = (k_sample + 6.0f) * unit;
        float name_width = width - name_at;
        if (plot.cursor) {
            const std::string value =
                number(value_at(plot.x, line.y, *plot.cursor), plot.decimals) + "\u00A0" + plot.unit;
            const float right = at.x + width - paper.bold.measure(value).x;
            paper.bold.draw(paper.list, {right, at.y}, k_text, value);
            name_width = right - at.x - name_at - 4.0f * unit;
        }
        paper.text.draw(paper.list, at + glm::vec2(name_at, 0.0f), k_text,
                        shortened(paper.text, line.name, name_width));
        at.y += row;
    }
}

void draw_slack(const PlotPaper& paper, const Plot& plot, const PlotArea& area) {
    const float unit = paper.unit;
    for (const PlotRange& stretch : plot.slack) {
        const glm::vec2 min = area.at(stretch.low, area.y.high), max = area.at(stretch.high, area.y.low);
        if (max.x - min.x < 1.0f) continue;
        paper.list.PushClipRect(im(min), im(max), true);
        paper.list.AddRectFilled(im(min), im(max), k_slack_ground);
        const float height = max.y - min.y, apart = 7.0f * unit;
        for (float x = min.x - height; x < max.x; x += apart)
            paper.list.AddLine({x, max.y}, {x + height, min.y}, k_slack_hatch, unit);
        const glm::vec2 size = paper.text.measure(plot.slack_words);
        if (size.x + 8.0f * unit < max.x - min.x) {
            const glm::vec2 at((min.x + max.x - size.x) / 2.0f, min.y + 4.0f * unit);
            paper.list.AddRectFilled({at.x - 3.0f * unit, at.y}, {at.x + size.x + 3.0f * unit, at.y + size.y},
                                     k_slack_ground);
            paper.text.draw(paper.list, at, k_muted, plot.slack_words);
        }
        paper.list.PopClipRect();
    }
}

void draw_axes(const PlotPaper& paper, const Plot& plot, const PlotArea& area) {
    const float unit = paper.unit, size = paper.text.size;
    const std::vector<double> across = degree_ticks(area.x, most_ticks(area.axes.size.x, size * 2.6f));
    for (const double x : across) {
        const glm::vec2 foot = area.at(x, area.y.low);
        paper.list.AddLine({foot.x, area.axes.min.y}, {foot.x, foot.y + 3.0f * unit}, k_grid, unit);
        const std::string text = tick_text(x, step_between(across));
        paper.text.draw(paper.list, {foot.x - paper.text.measure(text).x / 2.0f, foot.y + 3.0f * unit}, k_muted, text);
    }
    const std::vector<double> up = ticks(area.y, most_ticks(area.axes.size.y, size * 1.7f));
    for (const double y : up) {
        const glm::vec2 left = area.at(area.x.low, y);
        const bool zero = std::abs(y) < 1e-12;
        paper.list.AddLine(im(left), {area.axes.max().x, left.y}, zero ? k_muted : k_grid, unit);
        const std::string text = tick_text(y, step_between(up));
        paper.text.draw(paper.list, {left.x - paper.text.measure(text).x - 4.0f * unit, left.y - 0.55f * size}, k_muted,
                        text);
    }
    const float title_x = area.axes.max().x - paper.text.measure(plot.x_title).x;
    paper.text.draw(paper.list, {title_x, area.axes.max().y + 3.0f * unit + size * k_row}, k_muted, plot.x_title);
}

void draw_curves(const PlotPaper& paper, const Plot& plot, const PlotArea& area) {
    std::vector<glm::vec2> points(plot.x.size());
    // Solid first: where two curves are one, the dashes of the other still show.
    for (const PlotLine& line : plot.lines) {
        for (std::size_t i = 0; i < points.size(); ++i) points[i] = area.at(plot.x[i], line.y[i]);
        stroke_line(paper.list, points, line.stroke, line.colour, line.width * paper.unit);
    }
}

void draw_cursor(const PlotPaper& paper, const Plot& plot, const PlotArea& area, double at, bool strong) {
    const float unit = paper.unit;
    const float x = area.at(at, area.y.low).x;
    paper.list.AddLine({x, area.axes.min.y}, {x, area.axes.max().y}, strong ? k_text : k_muted,
                       (strong ? 1.6f : 1.0f) * unit);
    for (auto line = plot.lines.rbegin(); line != plot.lines.rend(); ++line) {
        const glm::vec2 p = area.at(at, value_at(plot.x, line->y, at));
        paper.list.AddCircleFilled(im(p), 4.2f * unit, k_raised);
        paper.list.AddCircleFilled(im(p), 3.0f * unit, line->colour);
    }
}

// A card with every value under the pointer, on the side where there is room.
void draw_read_out(const PlotPaper& paper, const Plot& plot, const PlotArea& area, double at) {
    const float unit = paper.unit, row = paper.text.size * k_row, pad = 6.0f * unit;
    std::vector<std::string> rows{plot.x_title + ": " + number(at, 0)};
    for (const PlotLine& line : plot.lines)
        rows.push_back(line.name + ": " + number(value_at(plot.x, line.y, at), plot.decimals) + " " + plot.unit);
    float width = 0.0f;
    for (const std::string& text : rows) width = std::max(width, paper.text.measure(text).x);
    const glm::vec2 size(width + 2.0f * pad, row * static_cast<float>(rows.size()) + pad);
    const float x = area.at(at, area.y.low).x;
    const bool right = x + size.x + 2.0f * pad < area.axes.max().x;
    const float least = area.axes.min.x, most = std::max(area.axes.max().x - size.x, least);
    const Rect card{{std::clamp(right ? x + pad : x - pad - size.x, least, most), area.axes.min.y + pad}, size};
    paper.list.AddRectFilled(im(card.min), im(card.max()), rgb(k_raised_hex, 240), 5.0f * unit);
    paper.list.AddRect(im(card.min), im(card.max()), k_line, 5.0f * unit, 0, unit);
    glm::vec2 text_at = card.min + glm::vec2(pad, 0.5f * pad);
    for (const std::string& text : rows) {
        paper.text.draw(paper.list, text_at, k_text, text);
        text_at.y += row;
    }
}

} // namespace

float plot_frame_height(const PlotPaper& paper, const Plot& plot, float width) {
    const float rows = static_cast<float>(plot.lines.size()) + 2.0f;
    return paper.bold.measure(y_title(plot), width).y + paper.text.size * k_row * rows +
           (k_title_gap + 14.0f) * paper.unit;
}

PlotArea place_plot(const PlotPaper& paper, const Plot& plot, const Rect& rect) {
    const float unit = paper.unit, row = paper.text.size * k_row;
    PlotArea area;
    area.x = plot.x.empty() ? PlotRange{} : PlotRange{plot.x.front(), plot.x.back()};
    const float top = paper.bold.measure(y_title(plot), rect.size.x).y + row * static_cast<float>(plot.lines.size()) +
                      (k_title_gap + 7.0f) * unit;
    const float bottom = 2.0f * row + 4.0f * unit;
    const float height = std::max(rect.size.y - top - bottom, 1.0f);
    area.y = y_range(paper, plot, height);
    const std::vector<double> up = ticks(area.y, most_ticks(height, paper.text.size * 1.7f));
    float widest = 0.0f;
    for (const double y : up) widest = std::max(widest, paper.text.measure(tick_text(y, step_between(up))).x);
    const float left = widest + 6.0f * unit, right = 0.9f * paper.text.size; // half of the last number below
    area.axes = {rect.min + glm::vec2(left, top), {std::max(rect.size.x - left - right, 1.0f), height}};
    return area;
}

void draw_plot(const PlotPaper& paper, const Plot& plot, const Rect& rect, std::optional<float> pointer) {
    const PlotArea area = place_plot(paper, plot, rect);
    const std::string title = y_title(plot);
    paper.bold.draw(paper.list, rect.min, k_text, title, rect.size.x);
    const float title_height = paper.bold.measure(title, rect.size.x).y;
    draw_legend_rows(paper, plot, rect.min + glm::vec2(0.0f, title_height + k_title_gap * paper.unit), rect.size.x);
    if (plot.x.size() < 2) return;
    paper.list.AddRectFilled(im(area.axes.min), im(area.axes.max()), k_raised);
    draw_slack(paper, plot, area);
    draw_axes(paper, plot, area);
    draw_curves(paper, plot, area);
    if (plot.cursor) draw_cursor(paper, plot, area, *plot.cursor, true);
    if (!pointer) return;
    const double at = area.x_of(*pointer);
    draw_cursor(paper, plot, area, at, false);
    draw_read_out(paper, plot, area, at);
}

} // namespace ui
