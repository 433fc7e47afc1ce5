#pragma once
// Physique: the measures that tell one body from another, and DrawnBody, the one that the shapes are drawn as.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anatomy {

/// Heights are along the standing leg, between joint centres; girths and hip breadth are of the skin, as tape and
/// calliper take them, the others of what lies under it.
enum class Measure {
    ankle_height,
    knee_to_ankle,
    hip_to_knee,
    hip_to_crown,
    hip_joint_spacing,
    bicristal_breadth,
    pelvis_depth,
    knee_breadth,
    ankle_breadth,
    foot_length,
    foot_breadth,
    shoulder_breadth,
    chest_depth,
    hip_breadth,
    buttock_girth,
    thigh_girth,
    lower_thigh_girth,
    calf_girth,
    ankle_girth
};
inline constexpr int k_measure_count = 19;
/// Of these the shapes have a size of their own; the ones after them are put on with the fat.
inline constexpr int k_drawn_measure_count = 13;

/// Names used in files, indexed by Measure.
inline constexpr std::array<std::string_view, k_measure_count> k_measure_names = {
    "ankle_height",      "knee_to_ankle",     "hip_to_knee",  "hip_to_crown",  "hip_joint_spacing",
    "bicristal_breadth", "pelvis_depth",      "knee_breadth", "ankle_breadth", "foot_length",
    "foot_breadth",      "shoulder_breadth",  "chest_depth",  "hip_breadth",   "buttock_girth",
    "thigh_girth",       "lower_thigh_girth", "calf_girth",   "ankle_girth"};

/// Metres, indexed by Measure.
struct Measures {
    std::array<double, k_measure_count> metres{};

    double operator[](Measure m) const { return metres[static_cast<std::size_t>(m)]; }
    double& operator[](Measure m) { return metres[static_cast<std::size_t>(m)]; }
};

/// One body of assets/anatomy/bodies.
struct Physique {
    std::string id; ///< name of its file
    std::string name;
    Measures measures;
};

/// A height at which a tape is put round the leg, and where the fat goes that brings the skin to that girth.
struct GirthStation {
    Measure girth = Measure::thigh_girth;
    double height = 0.0; ///< in the drawn body, metres
    /// Share of the fat in front, on the outer side, at the back and on the inner side; the greatest is 1.
    std::array<double, 4> share{1.0, 1.0, 1.0, 1.0};
    bool both_sides = false; ///< the tape goes round both sides of the body, and hip_breadth is taken here
};

/// The plane of the couch's top that the client's front lies on, in every body; metres in front of the hip joints.
inline constexpr double k_couch_plane = 0.115;

/// The body as the shapes are drawn, before any physique is put on.
struct DrawnBody {
    Measures measures;                  ///< the first k_drawn_measure_count of them
    std::vector<GirthStation> stations; ///< from the ankle up
};

} // namespace anatomy
