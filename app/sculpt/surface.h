#pragma once
// surface: the closed triangle mesh of a signed distance field.

#include "mesh/mesh.h"
#include "sculpt/field.h"

namespace sculpt {

struct SurfaceOptions {
    float voxel = 1.0f;       ///< mm
    int triangles = 1000;     ///< budget; more when fewer would tear the surface or move it by more than `error`
    float least_part = 0.02f; ///< pieces smaller than this share of the biggest are dropped; 1 = keep one only
    float error = 1.0f;       ///< mm
};

/// Positions in metres and indices; closed, manifold, outward. `box` must hold the surface. Throws base::Failure when
/// the field has no inside or cannot be meshed without defects.
mesh::Mesh surface(const std::string& id, const Field& field, const Box& box, const SurfaceOptions& options);

} // namespace sculpt
