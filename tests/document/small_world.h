#pragma once
// A world small enough to know by heart: three layers, four structures, three steps of 10 s, two cameras.

#include "scene/build.h"
#include "scene/world.h"

namespace test {

inline constexpr int k_femur = 0, k_biceps = 1, k_skin = 2, k_couch = 3;
inline constexpr const char* k_long_step_title =
    "Lengthen: lower the foot from the buttock to its resting place on the couch while the lock holds";

/// Anatomy with a plain hinge for a knee, a lesson that flexes it from 0 to 90 degrees in the second step under a lock.
scene::World small_world();

/// What the panels show at `at`: the lesson's sample, and made-up numbers for the locked muscle.
scene::Readout readout_at(const scene::World& world, base::Seconds at);

} // namespace test
