#include "ui/overlay.h"
#include "ui/under_skin.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/vec4.hpp>
#include <numbers>

namespace ui {

namespace {

// In heights of the text.
constexpr float k_wide = 17.0f, k_radius = 6.4f, k_small_radius = 5.6f, k_row = 1.45f;
constexpr float k_rows_from = 44.0f; // narrower pictures have the magnifier without the list: it stands in the panel
constexpr float k_lens_from = 34.0f; // and still narrower ones have none
constexpr float k_bar = 3.2f;
constexpr const char *k_title = "Under the lock", *k_note = "illustrative", *k_marks = "evidence";

/// The place of lens and list together.
struct Column {
    Rect whole;
    glm::vec2 lens{0.0f};
    float radius = 0.0f, pad = 0.0f;
    bool rows = false;
};

Type small_type(const OverlayPaper& paper) { return {paper.text.font, paper.text.size * 0.82f}; }

/// Of the list: its heading may need more than its rows, as fonts differ.
float list_width(const OverlayPaper& paper) {
    const float words =
        paper.bold.measure(k_title).x + paper.text.measure(k_note).x + small_type(paper).measure(k_marks).x;
    return std::max(k_wide * paper.text.size, words + 2.0f * paper.text.size);
}

Column column_of(const OverlayPaper& paper) {
    const float size = paper.text.size, wide = list_width(paper);
    Column column;
    column.pad = 9.0f * paper.unit;
    column.rows = paper.area.size.x >= k_rows_from * size + wide;
    column.radius = (column.rows ? k_radius : k_small_radius) * size;
    const float list = column.rows ? (anatomy::k_effect_count + 1.0f) * k_row * size : k_row * size;
    column.whole.size = {column.rows ? wide + 2.0f * column.pad : 2.0f * column.radius + 2.0f * size,
                         2.0f * column.radius + 0.9f * size + list + 2.0f * column.pad};
    return column;
}

// From the lock toward the insertion, in the window; in steps of half a degree, as skin_inputs().
glm::vec2 way_of_stretch(const OverlayPaper& paper, glm::vec2 spot) {
    const auto& state =
        paper.context.frame.readout.tissue.muscles[static_cast<std::size_t>(paper.context.sample().lock->muscle)];
    if (state.path.empty()) return {1.0f, 0.0f};
    const auto end =
        project(paper, glm::vec3(scene::couch_transform() * glm::vec4(glm::vec3(state.path.back()), 1.0f)));
    if (!end || glm::length(*end - spot) < 4.0f) return {1.0f, 0.0f};
    constexpr float k_step = 0.5f * std::numbers::pi_v<float> / 180.0f;
    const float angle = std::round(std::atan2(end->y - spot.y, end->x - spot.x) / k_step) * k_step;
    return {std::cos(angle), std::sin(angle)};
}

void effect_row(const OverlayPaper& paper, const anatomy::Effect& effect, double phase, glm::vec2 at, float width) {
    const float size = paper.text.size;
    const int number = static_cast<int>(effect.kind) + 1;
    const Type small{paper.bold.font, size * 0.85f};
    draw_badge(paper.list, at + glm::vec2(0.62f, 0.55f) * size, small, number);
    paper.text.draw(paper.list, at + glm::vec2(1.7f * size, 0.0f), k_text, effect.name);
    const float marks = 2.6f * size;
    const Rect bar{{at.x + width - marks - (k_bar + 0.6f) * size, at.y + 0.38f * size}, {k_bar * size, 0.34f * size}};
    const float round = bar.size.y / 2.0f;
    paper.list.AddRectFilled(im(bar.min), im(bar.max()), k_line, round);
    const float filled = std::max(bar.size.x * static_cast<float>(phase), bar.size.y);
    paper.list.AddRectFilled(im(bar.min), {bar.min.x + filled, bar.max().y}, k_accent, round);
    draw_evidence(paper.list, {at.x + width - marks, at.y}, size, effect.evidence);
}

void list_of_effects(const OverlayPaper& paper, const Column& column, const SkinPhases& phases) {
    const float size = paper.text.size, row = k_row * size, pad = column.pad;
    const float height = (anatomy::k_effect_count + 1.0f) * row + 1.4f * pad;
    const Rect card{{column.whole.min.x, column.whole.max().y - height}, {column.whole.size.x, height}};
    draw_card(paper, card);
    glm::vec2 at = card.min + glm::vec2(pad, 0.7f * pad);
    const float width = card.size.x - 2.0f * pad;
    paper.bold.draw(paper.list, at, k_text, k_title);
    const float tag_at = at.x + paper.bold.measure(k_title).x + 0.6f * size;
    const glm::vec2 tag = paper.text.measure(k_note);
    paper.list.AddRectFilled({tag_at, at.y}, {tag_at + tag.x + 0.6f * size, at.y + tag.y}, k_amber_ground,
                             5.0f * paper.unit);
    paper.text.draw(paper.list, {tag_at + 0.3f * size, at.y}, k_amber, k_note);
    const Type small = small_type(paper);
    small.draw(paper.list, {at.x + width - small.measure(k_marks).x, at.y + 0.1f * size}, k_muted, k_marks);
    for (const anatomy::Effect& effect : paper.context.world().atlas.under_skin.effects) {
        at.y += row;
        effect_row(paper, effect, phases.of(effect.kind), at, width);
    }
}

// The one word that may never be missing.
void title_alone(const OverlayPaper& paper, const Column& column) {
    const std::string words = "under the lock: illustrative";
    const glm::vec2 size = paper.text.measure(words), pad(6.0f * paper.unit, 1.0f * paper.unit);
    const glm::vec2 at(column.lens.x - size.x / 2.0f, column.lens.y + column.radius + 0.9f * paper.text.size);
    paper.list.AddRectFilled(im(at - pad), im(at + size + pad), k_amber_ground, 5.0f * paper.unit);
    paper.text.draw(paper.list, at, k_amber, words);
}

} // namespace

Rect draw_inset(const OverlayPaper& paper, std::span<const Rect> taken) {
    const auto& at = paper.context.frame.readout.lock_at;
    const auto& lock = paper.context.sample().lock;
    const auto& states = paper.context.frame.readout.tissue.muscles;
    if (!at || !lock || lock->muscle < 0 || static_cast<std::size_t>(lock->muscle) >= states.size()) return {};
    if (paper.area.size.x < k_lens_from * paper.text.size) return {};
    const auto spot = project(paper, *at);
    if (!spot) return {};
    Column column = column_of(paper);
    constexpr Corner k_wished[] = {Corner::top_right, Corner::bottom_right, Corner::bottom_left, Corner::top_left};
    const auto place = free_place(paper, column.whole.size, taken, k_wished);
    if (!place) return {};
    column.whole = *place;
    column.lens = place->min + glm::vec2(place->size.x / 2.0f, column.radius + column.pad);
    const Lens lens{column.lens, column.radius, way_of_stretch(paper, *spot), skin_phases(skin_inputs(paper.context))};
    draw_lens_beam(paper.list, lens, *spot, paper.unit);
    draw_lens(paper.list, lens, paper.context.fonts.discs, {paper.bold.font, paper.text.size * 0.85f}, paper.unit);
    if (column.rows)
        list_of_effects(paper, column, lens.phases);
    else
        title_alone(paper, column);
    return column.whole;
}

} // namespace ui
