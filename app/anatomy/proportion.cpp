#include "anatomy/proportion.h"

#include "base/assert.h"
#include "base/smooth.h"

#include <algorithm>
#include <cmath>

namespace anatomy {
namespace {

// Length over which one segment's scale passes into the next one's, to either side of the joint, metres.
constexpr double k_bend = 0.015;
// Where the factors of breadth and depth hold, metres above (below) a joint of the drawn body. From the crotch up both
// halves share one factor, so that they stay joined in the midline.
constexpr double k_foot_to = -0.022, k_ankle_from = 0.020, k_thigh_from = 0.140, k_crotch_below_hip = 0.080;
constexpr double k_crest_above_hip = 0.110, k_waist_above_hip = 0.080, k_shoulders_above_hip = 0.530;
constexpr double k_step = 1e-4; // of the central difference, metres

/// max(0, x) with its corner rounded over k_bend to either side (C1).
double after_bend(double x) {
    if (x <= -k_bend) return 0.0;
    if (x >= k_bend) return x;
    return (x + k_bend) * (x + k_bend) / (4.0 * k_bend);
}

} // namespace

double Profile::operator()(double height) const {
    APP_ASSERT(!knots_.empty());
    const auto above = std::ranges::upper_bound(knots_, height, {}, &Knot::height);
    if (above == knots_.begin()) return knots_.front().value;
    if (above == knots_.end()) return knots_.back().value;
    const Knot &a = *(above - 1), &b = *above;
    return base::mix(a.value, b.value, base::smoothstep(a.height, b.height, height));
}

Proportion::Proportion(const DrawnBody& drawn, const Measures& wanted) {
    const Measures& own = drawn.measures;
    const auto factor = [&](Measure m) { return wanted[m] / own[m]; };
    same_ = true;
    for (int i = 0; i < k_drawn_measure_count; ++i) same_ = same_ && factor(static_cast<Measure>(i)) == 1.0;
    const double ankle = own[Measure::ankle_height], knee = ankle + own[Measure::knee_to_ankle];
    const double hip = knee + own[Measure::hip_to_knee];
    first_slope_ = factor(Measure::ankle_height);
    bends_ = {{ankle, factor(Measure::knee_to_ankle) - first_slope_},
              {knee, factor(Measure::hip_to_knee) - factor(Measure::knee_to_ankle)},
              {hip, factor(Measure::hip_to_crown) - factor(Measure::hip_to_knee)}};
    axis_ = own[Measure::hip_joint_spacing] / 2.0;
    spacing_ = factor(Measure::hip_joint_spacing);
    const double crotch = hip - k_crotch_below_hip;
    leg_breadth_ = Profile({{ankle + k_foot_to, factor(Measure::foot_breadth)},
                            {ankle + k_ankle_from, factor(Measure::ankle_breadth)},
                            {knee, factor(Measure::knee_breadth)},
                            {knee + k_thigh_from, factor(Measure::knee_breadth)},
                            {crotch, spacing_}});
    trunk_breadth_ = Profile({{hip, spacing_},
                              {hip + k_crest_above_hip, factor(Measure::bicristal_breadth)},
                              {hip + k_shoulders_above_hip, factor(Measure::shoulder_breadth)}});
    depth_ = Profile({{ankle + k_foot_to, factor(Measure::foot_length)},
                      {ankle + k_ankle_from, factor(Measure::ankle_breadth)},
                      {knee, factor(Measure::knee_breadth)},
                      {knee + k_thigh_from, factor(Measure::knee_breadth)},
                      {hip, factor(Measure::pelvis_depth)},
                      {hip + k_shoulders_above_hip, factor(Measure::chest_depth)}});
    from_couch_ = Profile({{hip + k_waist_above_hip, 0.0}, {hip + k_shoulders_above_hip, 1.0}});
}

double Proportion::height(double drawn_height) const {
    if (same_) return drawn_height;
    double y = first_slope_ * drawn_height;
    for (const Bend& bend : bends_) y += bend.change * after_bend(drawn_height - bend.height);
    return y;
}

glm::dvec3 Proportion::carry(const glm::dvec3& p) const {
    if (same_) return p;
    const double depth = depth_(p.y);
    // The leg's own factor, about the leg's axis, on top of the trunk's, about the midline.
    const double aside = std::abs(p.x) * trunk_breadth_(p.y) + (std::abs(p.x) - axis_) * (leg_breadth_(p.y) - spacing_);
    return {std::copysign(aside, p.x), height(p.y), p.z * depth + k_couch_plane * (1.0 - depth) * from_couch_(p.y)};
}

glm::dmat3 Proportion::jacobian(const glm::dvec3& p) const {
    glm::dmat3 result(1.0);
    if (same_) return result;
    for (int axis = 0; axis < 3; ++axis) {
        glm::dvec3 step(0.0);
        step[axis] = k_step;
        result[axis] = (carry(p + step) - carry(p - step)) / (2.0 * k_step);
    }
    return result;
}

} // namespace anatomy
