#include "ui/overlay.h"
#include "ui/words.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr int k_slices = 32;

ImU32 colour_at(const OverlayPaper& paper, float t) {
    const glm::vec3 c = glm::clamp(paper.context.frame.strain_colour(t), glm::vec3(0.0f), glm::vec3(1.0f)) * 255.0f;
    return IM_COL32(std::lround(c.x), std::lround(c.y), std::lround(c.z), 255);
}

// A triangle over the bar with its value in words, so that colour is never the only channel.
void mark(const OverlayPaper& paper, const Rect& bar, double strain, bool from_above) {
    const float range = std::max(paper.context.frame.scene.strain_range, 1e-3f);
    const float x = bar.min.x + bar.size.x * std::clamp(static_cast<float>(strain) / range, 0.0f, 1.0f);
    const float tip = from_above ? bar.min.y + 3.0f * paper.unit : bar.max().y - 3.0f * paper.unit;
    const float back = from_above ? bar.min.y - 4.0f * paper.unit : bar.max().y + 4.0f * paper.unit;
    const float half = 4.5f * paper.unit;
    paper.list.AddTriangleFilled({x, tip}, {x - half, back}, {x + half, back}, k_text);
    paper.list.AddTriangle({x, tip}, {x - half, back}, {x + half, back}, k_raised, paper.unit);
}

void draw_bar(const OverlayPaper& paper, const Rect& bar) {
    for (int i = 0; i < k_slices; ++i) {
        const float from = static_cast<float>(i) / k_slices, to = static_cast<float>(i + 1) / k_slices;
        paper.list.AddRectFilled({bar.min.x + bar.size.x * from, bar.min.y}, {bar.min.x + bar.size.x * to, bar.max().y},
                                 colour_at(paper, (from + to) / 2.0f));
    }
    paper.list.AddRect(im(bar.min), im(bar.max()), k_text, 0.0f, 0, paper.unit);
}

const tissue::MuscleState* locked_muscle(const OverlayPaper& paper) {
    const auto& lock = paper.context.sample().lock;
    const auto& states = paper.context.frame.readout.tissue.muscles;
    if (!lock || lock->muscle < 0 || static_cast<std::size_t>(lock->muscle) >= states.size()) return nullptr;
    return &states[static_cast<std::size_t>(lock->muscle)];
}

} // namespace

Rect draw_legend(const OverlayPaper& paper) {
    if (!paper.context.frame.scene.strain_legend || !paper.context.frame.strain_colour) return {};
    const float unit = paper.unit, line = paper.text.size * 1.2f, pad = 9.0f * unit;
    const std::string title = "Strain from slack length (computed)";
    const std::string most = std::to_string(std::lround(paper.context.frame.scene.strain_range * 100.0f)) + " %";
    std::string distal, proximal;
    if (const tissue::MuscleState* muscle = locked_muscle(paper)) {
        distal = "Lock to knee " + percent_text(muscle->distal_strain);
        proximal = "Origin to lock " + percent_text(muscle->proximal_strain);
    }
    const float room = paper.area.size.x - 4.0f * pad;
    const float wanted =
        std::max({paper.bold.measure(title).x, paper.text.measure(distal).x, paper.text.measure(proximal).x}) +
        2.0f * unit;
    const float width = std::min(wanted, room);
    const glm::vec2 title_size = paper.bold.measure(title, width);
    const float bar_height = 0.8f * paper.text.size;
    const int lines = distal.empty() ? 1 : 3;
    Rect card{paper.area.min + glm::vec2(pad, pad),
              {width + 2.0f * pad, title_size.y + bar_height + line * static_cast<float>(lines) + 3.0f * pad}};
    if (card.size.x < 60.0f * unit || card.size.y > paper.area.size.y * 0.6f) return {};
    draw_card(paper, card);
    glm::vec2 at = card.min + glm::vec2(pad, pad);
    paper.bold.draw(paper.list, at, k_text, title, width);
    at.y += title_size.y + 0.5f * pad;
    const Rect bar{at, {width, bar_height}};
    draw_bar(paper, bar);
    if (const tissue::MuscleState* muscle = locked_muscle(paper)) {
        mark(paper, bar, muscle->distal_strain, true);
        mark(paper, bar, muscle->proximal_strain, false);
    }
    at.y += bar_height + 0.6f * pad;
    paper.text.draw(paper.list, at, k_text, "0 %");
    paper.text.draw(paper.list, {at.x + width - paper.text.measure(most).x, at.y}, k_text, most);
    for (const std::string& words : {distal, proximal}) {
        if (words.empty()) continue;
        at.y += line;
        paper.text.draw(paper.list, at, k_text, words);
    }
    return card;
}

Rect draw_cut_note(const OverlayPaper& paper, const Rect& legend) {
    if (!paper.context.frame.scene.clip.on) return legend;
    const float pad = 9.0f * paper.unit;
    const std::string note = "Cut: tissue patterns are illustrative";
    const glm::vec2 size = paper.text.measure(note);
    const float top = legend.empty() ? paper.area.min.y + pad : legend.max().y + 0.5f * pad;
    const Rect card{{paper.area.min.x + pad, top}, size + glm::vec2(2.0f * pad, pad)};
    if (card.size.x > paper.area.size.x - 2.0f * pad || card.size.y > paper.area.size.y * 0.3f) return legend;
    draw_card(paper, card);
    paper.text.draw(paper.list, card.min + glm::vec2(pad, 0.5f * pad), k_text, note);
    if (legend.empty()) return card;
    return {legend.min, {std::max(legend.size.x, card.size.x), card.max().y - legend.min.y}};
}

} // namespace ui
