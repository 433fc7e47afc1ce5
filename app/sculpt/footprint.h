#pragma once
// footprint: where muscles are attached to bones, and the zones of the skin that must not be pressed, as thin patches
// cut from the surfaces that have been made.

#include "anatomy/atlas.h"
#include "mesh/mesh.h"
#include "sculpt/sheet.h"

#include <span>

namespace sculpt {

/// Millimetres from the edge of the patch, negative inside.
Area area_of(const anatomy::Patch& patch);

/// A patch for every zone of the atlas: its regions as they stand, wide enough to mark on `skin` a disc of the region's
/// own radius.
std::vector<anatomy::Patch> zones_on(const mesh::Mesh& skin, const anatomy::Atlas& atlas);

/// The footprints and zones whose surface is among `made` (with normals), in the atlas's colours. Throws base::Failure
/// when one of them misses its surface.
std::vector<mesh::Mesh> make_footprints(const anatomy::Atlas& atlas, std::span<const mesh::Mesh> made);

} // namespace sculpt
