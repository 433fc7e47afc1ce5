// Tube: the nearest point of the centre curve is searched span by span (bounding balls), then sample by sample.

#include "base/assert.h"
#include "sculpt/ellipse_arc.h"
#include "sculpt/tube_curve.h"

#include <algorithm>
#include <cmath>
#include <glm/vec2.hpp>
#include <limits>

namespace sculpt {
namespace {

Box box_of(const std::vector<TubeSample>& samples) {
    Box box;
    for (const TubeSample& sample : samples) box.add(sample.centre, std::max(sample.half_width, sample.half_thickness));
    return box;
}

class Tube final : public Primitive {
public:
    Tube(std::vector<TubeSample> samples, float exponent, Cap cap)
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

    Fibre fibre(const glm::vec3& p, const glm::vec3& side) const override {
        const Nearest near = nearest(p);
        const Local local = place(p, near);
        const glm::vec2 radii(local.half_width, local.half_thickness);
        const glm::vec2 toward(glm::dot(side, local.width_axis), glm::dot(side, local.thickness_axis));
        const float apart = ellipse_share(local.across, radii) - ellipse_share(toward, radii);
        return {near.arc / std::max(samples_.back().arc, 1e-6f), 2.0f * (apart - std::round(apart))};
    }

    std::optional<CrossSection> section(float s) const override {
        const float arc = std::clamp(s, 0.0f, 1.0f) * samples_.back().arc;
        std::size_t i = 0;
        while (i + 2 < samples_.size() && samples_[i + 1].arc < arc) ++i;
        const TubeSample &a = samples_[i], &b = samples_[i + 1];
        const float t = std::clamp((arc - a.arc) / std::max(b.arc - a.arc, 1e-6f), 0.0f, 1.0f);
        const glm::vec3 width = glm::normalize(glm::mix(a.width_axis, b.width_axis, t));
        const glm::vec3 along = glm::normalize(b.centre - a.centre);
        return CrossSection{glm::mix(a.centre, b.centre, t), width, glm::cross(along, width),
                            glm::mix(a.half_width, b.half_width, t), glm::mix(a.half_thickness, b.half_thickness, t)};
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
        glm::vec3 width_axis{0.0f}, thickness_axis{0.0f};
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
        const TubeSample &a = samples_[near.segment], &b = samples_[near.segment + 1];
        const float t = near.t;
        Local local;
        local.half_width = a.half_width + (b.half_width - a.half_width) * t;
        local.half_thickness = a.half_thickness + (b.half_thickness - a.half_thickness) * t;
        const glm::vec3 d = p - (a.centre + (b.centre - a.centre) * t);
        const glm::vec3 tangent = glm::normalize(b.centre - a.centre);
        glm::vec3 width = a.width_axis + (b.width_axis - a.width_axis) * t;
        width = glm::normalize(width - tangent * glm::dot(width, tangent));
        local.width_axis = width;
        local.thickness_axis = glm::cross(tangent, width);
        local.across = {glm::dot(d, width), glm::dot(d, local.thickness_axis)};
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

    std::vector<TubeSample> samples_;
    std::vector<Ball> balls_;
    float exponent_;
    Cap cap_;
};

} // namespace

Solid make_tube(std::vector<TubeSample> samples, float exponent, Cap cap) {
    APP_ASSERT(samples.size() % k_samples_a_span == 1 && samples.size() > 1);
    return std::make_shared<Tube>(std::move(samples), exponent, cap);
}

Solid make_tube(const std::vector<Station>& stations, const glm::vec3& side, float exponent, Cap cap) {
    APP_ASSERT(stations.size() >= 2);
    return make_tube(tube_curve(stations, side), exponent, cap);
}

} // namespace sculpt
