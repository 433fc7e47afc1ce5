// Where cards over the picture go: into a corner that is free and does not hide what the lesson is about.

#include "motion/pose.h"
#include "ui/overlay.h"

#include <algorithm>
#include <glm/vec4.hpp>
#include <vector>

namespace ui {

namespace {

constexpr float k_margin = 9.0f; // units
constexpr float k_clear = 22.0f; // units round a point that must stay visible

bool meets(const Rect& a, const Rect& b) {
    return !a.empty() && !b.empty() && a.min.x < b.max().x && b.min.x < a.max().x && a.min.y < b.max().y &&
           b.min.y < a.max().y;
}

/// The lock, the locked muscle, and the leg down to where the foot comes to lie. None of it moves with the shank, so
/// that a card stays where it is during a movement.
std::vector<glm::vec2> telling_points(const OverlayPaper& paper) {
    const Context& context = paper.context;
    std::vector<glm::vec3> points;
    const auto& lock = context.sample().lock;
    const auto& states = context.frame.readout.tissue.muscles;
    if (lock && lock->muscle >= 0 && static_cast<std::size_t>(lock->muscle) < states.size())
        for (const glm::dvec3& point : states[static_cast<std::size_t>(lock->muscle)].path)
            points.emplace_back(glm::vec3(point));
    motion::Pose straight = context.sample().pose;
    straight.knee_flexion = base::Angle();
    const motion::BoneFrames frames = motion::frames(context.world().atlas, straight);
    for (const anatomy::Body body : {anatomy::Body::tibia, anatomy::Body::talus})
        points.emplace_back(glm::vec3(frames[body].translation));
    for (glm::vec3& point : points) point = glm::vec3(scene::couch_transform() * glm::vec4(point, 1.0f));
    if (context.frame.readout.lock_at) points.push_back(*context.frame.readout.lock_at);
    std::vector<glm::vec2> seen;
    for (const glm::vec3& point : points)
        if (const auto at = project(paper, point)) seen.push_back(*at);
    return seen;
}

Rect in_corner(const OverlayPaper& paper, glm::vec2 size, std::span<const Rect> taken, Corner corner) {
    const float margin = k_margin * paper.unit;
    const Rect& area = paper.area;
    const float middle = area.min.y + area.size.y * 0.5f;
    const bool right = corner == Corner::top_right || corner == Corner::bottom_right;
    const bool bottom = corner == Corner::bottom_left || corner == Corner::bottom_right;
    Rect card{{right ? area.max().x - margin - size.x : area.min.x + margin, area.min.y + margin}, size};
    if (corner == Corner::top_right) card.min.y += paper.keep_free;
    if (bottom) card.min.y = area.max().y - margin - size.y;
    for (const Rect& rect : taken) {
        if (rect.empty()) continue;
        const bool at_top = rect.min.y < middle;
        if (bottom && !at_top && rect.min.x < card.max().x && rect.max().x > card.min.x)
            card.min.y = std::min(card.min.y, rect.min.y - margin - size.y);
        if (bottom || !at_top || !meets(rect, card)) continue;
        if (corner == Corner::beside_left)
            card.min.x = rect.max().x + margin;
        else
            card.min.y = rect.max().y + margin;
    }
    return card;
}

} // namespace

std::optional<Rect> free_place(const OverlayPaper& paper, glm::vec2 size, std::span<const Rect> taken,
                               std::span<const Corner> wished) {
    const std::vector<glm::vec2> points = telling_points(paper);
    const float clear = k_clear * paper.unit;
    const auto hides = [&](const Rect& card) {
        const Rect wide{card.min - clear, card.size + 2.0f * clear};
        return std::ranges::any_of(points, [&](glm::vec2 point) { return wide.contains(point); });
    };
    for (const Corner corner : wished) {
        const Rect card = in_corner(paper, size, taken, corner);
        const bool inside = card.min.x >= paper.area.min.x && card.min.y >= paper.area.min.y &&
                            card.max().x <= paper.area.max().x && card.max().y <= paper.area.max().y;
        const bool free = std::ranges::none_of(taken, [&](const Rect& rect) { return meets(rect, card); });
        // The middle belongs to the leg, and the top right corner to the buttons.
        const bool aside = corner != Corner::beside_left || card.max().x < paper.area.min.x + paper.area.size.x * 0.5f;
        if (inside && free && aside && !hides(card)) return card;
    }
    return std::nullopt;
}

} // namespace ui
