#include "ui/cut_reading.h"
#include "ui/overlay.h"
#include "ui/theme.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ui {

namespace {

/// Window units of a metre on the cut, in the middle of the picture; 0 unless one looks straight at it, or nearly so.
float units_a_metre(const OverlayPaper& paper) {
    constexpr float k_straight = 0.985f; // cosine of 10 degrees
    constexpr float k_aside = 0.002f;    // metres
    const scene::Scene& scene = paper.context.frame.scene;
    const scene::Camera& camera = scene.camera;
    const glm::vec3 gaze = glm::normalize(camera.target - camera.eye);
    const float facing = glm::dot(gaze, scene.clip.normal);
    if (std::abs(facing) < k_straight) return 0.0f;
    const float away = (scene.clip.offset - glm::dot(scene.clip.normal, camera.eye)) / facing;
    const glm::vec3 middle = camera.eye + gaze * away;
    const glm::vec3 aside = glm::normalize(glm::cross(gaze, camera.up)) * k_aside;
    const auto left = project(paper, middle - aside), right = project(paper, middle + aside);
    return left && right ? glm::distance(*left, *right) / (2.0f * k_aside) : 0.0f;
}

void draw_bar(const OverlayPaper& paper, glm::vec2 at, const ScaleBar& bar) {
    const float middle = std::floor(at.y + 0.5f * paper.text.size), tick = 0.3f * paper.text.size;
    const float thick = 2.0f * paper.unit;
    paper.list.AddLine({at.x, middle}, {at.x + bar.length, middle}, k_text, thick);
    for (const float x : {at.x, at.x + bar.length})
        paper.list.AddLine({x, middle - tick}, {x, middle + tick}, k_text, thick);
    paper.text.draw(paper.list, {at.x + bar.length + 8.0f * paper.unit, at.y}, k_text, bar.text);
}

struct CutNote {
    std::vector<std::string> rows = {"Cut: tissue patterns are illustrative"};
    ScaleBar bar;
};

constexpr float k_pad = 9.0f, k_row = 1.35f; // window units; of the type's size

float width_of(const OverlayPaper& paper, const CutNote& note) {
    float width = 0.0f;
    for (const std::string& row : note.rows) width = std::max(width, paper.text.measure(row).x);
    return width;
}

/// Of the card.
glm::vec2 size_of(const OverlayPaper& paper, const CutNote& note) {
    const auto lines = static_cast<float>(note.rows.size() + (note.bar.length > 0.0f ? 1 : 0));
    return glm::vec2(width_of(paper, note), k_row * paper.text.size * lines) +
           glm::vec2(2.0f * k_pad, k_pad) * paper.unit;
}

bool fits(const OverlayPaper& paper, const CutNote& note) {
    const glm::vec2 size = size_of(paper, note);
    return size.x <= paper.area.size.x - 2.0f * k_pad * paper.unit && size.y <= paper.area.size.y * 0.3f;
}

/// All there is to say, or, where there is little room, what must be said; nullopt where not even that fits.
std::optional<CutNote> note_on_cut(const OverlayPaper& paper) {
    CutNote note;
    if (std::string sides = sides_of_picture(paper.context.frame.scene.camera); !sides.empty())
        note.rows.push_back(std::move(sides));
    if (const float metre = units_a_metre(paper); metre > 0.0f)
        note.bar = scale_bar(metre, 0.7f * width_of(paper, note));
    if (!fits(paper, note)) note.bar = {};
    if (!fits(paper, note)) note.rows.resize(1);
    return fits(paper, note) ? std::optional(note) : std::nullopt;
}

} // namespace

Rect draw_cut_note(const OverlayPaper& paper, const Rect& legend) {
    if (!paper.context.frame.scene.clip.on) return legend;
    const std::optional<CutNote> note = note_on_cut(paper);
    if (!note) return legend;
    const float pad = k_pad * paper.unit;
    const float top = legend.empty() ? paper.area.min.y + pad : legend.max().y + 0.5f * pad;
    const Rect card{{paper.area.min.x + pad, top}, size_of(paper, *note)};
    draw_card(paper, card);
    glm::vec2 at = card.min + glm::vec2(pad, 0.5f * pad);
    for (const std::string& row : note->rows) {
        paper.text.draw(paper.list, at, k_text, row);
        at.y += k_row * paper.text.size;
    }
    if (note->bar.length > 0.0f) draw_bar(paper, at, note->bar);
    if (legend.empty()) return card;
    return {legend.min, {std::max(legend.size.x, card.size.x), card.max().y - legend.min.y}};
}

} // namespace ui
