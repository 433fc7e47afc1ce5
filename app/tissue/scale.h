#pragma once
// scale: the atlas of another body.

#include "anatomy/atlas.h"
#include "anatomy/physique.h"

namespace tissue {

/// Carries joints, paths, cylinders, regions and patches to where they are in the other body: segment by segment, as
/// OpenSim's scale tool does (Delp et al. 2007, doi 10.1109/TBME.2007.901024), with the map that also carries the
/// meshes. As there, optimal fibre and tendon slack lengths grow by the ratio of the path's lengths in the standing
/// pose, and forces stay. The drawn body's measures give `atlas` back unchanged.
anatomy::Atlas scaled(anatomy::Atlas atlas, const anatomy::Physique& physique);

} // namespace tissue
