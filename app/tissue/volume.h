#pragma once
// volume: flesh is all but incompressible, so a muscle that was bent, pulled or pressed keeps the volume it rests with.

#include "mesh/mesh.h"
#include "tissue/flesh.h"

namespace tissue {

/// Moves the belly's vertices along their normals, tendon less the more it is tendon, until the mesh holds
/// `rest_volume` (m3) again to 0.05 %. What a hand presses away or a bend squeezes out so comes back all over the belly.
void keep_volume(const mesh::Mesh& mesh, double rest_volume, Deformed& inout);

} // namespace tissue
