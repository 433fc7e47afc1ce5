#include "ui/cut_reading.h"
#include "ui/overlay.h"
#include "ui/theme.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
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
    const float middle = at.y + 0.5f * paper.text.size, tick = 0.3f * paper.text.size, thick = 2.0f * paper.unit;
    paper.list.AddLine({at.x, middle}, {at.x + bar.length, middle}, k_text, thick);
    for (const float x : {at.x, at.x + bar.length})
        paper.list.AddLine({x, middle - tick}, {x, middle + tick}, k_text, thick);
    paper.text.draw(paper.list, {at.x + bar.length + 8.0f * paper.unit, at.y}, k_text, bar.text);
}

} // namespace

Rect draw_cut_note(const OverlayPaper& paper, const Rect& legend) {
    if (!paper.context.frame.scene.clip.on) return legend;
    const float pad = 9.0f * paper.unit, line = 1.35f * paper.text.size;
    std::vector<std::string> rows = {"Cut: tissue patterns are illustrative"};
    if (std::string sides = sides_of_picture(paper.context.frame.scene.camera); !sides.empty())
        rows.push_back(std::move(sides));
    float width = 0.0f;
    for (const std::string& row : rows) width = std::max(width, paper.text.measure(row).x);
    const float metre = units_a_metre(paper);
    const ScaleBar bar = metre > 0.0f ? scale_bar(metre, 0.7f * width) : ScaleBar{};
    const float height = line * static_cast<float>(rows.size() + (bar.length > 0.0f ? 1 : 0));
    const float top = legend.empty() ? paper.area.min.y + pad : legend.max().y + 0.5f * pad;
    const Rect card{{paper.area.min.x + pad, top}, {width + 2.0f * pad, height + pad}};
    if (card.size.x > paper.area.size.x - 2.0f * pad || card.size.y > paper.area.size.y * 0.3f) return legend;
    draw_card(paper, card);
    glm::vec2 at = card.min + glm::vec2(pad, 0.5f * pad);
    for (const std::string& row : rows) {
        paper.text.draw(paper.list, at, k_text, row);
        at.y += line;
    }
    if (bar.length > 0.0f) draw_bar(paper, at, bar);
    if (legend.empty()) return card;
    return {legend.min, {std::max(legend.size.x, card.size.x), card.max().y - legend.min.y}};
}

} // namespace ui
