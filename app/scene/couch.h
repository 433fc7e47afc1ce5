#pragma once
// The couch in the standing model: where the client's front touches it and how the whole is laid down.

#include "anatomy/physique.h"

namespace scene {

/// The plane of the couch's top in the standing model, metres anterior of the hip centres.
inline constexpr float k_couch_plane_z = static_cast<float>(anatomy::k_couch_plane);
/// Height of the couch's top above the floor, metres (treatment couches: 0.58 to 0.86).
inline constexpr float k_couch_height = 0.70f;

} // namespace scene
