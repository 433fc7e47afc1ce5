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
// Between these flexions the skin before the knee grows taut, this far round it, metres.
constexpr double k_taut_from_deg = 15.0, k_taut_deg = 75.0;
constexpr double k_taut_before = -0.005, k_loose_behind = 0.025, k_crease_loose = 0.02, k_taut_near = 0.08,
                 k_taut_far = 0.14;
constexpr double k_fold_near = 0.02, k_fold_far = 0.075;
// Flesh is squeezed over about this depth, the skin over this, metres.
constexpr float k_squeezed = 0.006f, k_thin = 0.0004f;
// Nearer to the axis flesh passes between thigh and shank, farther out it is of one side, metres; but for this height
// round the crease. As the crease of the fold moves out, so do the tendons under it: up to this share of its distance
// all passes, beyond the crease nothing.
constexpr double k_passes_under = 0.055, k_passes_not = 0.072, k_neither = 0.025, k_under_crease = 0.74;
// The crease of the fold comes no nearer to the axis than this multiple of its distance at rest, of which no more
// metres count: tendons and the heads of gastrocnemius fill the hollow. It bunches up over this share of that distance,
// at most so many metres.
constexpr double k_deepest = 2.2;
constexpr float k_hollow = 0.040f;
constexpr float k_bunches = 0.2f, k_most_bunched = 0.010f;
// Of the height over which the backs of a bent rod meet, skin lies flat on the other side's up to the one and as the
// movement leaves it from the other on.
constexpr double k_flat = 0.7, k_free = 1.2;

/// The identity where x is well above 0, ever nearer to 0 below, and always increasing (softplus).
float above(float x, float softness) {
    if (softness <= 0.0f) return std::max(x, 0.0f);
    const float past = x / softness;
    return softness * (past > 20.0f ? past : std::log1p(std::exp(past)));
}

} // namespace

KneeFold::KneeFold(const anatomy::Atlas& atlas, const motion::BoneFrames& frames, double knee_flexion_deg, float crease)
    : crease_(crease), bent_(static_cast<float>(base::smoothstep(k_begins_deg, k_whole_deg, knee_flexion_deg))),
      creases_(static_cast<float>(base::smoothstep(k_creases_deg, k_creased_deg, knee_flexion_deg))),
      taut_(static_cast<float>(base::smoothstep(k_taut_from_deg, k_taut_deg, knee_flexion_deg))) {
    const motion::BoneFrames rest = motion::frames(atlas, {});
    const auto turned = [&](Body body, const glm::dvec3& direction) {
        return frames[body].direction(rest[body].inverse().direction(direction));
    };
    const glm::dvec3 up = turned(Body::femur, {0.0, 1.0, 0.0}), down = turned(Body::tibia, {0.0, -1.0, 0.0});
    axis_ = glm::vec3(frames[Body::femur].point(atlas.joints.knee_parent.translation));
    rest_back_ = static_cast<float>(rest[Body::femur].point(atlas.joints.knee_parent.translation).z);
    // a little farther out than the backs of a bent rod cross the plane: those of calf and thigh are round
    const double half = 0.5 * base::Angle::degrees(knee_flexion_deg).radians();
    deep_ = static_cast<float>(std::min(k_deepest, 1.0 / (std::cos(half) * std::cos(half))));
    meets_ = static_cast<float>(std::tan(half));
    across_ = glm::vec3(glm::normalize(up - down));
    // straight, the sum vanishes: backward is what it tends to
    const glm::dvec3 back = turned(Body::femur, {0.0, 0.0, -1.0}) + turned(Body::tibia, {0.0, 0.0, -1.0});
    const glm::dvec3 out = back - glm::dvec3(across_) * glm::dot(back, glm::dvec3(across_));
    out_ = glm::vec3(glm::normalize(out));
}

float KneeFold::beyond(const glm::vec3& p) const { return glm::dot(p - axis_, across_); }

float KneeFold::out(const glm::vec3& p) const { return glm::dot(p - axis_, out_); }

float KneeFold::side(float rest_height) const { return std::clamp((rest_height - crease_) / k_crease, -1.0f, 1.0f); }

float KneeFold::share(const glm::vec3& p) const {
    return bent_ * static_cast<float>(base::smoothstep(k_from_axis, k_whole_from_axis, out(p)));
}

float KneeFold::creased(const glm::vec3& p, float rest_height) const {
    const double behind = base::smoothstep(k_crumples_from, k_crumples_whole, out(p));
    const double far = base::smoothstep(k_fold_near, k_fold_far, std::abs(rest_height - crease_));
    return creases_ * static_cast<float>(behind * (1.0 - far));
}

float KneeFold::taut(const glm::vec3& p, float rest_height) const {
    const double from_crease = std::abs(rest_height - crease_);
    const double before = out(p) - std::max(from_crease - k_crease_loose, 0.0); // loose only toward the crease
    const double behind = base::smoothstep(k_taut_before, k_loose_behind, before);
    const double far = base::smoothstep(k_taut_near, k_taut_far, from_crease);
    return taut_ * static_cast<float>((1.0 - behind) * (1.0 - far));
}

glm::vec3 KneeFold::pressed(const glm::vec3& p, float rest_height, float gap, float softness, float much) const {
    const float of = side(rest_height), own = of < 0.0f ? -1.0f : 1.0f, depth = own * beyond(p);
    const float least = gap * std::abs(of), kept = least + above(depth - least, softness * std::abs(of));
    return p + across_ * (own * (kept - depth) * share(p) * much);
}

glm::vec3 KneeFold::pressed(const glm::vec3& p, float rest_height, float gap) const {
    const double from_crease = std::abs(rest_height - crease_);
    const double of_one_side = base::smoothstep(k_passing, k_of_one_side, from_crease);
    const double crease_out = static_cast<double>(deep_ * k_hollow);
    const double outer = base::smoothstep(std::max(k_passes_under, k_under_crease * crease_out),
                                          std::max(k_passes_not, crease_out), out(p)) *
                         base::smoothstep(0.0, k_neither, from_crease);
    return pressed(p, rest_height, gap, k_squeezed, static_cast<float>(std::max(of_one_side, outer)));
}

float KneeFold::back(const glm::vec3& rest) const { return std::min(rest_back_ - rest.z, k_hollow); }

float KneeFold::flat(const glm::vec3& p, const glm::vec3& rest) const {
    const double meets = std::max(meets_ * back(rest), 1e-4f);
    return share(p) * static_cast<float>(1.0 - base::smoothstep(k_flat, k_free, std::abs(rest.y - crease_) / meets));
}

glm::vec3 KneeFold::folded(const glm::vec3& p, const glm::vec3& rest, float gap) const {
    if (back(rest) <= 0.0f) return p;
    const float softness = std::min(k_bunches * back(rest), k_most_bunched), at = out(p);
    const float deepest = deep_ * back(rest) - softness * std::log(2.0f); // what is as deep as it may be stays
    const double far = base::smoothstep(k_fold_near, k_fold_far, std::abs(rest.y - crease_));
    const float much = creases_ * static_cast<float>(1.0 - far);
    const glm::vec3 raised = p + out_ * ((deepest + above(at - deepest, softness) - at) * much);
    return pressed(raised - across_ * (beyond(raised) * flat(raised, rest)), rest.y, gap, k_thin, 1.0f);
}

glm::vec3 KneeFold::kept_back(const glm::vec3& p, float rest_height, float gap) const {
    const float own = side(rest_height), wanted = gap * own, at = beyond(p);
    const bool crossed = own >= 0.0f ? at < wanted : at > wanted;
    return crossed ? p + across_ * ((wanted - at) * share(p)) : p;
}

} // namespace sculpt
