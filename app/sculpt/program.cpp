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
    if (worn_ && box_.distance(p) < worn_to_) {
        const float d = worn_(p);
        if (std::abs(d) < worn_to_) return d;
    }
    return joined(p);
}

float Program::joined(const glm::vec3& p) const {
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

Program Program::worn(float voxel, int passes) const {
    Program program = *this;
    program.worn_ = smoothed([whole = *this](const glm::vec3& p) { return whole.joined(p); }, box_, voxel, passes);
    program.worn_to_ = 3.0f * voxel;
    return program;
}

std::vector<float> Program::shares(const glm::vec3& p) const {
    constexpr float k_reach = 4.0f; // mm; nearer solids outweigh farther ones e-fold per reach
    std::vector<float> shares(steps_.size(), 0.0f);
    float nearest = 1e6f, sum = 0.0f;
    for (std::size_t i = 0; i < steps_.size(); ++i)
        if (steps_[i].op == Op::add) nearest = std::min(nearest, shares[i] = steps_[i].solid->distance(p));
    for (std::size_t i = 0; i < steps_.size(); ++i) {
        shares[i] = steps_[i].op == Op::add ? std::exp((nearest - shares[i]) / k_reach) : 0.0f;
        if (shares[i] < 1e-3f) shares[i] = 0.0f;
        sum += shares[i];
    }
    for (float& share : shares) share /= sum;
    return shares;
}

} // namespace sculpt
