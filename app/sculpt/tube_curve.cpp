#include "sculpt/tube_curve.h"

#include <algorithm>
#include <cmath>
#include <glm/trigonometric.hpp>

namespace sculpt {
namespace {

constexpr float k_least_radius = 0.1f; ///< mm; a section never vanishes, so distances stay defined

/// Station as a point of 6 dimensions; only the first three decide the knots.
struct Knot {
    Station station;
    float at = 0.0f;
};

Station mix(const Station& a, const Station& b, float t) {
    return {a.centre + (b.centre - a.centre) * t, a.half_width + (b.half_width - a.half_width) * t,
            a.half_thickness + (b.half_thickness - a.half_thickness) * t,
            a.twist_deg + (b.twist_deg - a.twist_deg) * t};
}

Station between(const Knot& a, const Knot& b, float at) {
    return mix(a.station, b.station, (at - a.at) / (b.at - a.at));
}

/// Barry & Goldman 1988: the Catmull-Rom span between k[1] and k[2] by repeated linear interpolation.
Station catmull_rom(const std::array<Knot, 4>& k, float at) {
    const Station a1 = between(k[0], k[1], at), a2 = between(k[1], k[2], at), a3 = between(k[2], k[3], at);
    const Station b1 = mix(a1, a2, (at - k[0].at) / (k[2].at - k[0].at));
    const Station b2 = mix(a2, a3, (at - k[1].at) / (k[3].at - k[1].at));
    return mix(b1, b2, (at - k[1].at) / (k[2].at - k[1].at));
}

std::vector<TubeSample> sample_curve(const std::vector<Station>& stations) {
    std::vector<Knot> knots;
    knots.push_back({mix(stations[0], stations[1], -1.0f), 0.0f});
    for (const Station& station : stations) knots.push_back({station, 0.0f});
    knots.push_back({mix(stations[stations.size() - 2], stations.back(), 2.0f), 0.0f});
    for (std::size_t i = 1; i < knots.size(); ++i) {
        const float step = glm::length(knots[i].station.centre - knots[i - 1].station.centre);
        knots[i].at = knots[i - 1].at + std::sqrt(std::max(step, 1e-3f)); // centripetal
    }
    std::vector<TubeSample> samples;
    for (std::size_t span = 0; span + 1 < stations.size(); ++span) {
        const std::array<Knot, 4> k = {knots[span], knots[span + 1], knots[span + 2], knots[span + 3]};
        const bool last = span + 2 == stations.size();
        for (int i = 0; i < k_samples_a_span + (last ? 1 : 0); ++i) {
            const float t = static_cast<float>(i) / k_samples_a_span;
            const Station s = catmull_rom(k, k[1].at + (k[2].at - k[1].at) * t);
            // the spline may overshoot between unequal neighbours: a radius stays within the span's own two
            const auto within = [](float v, float a, float b) {
                return std::max(k_least_radius, std::clamp(v, std::min(a, b) * 0.9f, std::max(a, b) * 1.1f));
            };
            const Station &a = k[1].station, &b = k[2].station;
            samples.push_back({s.centre,
                               {},
                               within(s.half_width, a.half_width, b.half_width),
                               within(s.half_thickness, a.half_thickness, b.half_thickness),
                               s.twist_deg,
                               0.0f});
        }
    }
    return samples;
}

/// Length along the curve, and the width axis of every sample.
void set_frames(std::vector<TubeSample>& samples, const glm::vec3& side) {
    glm::vec3 previous = side;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const TubeSample& before = samples[i == 0 ? 0 : i - 1];
        const TubeSample& after = samples[std::min(i + 1, samples.size() - 1)];
        if (i > 0) samples[i].arc = before.arc + glm::length(samples[i].centre - before.centre);
        glm::vec3 tangent = after.centre - before.centre;
        tangent = glm::length(tangent) > 1e-6f ? glm::normalize(tangent) : glm::vec3(0.0f, 1.0f, 0.0f);
        glm::vec3 width = side - tangent * glm::dot(side, tangent);
        // where the curve runs along `side` the axis is carried on from before
        if (glm::length(width) < 0.05f * glm::length(side)) width = previous - tangent * glm::dot(previous, tangent);
        if (glm::length(width) < 1e-6f) width = glm::cross(tangent, glm::vec3(0.577f, 0.577f, -0.577f));
        width = glm::normalize(width);
        previous = width;
        const float turn = glm::radians(samples[i].twist_deg);
        samples[i].width_axis = width * std::cos(turn) + glm::cross(tangent, width) * std::sin(turn);
    }
}

} // namespace

std::vector<TubeSample> tube_curve(const std::vector<Station>& stations, const glm::vec3& side) {
    std::vector<TubeSample> samples = sample_curve(stations);
    set_frames(samples, side);
    return samples;
}

} // namespace sculpt
