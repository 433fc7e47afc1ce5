#pragma once
// volume: flesh is all but incompressible, so a muscle that was bent, pulled or pressed keeps the volume it rests with.

#include "anatomy/atlas.h"
#include "mesh/mesh.h"
#include "tissue/flesh.h"

#include <vector>

namespace tissue {

/// What is computed once for a muscle's mesh.
struct Belly {
    double volume = 0.0;     ///< m3 at rest
    std::vector<float> give; ///< 0..1, how far each vertex moves to keep it
};

/// Tendon does not give, nor does what looks toward the bones: flesh that is squeezed goes outward.
Belly belly(const anatomy::Atlas& atlas, const mesh::Mesh& mesh);

/// Moves vertices along their normals by what they give until the mesh holds its rest volume again to 0.05 %. What a
/// hand presses away or a bend squeezes out so comes back all over the belly.
void keep_volume(const mesh::Mesh& mesh, const Belly& belly, Deformed& inout);

} // namespace tissue
