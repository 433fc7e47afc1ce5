#include "sculpt/knee_fold.h"

#include "base/smooth.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace sculpt {
namespace {

using anatomy::Body;

// Flesh and skin meet between these flexions at first near the crease, then farther out.
constexpr double k_begins_deg = 25.0, k_whole_deg = 70.0;
// Distances from the knee's axis into the angle over which the contact begins, metres.
constexpr double k_from_axis = 0.008, k_whole_from_axis = 0.035;
// What rests this near the crease passes from thigh to shank and may cross the plane, metres.
constexpr double k_passing = 0.045, k_of_one_side = 0.11;
// Half height of the crease's own skin, metres.
constexpr float k_crease = 0.012f;
constexpr double k_crumples_from = -0.02, k_crumples_whole = 0.02;
// From these flexions the skin of the crease evens out.
constexpr double k_creases_deg = 3.0, k_creased_deg = 35.0;
constexpr double k_fold_near = 0.02, k_fold_far = 0.075;
// Layers are squeezed over about this depth, metres.
constexpr float k_squeezed = 0.006f;

} // namespace

KneeFold::KneeFold(const anatomy::Atlas& atlas, const motion::BoneFrames& frames, double knee_flexion_deg, float crease)
    : crease_(crease), bent_(static_cast<float>(base::smoothstep(k_begins_deg, k_whole_deg, knee_flexion_deg))),
      creases_(static_cast<float>(base::smoothstep(k_creases_deg, k_creased_deg, knee_flexion_deg))) {
    const motion::BoneFrames rest = motion::frames(atlas, {});
    const auto turned = [&](Body body, const glm::dvec3& direction) {
        return frames[body].direction(rest[body].inverse().direction(direction));
    };
    const glm::dvec3 up = turned(Body::femur, {0.0, 1.0, 0.0}), down = turned(Body::tibia, {0.0, -1.0, 0.0});
    axis_ = glm::vec3(frames[Body::femur].point(atlas.joints.knee_parent.translation));
    across_ = glm::vec3(glm::normalize(up - down));
    // straight, the sum vanishes: backward is what it tends to
    const glm::dvec3 back = turned(Body::femur, {0.0, 0.0, -1.0}) + turned(Body::tibia, {0.0, 0.0, -1.0});
    const glm::dvec3 out = back - glm::dvec3(across_) * glm::dot(back, glm::dvec3(across_));
    out_ = glm::vec3(glm::normalize(out));
}

float KneeFold::beyond(const glm::vec3& p) const { return glm::dot(p - axis_, across_); }

float KneeFold::side(float rest_height) const { return std::clamp((rest_height - crease_) / k_crease, -1.0f, 1.0f); }

float KneeFold::share(const glm::vec3& p) const {
    return bent_ * static_cast<float>(base::smoothstep(k_from_axis, k_whole_from_axis, glm::dot(p - axis_, out_)));
}

float KneeFold::creased(const glm::vec3& p, float rest_height) const {
    const double behind = base::smoothstep(k_crumples_from, k_crumples_whole, glm::dot(p - axis_, out_));
    const double far = base::smoothstep(k_fold_near, k_fold_far, std::abs(rest_height - crease_));
    return creases_ * static_cast<float>(behind * (1.0 - far));
}

glm::vec3 KneeFold::pressed(const glm::vec3& p, float rest_height, float gap) const {
    const float own = side(rest_height) < 0.0f ? -1.0f : 1.0f;
    const float depth = own * beyond(p), past = (depth - gap) / k_squeezed;
    // softplus: the identity deep in the flesh, never less than the gap, and always increasing
    const float kept = gap + k_squeezed * (past > 20.0f ? past : std::log1p(std::exp(past)));
    const double of_one_side = base::smoothstep(k_passing, k_of_one_side, std::abs(rest_height - crease_));
    return p + across_ * (own * (kept - depth) * share(p) * static_cast<float>(of_one_side));
}

glm::vec3 KneeFold::kept_back(const glm::vec3& p, float rest_height, float gap) const {
    const float own = side(rest_height), wanted = gap * own, at = beyond(p);
    const bool crossed = own >= 0.0f ? at < wanted : at > wanted;
    return crossed ? p + across_ * ((wanted - at) * share(p)) : p;
}

} // namespace sculpt
