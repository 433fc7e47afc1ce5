#pragma once
// CentreLine: the smooth curve that flesh hangs on, with a frame at every station that never flips.

#include "anatomy/atlas.h"
#include "motion/pose.h"
#include "tissue/tissue_state.h"

#include <array>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace tissue {

/// A right-handed frame (across, over, along) at a point of the line, `along` it but for the ends that are held by
/// bones, and how much the cross-section grows there.
struct Section {
    glm::vec3 point{0.0f}, across{1.0f, 0.0f, 0.0f}, over{0.0f, 1.0f, 0.0f}, along{0.0f, 0.0f, 1.0f};
    float growth = 1.0f; ///< of lengths across the muscle since rest
};

/// Stations at equal steps of the fraction s of the REST path; station i carries the material that rested there.
struct CentreLine {
    static constexpr int k_stations = 193;
    std::array<Section, k_stations> stations{};

    /// Between stations everything is blended and the frame made orthonormal again.
    Section at(float s) const;
};

/// The line in the standing pose.
CentreLine rest_line(const anatomy::Atlas& atlas, int muscle);

/// The line now; `rest` is rest_line(), which it is at rest and without a lock. Near its ends its sections turn with
/// the bones that it is attached to and keep their girth: what is attached there lies on its bone in every pose, also
/// beside the ends of the path. What ends on the foot ends on the foot as it is drawn.
CentreLine posed_line(const anatomy::Atlas& atlas, int muscle, const CentreLine& rest, const motion::BoneFrames& drawn,
                      const MuscleState& state);

/// `count` points at equal steps along a polyline, with its corners rounded over a few centimetres; ends stay.
std::vector<glm::dvec3> smooth_resample(const std::vector<glm::dvec3>& path, int count);

} // namespace tissue
