// Tube: the nearest point of the centre curve is searched span by span (bounding balls), then sample by sample.

#include "base/assert.h"
#include "sculpt/primitive.h"

#include <algorithm>
#include <cmath>
#include <glm/trigonometric.hpp>
#include <glm/vec2.hpp>
#include <limits>
#include <numbers>

namespace sculpt {
namespace {

constexpr int k_samples_a_span = 12;
constexpr float k_least_radius = 0.1f; ///< mm; a section never vanishes, so distances stay defined

struct Sample {
    glm::vec3 centre{0.0f};
    glm::vec3 width_axis{1.0f, 0.0f, 0.0f};
    float half_width = 0.0f, half_thickness = 0.0f, twist_deg = 0.0f;
    float arc = 0.0f; ///< length from the start
};

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

std::vector<Sample> sample_curve(const std::vector<Station>& stations) {
    std::vector<Knot> knots;
    knots.push_back({mix(stations[0], stations[1], -1.0f), 0.0f});
    for (const Station& station : stations) knots.push_back({station, 0.0f});
    knots.push_back({mix(stations[stations.size() - 2], stations.back(), 2.0f), 0.0f});
    for (std::size_t i = 1; i < knots.size(); ++i) {
        const float step = glm::length(knots[i].station.centre - knots[i - 1].station.centre);
        knots[i].at = knots[i - 1].at + std::sqrt(std::max(step, 1e-3f)); // centripetal
    }
    std::vector<Sample> samples;
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
void set_frames(std::vector<Sample>& samples, const glm::vec3& side) {
    glm::vec3 previous = side;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const Sample& before = samples[i == 0 ? 0 : i - 1];
        const Sample& after = samples[std::min(i + 1, samples.size() - 1)];
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

Box box_of(const std::vector<Sample>& samples) {
    Box box;
    for (const Sample& sample : samples) box.add(sample.centre, std::max(sample.half_width, sample.half_thickness));
    return box;
}

class Tube final : public Primitive {
public:
    Tube(std::vector<Sample> samples, float exponent, Cap cap)
        : Primitive(box_of(samples)), samples_(std::move(samples)), exponent_(exponent), cap_(cap) {
        for (std::size_t first = 0; first + 1 < samples_.size(); first += k_samples_a_span) {
            Ball ball{glm::vec3(0.0f), 0.0f};
            for (std::size_t i = first; i <= first + k_samples_a_span; ++i) ball.centre += samples_[i].centre;
            ball.centre /= static_cast<float>(k_samples_a_span + 1);
            for (std::size_t i = first; i <= first + k_samples_a_span; ++i)
                ball.radius = std::max(ball.radius, glm::length(samples_[i].centre - ball.centre));
            balls_.push_back(ball);
        }
    }

    float distance(const glm::vec3& p) const override {
        const Nearest near = nearest(p);
        const Local local = place(p, near);
        const glm::vec2 radii(local.half_width, local.half_thickness);
        const float thin = std::min(radii.x, radii.y);
        if (local.beyond == 0.0f || cap_ == Cap::flat) {
            const float section = superellipsoid_distance({local.across, 0.0f}, {radii, thin}, exponent_);
            if (cap_ == Cap::round) return section;
            const float total = samples_.back().arc;
            const float end = local.beyond > 0.0f ? local.beyond : -std::min(near.arc, total - near.arc);
            const glm::vec2 out = glm::max(glm::vec2(section, end), glm::vec2(0.0f));
            return glm::length(out) + std::min(std::max(section, end), 0.0f);
        }
        return superellipsoid_distance({local.across, local.beyond}, {radii, thin}, exponent_);
    }

    Fibre fibre(const glm::vec3& p) const override {
        const Nearest near = nearest(p);
        const Local local = place(p, near);
        const float turn = std::atan2(local.across.y, local.across.x) / (2.0f * std::numbers::pi_v<float>);
        return {near.arc / std::max(samples_.back().arc, 1e-6f), turn < 0.0f ? turn + 1.0f : turn};
    }

private:
    struct Ball {
        glm::vec3 centre;
        float radius;
    };
    struct Nearest {
        std::size_t segment = 0; ///< between samples `segment` and `segment + 1`
        float t = 0.0f, arc = 0.0f, squared = std::numeric_limits<float>::max();
    };
    /// p in the section's own frame.
    struct Local {
        glm::vec2 across{0.0f};
        float beyond = 0.0f; ///< past an end of the curve, along it; 0 between the ends
        float half_width = 0.0f, half_thickness = 0.0f;
    };

    void try_span(const glm::vec3& p, std::size_t span, Nearest& best) const {
        const std::size_t first = span * k_samples_a_span;
        std::size_t closest = first;
        float least = std::numeric_limits<float>::max();
        for (std::size_t i = first; i <= first + k_samples_a_span; ++i) {
            const glm::vec3 d = p - samples_[i].centre;
            const float squared = glm::dot(d, d);
            if (squared < least) least = squared, closest = i;
        }
        for (std::size_t i = closest == 0 ? 0 : closest - 1; i <= closest && i + 1 < samples_.size(); ++i) {
            const glm::vec3 a = samples_[i].centre, along = samples_[i + 1].centre - a;
            const float length2 = std::max(glm::dot(along, along), 1e-12f);
            const float t = std::clamp(glm::dot(p - a, along) / length2, 0.0f, 1.0f);
            const glm::vec3 d = p - a - along * t;
            const float squared = glm::dot(d, d);
            if (squared < best.squared)
                best = {i, t, samples_[i].arc + (samples_[i + 1].arc - samples_[i].arc) * t, squared};
        }
    }

    Nearest nearest(const glm::vec3& p) const {
        std::size_t start = 0;
        float least = std::numeric_limits<float>::max();
        for (std::size_t i = 0; i < balls_.size(); ++i) {
            const float bound = glm::length(p - balls_[i].centre) - balls_[i].radius;
            if (bound < least) least = bound, start = i;
        }
        Nearest best;
        try_span(p, start, best);
        for (std::size_t i = 0; i < balls_.size(); ++i) {
            const float bound = glm::length(p - balls_[i].centre) - balls_[i].radius;
            if (i != start && (bound <= 0.0f || bound * bound < best.squared)) try_span(p, i, best);
        }
        return best;
    }

    Local place(const glm::vec3& p, const Nearest& near) const {
        const Sample &a = samples_[near.segment], &b = samples_[near.segment + 1];
        const float t = near.t;
        Local local;
        local.half_width = a.half_width + (b.half_width - a.half_width) * t;
        local.half_thickness = a.half_thickness + (b.half_thickness - a.half_thickness) * t;
        const glm::vec3 d = p - (a.centre + (b.centre - a.centre) * t);
        const glm::vec3 tangent = glm::normalize(b.centre - a.centre);
        glm::vec3 width = a.width_axis + (b.width_axis - a.width_axis) * t;
        width = glm::normalize(width - tangent * glm::dot(width, tangent));
        local.across = {glm::dot(d, width), glm::dot(d, glm::cross(tangent, width))};
        const bool at_start = near.segment == 0 && t == 0.0f;
        const bool at_end = near.segment + 2 == samples_.size() && t == 1.0f;
        if (at_start || at_end) {
            local.beyond = std::abs(glm::dot(d, tangent));
            return local;
        }
        // at a bend d leans out of the section; its whole length counts across
        const float across = glm::length(local.across);
        if (across > 1e-6f) local.across *= std::sqrt(near.squared) / across;
        return local;
    }

    std::vector<Sample> samples_;
    std::vector<Ball> balls_;
    float exponent_;
    Cap cap_;
};

} // namespace

Solid make_tube(const std::vector<Station>& stations, const glm::vec3& side, float exponent, Cap cap) {
    APP_ASSERT(stations.size() >= 2);
    std::vector<Sample> samples = sample_curve(stations);
    set_frames(samples, side);
    return std::make_shared<Tube>(std::move(samples), exponent, cap);
}

} // namespace sculpt
