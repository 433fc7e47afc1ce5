#pragma once
// hand_down: correction shapes of the full level for the lower ones, and those of the skin for the zones marked on it.

#include "anatomy/atlas.h"
#include "sculpt/leg.h"

namespace sculpt {

/// Vertices of the lower levels take the offsets of the nearest ones of the full level, weighted by nearness.
void hand_down(Levels& levels, const anatomy::Atlas& atlas);

/// The morphs of `from` on the vertices of `to`, which lie on the same surface.
void take_morphs(const mesh::Mesh& from, mesh::Mesh& to);

} // namespace sculpt
