#include "ui/overlay.h"
#include "ui/words.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <numbers>

namespace ui {

namespace {

constexpr int k_slices = 32;
constexpr double k_taut = 5e-4; ///< strain that reads as more than 0.0 %

ImU32 colour_at(const OverlayPaper& paper, float t) {
    const glm::vec3 c = glm::clamp(paper.context.frame.strain_colour(t), glm::vec3(0.0f), glm::vec3(1.0f)) * 255.0f;
    return IM_COL32(std::lround(c.x), std::lround(c.y), std::lround(c.z), 255);
}

float strain_range(const OverlayPaper& paper) { return std::max(paper.context.frame.scene.strain_range, 1e-3f); }

// A triangle over the bar with its value in words, so that colour is never the only channel.
void mark(const OverlayPaper& paper, const Rect& bar, double strain, bool from_above) {
    const float x = bar.min.x + bar.size.x * std::clamp(static_cast<float>(strain) / strain_range(paper), 0.0f, 1.0f);
    const float tip = from_above ? bar.min.y + 3.0f * paper.unit : bar.max().y - 3.0f * paper.unit;
    const float back = from_above ? bar.min.y - 4.0f * paper.unit : bar.max().y + 4.0f * paper.unit;
    const float half = 4.5f * paper.unit;
    paper.list.AddTriangleFilled({x, tip}, {x - half, back}, {x + half, back}, k_text);
    paper.list.AddTriangle({x, tip}, {x - half, back}, {x + half, back}, k_raised, paper.unit);
}

// The bands of shaders/strain.glsl: as far apart as the strain says, and thicker with it.
void draw_bands(const OverlayPaper& paper, const Rect& bar) {
    constexpr float k_steps = 8.0f;
    const float step = bar.size.x / (k_steps * (1.0f + 0.5f * strain_range(paper)));
    for (float x = 0.5f * step; x < bar.size.x;) {
        const float t = x / bar.size.x, apart = step * (1.0f + strain_range(paper) * t);
        const float half = std::max(apart * glm::mix(0.05f, 0.27f, t), 0.5f * paper.unit);
        const float from = bar.min.x + x - half, to = std::min(bar.min.x + x + half, bar.max().x);
        const float seam = 0.07f * apart;
        paper.list.AddRectFilled({std::max(from - seam, bar.min.x), bar.min.y},
                                 {std::min(to + seam, bar.max().x), bar.max().y},
                                 IM_COL32(225, 225, 225, std::lround(190.0f * (1.0f - 0.6f * t))));
        paper.list.AddRectFilled({from, bar.min.y}, {to, bar.max().y}, IM_COL32(22, 20, 24, 235));
        x += apart;
    }
}

void draw_bar(const OverlayPaper& paper, const Rect& bar) {
    for (int i = 0; i < k_slices; ++i) {
        const float from = static_cast<float>(i) / k_slices, to = static_cast<float>(i + 1) / k_slices;
        paper.list.AddRectFilled({bar.min.x + bar.size.x * from, bar.min.y}, {bar.min.x + bar.size.x * to, bar.max().y},
                                 colour_at(paper, (from + to) / 2.0f));
    }
    draw_bands(paper, bar);
    paper.list.AddRect(im(bar.min), im(bar.max()), k_text, 0.0f, 0, paper.unit);
}

// Fibres that wave on the colour of slack tissue.
void draw_slack(const OverlayPaper& paper, const Rect& swatch) {
    paper.list.AddRectFilled(im(swatch.min), im(swatch.max()), colour_at(paper, -1.0f));
    constexpr int k_points = 25;
    for (const float row : {0.3f, 0.7f}) {
        for (int i = 0; i < k_points; ++i) {
            const float part = static_cast<float>(i) / (k_points - 1);
            const float wave = 0.16f * std::sin(part * 6.0f * std::numbers::pi_v<float>);
            paper.list.PathLineTo({swatch.min.x + part * swatch.size.x, swatch.min.y + (row + wave) * swatch.size.y});
        }
        paper.list.PathStroke(IM_COL32(70, 50, 48, 255), 0, 1.3f * paper.unit);
    }
    paper.list.AddRect(im(swatch.min), im(swatch.max()), k_text, 0.0f, 0, paper.unit);
}

const tissue::MuscleState* muscle_state(const OverlayPaper& paper, int muscle) {
    const auto& states = paper.context.frame.readout.tissue.muscles;
    return muscle >= 0 && static_cast<std::size_t>(muscle) < states.size() ? &states[static_cast<std::size_t>(muscle)]
                                                                           : nullptr;
}

const tissue::MuscleState* locked_muscle(const OverlayPaper& paper) {
    const auto& lock = paper.context.sample().lock;
    return lock ? muscle_state(paper, lock->muscle) : nullptr;
}

std::string strain_text(double strain) { return strain < k_taut ? "slack" : percent_text(strain); }

// Further muscles in strain colours, by name; of a whole leg full of them the colours must do.
void add_others(const OverlayPaper& paper, std::vector<std::string>& rows) {
    constexpr std::size_t k_most = 2;
    const auto& world = paper.context.world();
    const auto& lock = paper.context.sample().lock;
    std::vector<std::string> others;
    for (const scene::Item& item : paper.context.frame.scene.items) {
        if (item.colouring != scene::Colouring::strain || item.ghost || item.structure < 0) continue;
        const anatomy::Structure& structure = world.atlas.structures[static_cast<std::size_t>(item.structure)];
        const auto muscle = world.atlas.find_muscle(structure.muscle);
        const tissue::MuscleState* state = muscle ? muscle_state(paper, *muscle) : nullptr;
        if (!state || (lock && lock->muscle == *muscle)) continue;
        others.push_back(structure.name + ": " + strain_text(state->distal_strain));
    }
    if (others.size() <= k_most) rows.insert(rows.end(), others.begin(), others.end());
}

// What the colours amount to, most telling first.
std::vector<std::string> readings(const OverlayPaper& paper) {
    std::vector<std::string> rows;
    if (const tissue::MuscleState* muscle = locked_muscle(paper)) {
        rows.push_back("Lock to knee: " + strain_text(muscle->distal_strain));
        rows.push_back("Origin to lock: " + strain_text(muscle->proximal_strain));
        if (const auto& unlocked = paper.context.frame.readout.unlocked)
            rows.push_back("Without the lock: " + strain_text(unlocked->distal_strain));
    }
    add_others(paper, rows);
    return rows;
}

constexpr const char* k_title = "Strain from slack, %";
constexpr const char* k_slack_text = "Slack: fibres wave";
constexpr const char* k_bands_text = "Bands: equal pieces of muscle. Farther apart and thicker: more strain";
constexpr const char* k_illustrative_text = "Illustrative: hold of the hand; sag and wrinkles";

/// Sizes of the legend, and how many of its texts there is room for.
struct LegendPlan {
    std::vector<std::string> rows, notes;
    float pad = 0.0f, line = 0.0f, width = 0.0f, bar = 0.0f;
    Rect card;
};

float height_of(const OverlayPaper& paper, const LegendPlan& plan) {
    float height = 3.6f * plan.pad + paper.bold.measure(k_title, plan.width).y + plan.bar +
                   plan.line * static_cast<float>(2 + plan.rows.size());
    for (const std::string& note : plan.notes) height += paper.text.measure(note, plan.width).y + 0.4f * plan.pad;
    return height;
}

LegendPlan plan_legend(const OverlayPaper& paper) {
    constexpr float k_most_of_height = 0.42f;
    LegendPlan plan;
    plan.pad = 9.0f * paper.unit;
    plan.line = paper.text.size * 1.2f;
    plan.bar = 1.1f * paper.text.size;
    plan.rows = readings(paper);
    plan.notes = {k_bands_text, k_illustrative_text};
    float wanted = std::max(paper.bold.measure(k_title).x, paper.text.measure(k_slack_text).x + 3.0f * plan.line);
    for (const std::string& row : plan.rows) wanted = std::max(wanted, paper.text.measure(row).x);
    plan.width = std::min(wanted + 2.0f * paper.unit, paper.area.size.x - 4.0f * plan.pad);
    while (!plan.notes.empty() && height_of(paper, plan) > paper.area.size.y * k_most_of_height) plan.notes.pop_back();
    plan.card = {paper.area.min + glm::vec2(plan.pad), {plan.width + 2.0f * plan.pad, height_of(paper, plan)}};
    return plan;
}

void draw_scale(const OverlayPaper& paper, const LegendPlan& plan, const glm::vec2& at) {
    const Rect bar{at, {plan.width, plan.bar}};
    draw_bar(paper, bar);
    if (const tissue::MuscleState* muscle = locked_muscle(paper)) {
        mark(paper, bar, muscle->distal_strain, true);
        mark(paper, bar, muscle->proximal_strain, false);
    }
    for (const float part : {0.0f, 0.5f, 1.0f}) {
        const std::string value = std::to_string(std::lround(strain_range(paper) * 100.0f * part));
        const float left = at.x + (plan.width - paper.text.measure(value).x) * part;
        paper.text.draw(paper.list, {left, at.y + plan.bar + 0.5f * plan.pad}, k_text, value);
    }
}

} // namespace

Rect draw_legend(const OverlayPaper& paper) {
    if (!paper.context.frame.scene.strain_legend || !paper.context.frame.strain_colour) return {};
    const LegendPlan plan = plan_legend(paper);
    if (plan.card.size.x < 60.0f * paper.unit || plan.card.size.y > paper.area.size.y * 0.6f) return {};
    draw_card(paper, plan.card);
    glm::vec2 at = plan.card.min + glm::vec2(plan.pad);
    paper.bold.draw(paper.list, at, k_text, k_title, plan.width);
    at.y += paper.bold.measure(k_title, plan.width).y + 0.5f * plan.pad;
    draw_scale(paper, plan, at);
    at.y += plan.bar + 0.6f * plan.pad + plan.line;
    draw_slack(paper, {at + glm::vec2(0.0f, 0.1f * plan.line), {2.4f * plan.line, 0.8f * plan.line}});
    paper.text.draw(paper.list, at + glm::vec2(2.7f * plan.line, 0.0f), k_text, k_slack_text);
    at.y += plan.line + 0.4f * plan.pad;
    for (const std::string& row : plan.rows) {
        paper.text.draw(paper.list, at, k_text, row);
        at.y += plan.line;
    }
    for (const std::string& note : plan.notes) {
        at.y += 0.4f * plan.pad;
        paper.text.draw(paper.list, at, k_muted, note, plan.width);
        at.y += paper.text.measure(note, plan.width).y;
    }
    return plan.card;
}

} // namespace ui
