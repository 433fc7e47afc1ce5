#include "sculpt/program.h"

#include "base/assert.h"
#include "base/smooth.h"

#include <algorithm>
#include <cmath>

namespace sculpt {

float smooth_min(float a, float b, float k) {
    if (k <= 0.0f) return std::min(a, b);
    const float h = std::max(k - std::abs(a - b), 0.0f);
    return std::min(a, b) - h * h / (4.0f * k);
}

float smooth_max(float a, float b, float k) { return -smooth_min(-a, -b, k); }

namespace {

/// Share 0..1 of a sinking step's depth at `outside` mm from its solid.
float sinking(const Step& step, float outside) {
    if (outside <= 0.0f) return 1.0f;
    if (outside >= step.blend) return 0.0f;
    return 1.0f - static_cast<float>(base::smoothstep(0.0, step.blend, outside));
}

} // namespace

Program::Program(std::vector<Step> steps) : steps_(std::move(steps)) {
    APP_ASSERT(!steps_.empty() && steps_.front().op == Op::add);
    for (const Step& step : steps_)
        if (step.op == Op::add) box_.add(step.solid->box().padded(0.25f * step.blend));
}

float Program::distance(const glm::vec3& p) const {
    float d = 1e6f;
    for (const Step& step : steps_) {
        switch (step.op) {
        case Op::add:
            if (step.solid->box().distance(p) < d + step.blend) d = smooth_min(d, step.solid->distance(p), step.blend);
            break;
        case Op::cut:
            if (step.solid->box().distance(p) < step.blend - d) d = smooth_max(d, -step.solid->distance(p), step.blend);
            break;
        case Op::sink:
            if (step.solid->box().distance(p) < step.blend) d += step.depth * sinking(step, step.solid->distance(p));
            break;
        case Op::keep: d = smooth_max(d, step.solid->distance(p), step.blend); break;
        case Op::shell: d = std::max(d, -d - step.depth); break;
        }
    }
    return d;
}

Program Program::without_seams() const {
    std::vector<Step> steps = steps_;
    std::erase_if(steps, [](const Step& step) { return step.seam; });
    return Program(std::move(steps));
}

Fibre Program::fibre(const glm::vec3& p) const {
    constexpr float k_reach = 4.0f; // mm; nearer solids outweigh farther ones e-fold per reach
    float nearest = 1e6f;
    for (const Step& step : steps_)
        if (step.op == Op::add) nearest = std::min(nearest, step.solid->distance(p));
    Fibre result;
    float sum = 0.0f, most = 0.0f;
    for (const Step& step : steps_) {
        if (step.op != Op::add) continue;
        const float weight = std::exp(-(step.solid->distance(p) - nearest) / k_reach);
        if (weight < 1e-3f) continue;
        const Fibre own = step.solid->fibre(p);
        result.s += weight * (step.fibre.x + (step.fibre.y - step.fibre.x) * own.s);
        sum += weight;
        if (weight > most) most = weight, result.angle = own.angle;
    }
    result.s = std::clamp(result.s / sum, 0.0f, 1.0f);
    return result;
}

} // namespace sculpt
