#pragma once
// What the tests of the tissue share: the shipped atlas and prone poses.

#include "files/load.h"
#include "motion/pose.h"
#include "tissue/solver.h"

#include <string_view>

namespace tissue_test {

inline const anatomy::Atlas& atlas() {
    static const anatomy::Atlas loaded = files::load_atlas(PINSTRETCH_SOURCE_DIR "/assets/anatomy").value.value();
    return loaded;
}

inline int muscle(std::string_view id) { return atlas().find_muscle(id).value(); }

/// Prone: hip straight, the knee flexed by so much.
inline motion::Pose knee(double degrees) {
    motion::Pose pose;
    pose.knee_flexion = base::Angle::degrees(degrees);
    return pose;
}

/// Knee moment arm of a muscle, prone, metres.
inline double knee_arm(const anatomy::Atlas& body, std::string_view id, double degrees) {
    const int m = body.find_muscle(id).value();
    return tissue::evaluate_muscle(body, m, knee(degrees), std::nullopt)
        .moment_arm(motion::Coordinate::knee_flexion);
}

} // namespace tissue_test
