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

/// What the card says, and how large it is.
struct CutPlan {
    std::vector<std::string> rows = {"Cut: tissue patterns are illustrative"};
    ScaleBar bar;
    float width = 0.0f;
    glm::vec2 size{0.0f};
};

constexpr float k_pad = 9.0f, k_row = 1.35f; // window units; of the type's size

void measure(const OverlayPaper& paper, CutPlan& plan) {
    plan.width = 0.0f;
    for (const std::string& row : plan.rows) plan.width = std::max(plan.width, paper.text.measure(row).x);
    const auto lines = static_cast<float>(plan.rows.size() + (plan.bar.length > 0.0f ? 1 : 0));
    plan.size = glm::vec2(plan.width, k_row * paper.text.size * lines) + glm::vec2(2.0f * k_pad, k_pad) * paper.unit;
}

/// All there is to say, or, where there is little room, what must be said; nullopt where not even that fits.
std::optional<CutPlan> plan_note(const OverlayPaper& paper) {
    const auto fits = [&](const CutPlan& plan) {
        return plan.size.x <= paper.area.size.x - 2.0f * k_pad * paper.unit && plan.size.y <= paper.area.size.y * 0.3f;
    };
    CutPlan plan;
    if (std::string sides = sides_of_picture(paper.context.frame.scene.camera); !sides.empty())
        plan.rows.push_back(std::move(sides));
    measure(paper, plan);
    if (const float metre = units_a_metre(paper); metre > 0.0f) plan.bar = scale_bar(metre, 0.7f * plan.width);
    measure(paper, plan);
    if (!fits(plan)) plan.bar = {}, measure(paper, plan);
    if (!fits(plan)) plan.rows.resize(1), measure(paper, plan);
    return fits(plan) ? std::optional(plan) : std::nullopt;
}

} // namespace

Rect draw_cut_note(const OverlayPaper& paper, const Rect& legend) {
    if (!paper.context.frame.scene.clip.on) return legend;
    const std::optional<CutPlan> plan = plan_note(paper);
    if (!plan) return legend;
    const float pad = k_pad * paper.unit;
    const float top = legend.empty() ? paper.area.min.y + pad : legend.max().y + 0.5f * pad;
    const Rect card{{paper.area.min.x + pad, top}, plan->size};
    draw_card(paper, card);
    glm::vec2 at = card.min + glm::vec2(pad, 0.5f * pad);
    for (const std::string& row : plan->rows) {
        paper.text.draw(paper.list, at, k_text, row);
        at.y += k_row * paper.text.size;
    }
    if (plan->bar.length > 0.0f) draw_bar(paper, at, plan->bar);
    if (legend.empty()) return card;
    return {legend.min, {std::max(legend.size.x, card.size.x), card.max().y - legend.min.y}};
}

} // namespace ui
