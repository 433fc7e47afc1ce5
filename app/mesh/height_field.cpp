#include "mesh/height_field.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <numbers>

namespace mesh {

namespace {

constexpr float k_turn = 2.0f * std::numbers::pi_v<float>;

float cross(const glm::vec2& a, const glm::vec2& b) { return a.x * b.y - a.y * b.x; }

/// The first whole number from 0 on that is at least x.
int above(float x) {
    const int whole = static_cast<int>(std::max(x, 0.0f));
    return static_cast<float>(whole) < x ? whole + 1 : whole;
}

} // namespace

glm::vec3 Chart::to(const glm::vec3& p) const {
    if (round <= 0.0f) return p;
    return {std::atan2(p.x, p.z) * round, p.y, std::sqrt(p.x * p.x + p.z * p.z)};
}

glm::vec3 Chart::from(const glm::vec3& c) const {
    if (round <= 0.0f) return c;
    const float angle = c.x / round;
    return {c.z * std::sin(angle), c.y, c.z * std::cos(angle)};
}

HeightField HeightField::around(const Chart& chart, float half_width, float step, float empty) {
    HeightField field;
    field.chart = chart;
    field.rows = 2 * static_cast<int>(std::ceil(half_width / step)) + 1;
    field.columns = field.rows;
    field.step = step;
    if (chart.round > 0.0f) {
        // the step is kept, the radius gives way: whole columns once round, and every other one once round too
        field.columns = 2 * static_cast<int>(std::round(0.5f * k_turn * chart.round / step));
        field.chart.round = static_cast<float>(field.columns) * step / k_turn;
    }
    field.low = glm::vec2(static_cast<float>(field.columns / 2), static_cast<float>(field.rows / 2)) * -step;
    field.height.assign(static_cast<std::size_t>(field.columns * field.rows), empty);
    return field;
}

bool HeightField::covers(const glm::vec2& p) const {
    const glm::vec2 high = at(columns - 1, rows - 1);
    const bool along = p.y >= low.y && p.y <= high.y;
    return along && (chart.round > 0.0f || (p.x >= low.x && p.x <= high.x));
}

HeightField::Cell HeightField::cell(const glm::vec2& p) const {
    const bool wraps = chart.round > 0.0f;
    float x = (p.x - low.x) / step, y = (p.y - low.y) / step;
    const float width = static_cast<float>(columns);
    x = wraps ? x - width * std::floor(x / width) : std::clamp(x, 0.0f, width - 1.0f);
    y = std::clamp(y, 0.0f, static_cast<float>(rows - 1));
    const int c0 = std::min(static_cast<int>(x), columns - 1), r0 = std::min(static_cast<int>(y), rows - 1);
    const int c1 = c0 + 1 < columns ? c0 + 1 : (wraps ? 0 : c0), r1 = std::min(r0 + 1, rows - 1);
    const auto place = [&](int c, int r) { return static_cast<std::size_t>(index(c, r)); };
    return {{place(c0, r0), place(c1, r0), place(c0, r1), place(c1, r1)},
            x - static_cast<float>(c0),
            y - static_cast<float>(r0)};
}

void HeightField::lay_unwrapped(const glm::vec3& a, const glm::vec3& b, const glm::vec3& c, Side side) {
    const glm::vec2 a2(a), b2(b), c2(c);
    const float area = cross(b2 - a2, c2 - a2);
    if (area == 0.0f || (side == Side::highest && area < 0.0f)) return;
    const float inverse_step = 1.0f / step, inverse = 1.0f / area;
    const glm::vec2 least = (glm::min(a2, glm::min(b2, c2)) - low) * inverse_step;
    const glm::vec2 most = (glm::max(a2, glm::max(b2, c2)) - low) * inverse_step;
    if (most.x < 0.0f || most.y < 0.0f) return;
    if (least.x > static_cast<float>(columns - 1) || least.y > static_cast<float>(rows - 1)) return;
    const int c_low = above(least.x), c_high = std::min(static_cast<int>(most.x), columns - 1);
    const int r_low = above(least.y), r_high = std::min(static_cast<int>(most.y), rows - 1);
    // shares of the corners a and b at a crossing, and what they grow by to the next column
    const float u_step = (b2.y - c2.y) * step * inverse, v_step = (c2.y - a2.y) * step * inverse;
    for (int row = r_low; row <= r_high; ++row) {
        const glm::vec2 first = at(c_low, row);
        float u = cross(b2 - first, c2 - first) * inverse, v = cross(c2 - first, a2 - first) * inverse;
        float* held = &height[static_cast<std::size_t>(index(c_low, row))];
        for (int column = c_low; column <= c_high; ++column, ++held, u += u_step, v += v_step) {
            const float w = 1.0f - u - v;
            if (std::min({u, v, w}) < -1e-4f) continue;
            const float here = u * a.z + v * b.z + w * c.z;
            if (side == Side::lowest ? here < *held : here > *held) *held = here;
        }
    }
}

void HeightField::lay(const glm::vec3& a, const glm::vec3& b, const glm::vec3& c, Side side) {
    if (chart.round <= 0.0f) return lay_unwrapped(a, b, c, side);
    // a triangle over the seam is laid once on either side of it
    const float turn = k_turn * chart.round;
    const auto beside = [&](glm::vec3 p) {
        p.x -= turn * std::round((p.x - a.x) / turn);
        return p;
    };
    const glm::vec3 b1 = beside(b), c1 = beside(c);
    const float first = std::min({a.x, b1.x, c1.x}), last = std::max({a.x, b1.x, c1.x});
    for (const float shift : {0.0f, -turn, turn}) {
        if (last + shift < low.x || first + shift > low.x + turn) continue;
        const glm::vec3 by(shift, 0.0f, 0.0f);
        lay_unwrapped(a + by, b1 + by, c1 + by, side);
    }
}

} // namespace mesh
