#pragma once
// settle: how the flesh gives way at a bent knee or ankle, found once and kept as correction shapes.

#include "anatomy/atlas.h"
#include "sculpt/leg.h"

namespace sculpt {

/// Gives every soft structure the correction shapes (mesh::MorphTarget) with which, from a straight to a fully bent
/// knee and all the way of the ankle, nothing enters a bone, skin and fascia lie over what is under them, and calf and
/// thigh flatten where they meet. Solved on the full level and handed down. `levels` with their footprints, on the
/// body of `atlas`.
void settle(Levels& levels, const anatomy::Atlas& atlas);

} // namespace sculpt
