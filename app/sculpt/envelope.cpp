#include "sculpt/envelope.h"

#include "base/assert.h"
#include "sculpt/tube_curve.h"

#include <cmath>
#include <glm/matrix.hpp>

namespace sculpt {
namespace {

constexpr int k_spans = 8;

struct Moments {
    glm::vec3 centre{0.0f};
    glm::mat3 spread{0.0f}; ///< covariance of the area, mm2
};

Moments moments(const std::vector<CrossSection>& sections) {
    Moments all;
    float area = 0.0f;
    for (const CrossSection& s : sections) {
        area += s.half_width * s.half_thickness;
        all.centre += s.centre * (s.half_width * s.half_thickness);
    }
    all.centre /= area;
    for (const CrossSection& s : sections) {
        const glm::vec3 off = s.centre - all.centre, w = s.width_axis * (0.5f * s.half_width),
                        t = s.thickness_axis * (0.5f * s.half_thickness);
        const glm::mat3 own = glm::outerProduct(off, off) + glm::outerProduct(w, w) + glm::outerProduct(t, t);
        all.spread += own * (s.half_width * s.half_thickness / area);
    }
    return all;
}

/// Principal axes of the spread across `along`. The width axis is the one nearer to `before`, so that it never jumps.
TubeSample section_of(const Moments& m, const glm::vec3& along, const glm::vec3& before) {
    const glm::vec3 u = glm::normalize(before - along * glm::dot(before, along)), v = glm::cross(along, u);
    const float a = glm::dot(u, m.spread * u), b = glm::dot(u, m.spread * v), c = glm::dot(v, m.spread * v);
    float turn = 0.5f * std::atan2(2.0f * b, a - c); // to the longer axis
    const float half = 0.5f * (a + c), apart = std::hypot(0.5f * (a - c), b);
    float width = half + apart, thickness = half - apart;
    constexpr float k_eighth = 0.785398f;
    if (std::abs(turn) > k_eighth) {
        turn -= std::copysign(2.0f * k_eighth, turn);
        std::swap(width, thickness);
    }
    TubeSample sample;
    sample.centre = m.centre;
    sample.width_axis = u * std::cos(turn) + v * std::sin(turn);
    sample.half_width = 2.0f * std::sqrt(std::max(width, 1e-2f));
    sample.half_thickness = 2.0f * std::sqrt(std::max(thickness, 1e-2f));
    return sample;
}

} // namespace

Solid make_envelope(const std::vector<Solid>& parts) {
    APP_ASSERT(!parts.empty());
    constexpr int k_count = k_spans * k_samples_a_span + 1;
    std::vector<Moments> together;
    for (int i = 0; i < k_count; ++i) {
        std::vector<CrossSection> sections;
        for (const Solid& part : parts) sections.push_back(*part->section(static_cast<float>(i) / (k_count - 1)));
        together.push_back(moments(sections));
    }
    glm::vec3 before = parts.front()->section(0.0f)->width_axis;
    std::vector<TubeSample> samples;
    for (std::size_t i = 0; i < together.size(); ++i) {
        const std::size_t last = together.size() - 1;
        const glm::vec3 along = together[std::min(i + 1, last)].centre - together[i == 0 ? 0 : i - 1].centre;
        samples.push_back(section_of(together[i], glm::normalize(along), before));
        before = samples.back().width_axis;
        if (i > 0) samples[i].arc = samples[i - 1].arc + glm::distance(samples[i].centre, samples[i - 1].centre);
    }
    return make_tube(std::move(samples), 2.0f, Cap::round);
}

} // namespace sculpt
