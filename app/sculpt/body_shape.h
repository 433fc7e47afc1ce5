#pragma once
// body_shape: puts a physique on models that were made as drawn.

#include "anatomy/atlas.h"
#include "anatomy/proportion.h"
#include "mesh/mesh.h"
#include "sculpt/fat.h"

#include <optional>

namespace sculpt {

/// Bones, muscles, skin and the client are carried by one smooth one-to-one map, so that what was closed and packed
/// stays so; normals turn with it, and the depth below the skin becomes the new one. The couch is pushed together until
/// its face hole is under the face. The hands keep their size.
class BodyShape {
public:
    /// Measures the model as drawn, in any level of detail. A model without a skin gives the proportions only, for
    /// there is nothing to measure the girths on. Throws base::Failure when a girth cannot be had. Keeps `atlas`.
    BodyShape(const mesh::Model& drawn, const anatomy::Atlas& atlas, const anatomy::Physique& physique);

    /// Any level of the model that was measured, in the new shape.
    mesh::Model put_on(mesh::Model drawn) const;

private:
    void put_on(mesh::Mesh& mesh) const;

    const anatomy::Atlas& atlas_;
    anatomy::Proportion proportion_;
    std::optional<Fat> fat_;
};

} // namespace sculpt
