#pragma once
// TubeCurve: the centre curve of a tube with its sections, as samples close together. Only for the files of tubes.

#include "sculpt/primitive.h"

#include <vector>

namespace sculpt {

inline constexpr int k_samples_a_span = 12;

struct TubeSample {
    glm::vec3 centre{0.0f};
    glm::vec3 width_axis{1.0f, 0.0f, 0.0f}; ///< unit, across the curve
    float half_width = 0.0f, half_thickness = 0.0f;
    float twist_deg = 0.0f;
    float arc = 0.0f; ///< length from the start
};

/// A whole number of spans of k_samples_a_span samples, and one. At least 2 stations; see make_tube.
std::vector<TubeSample> tube_curve(const std::vector<Station>& stations, const glm::vec3& side);

/// The solid of a curve: sections of half width and half thickness, super-ellipses of the exponent.
Solid make_tube(std::vector<TubeSample> samples, float exponent, Cap cap);

} // namespace sculpt
