#pragma once
// What the tests of the tissue share: the shipped atlas and prone poses.

#include "files/load.h"
#include "motion/pose.h"

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

} // namespace tissue_test
