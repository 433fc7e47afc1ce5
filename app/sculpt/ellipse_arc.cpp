#include "sculpt/ellipse_arc.h"

#include <cmath>
#include <numbers>

namespace sculpt {
namespace {

constexpr float k_quarter_turn = 0.5f * std::numbers::pi_v<float>;

/// Arc from (radii.x, 0) to (radii.x cos t, radii.y sin t), t within a quarter turn: Simpson's rule.
float quarter_arc(const glm::vec2& radii, float t) {
    constexpr int k_steps = 16;
    float sum = 0.0f;
    for (int i = 0; i <= k_steps; ++i) {
        const float at = t * static_cast<float>(i) / k_steps;
        const float weight = i == 0 || i == k_steps ? 1.0f : (i % 2 == 1 ? 4.0f : 2.0f);
        sum += weight * std::hypot(radii.x * std::sin(at), radii.y * std::cos(at));
    }
    return sum * t / (3.0f * k_steps);
}

} // namespace

float ellipse_share(const glm::vec2& p, const glm::vec2& radii) {
    const float t = std::atan2(std::abs(p.y) * radii.x, std::abs(p.x) * radii.y);
    const float quarter = 0.25f * quarter_arc(radii, t) / quarter_arc(radii, k_quarter_turn);
    if (p.y >= 0.0f) return p.x >= 0.0f ? quarter : 0.5f - quarter;
    return p.x < 0.0f ? 0.5f + quarter : 1.0f - quarter;
}

float ellipse_girth(const glm::vec2& radii) { return 4.0f * quarter_arc(radii, k_quarter_turn); }

} // namespace sculpt
