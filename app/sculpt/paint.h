#pragma once
// paint: what a vertex knows besides its place: normal, fibre coordinate, tendon, colour with occlusion.

#include "sculpt/shape_file.h"
#include "sculpt/surface.h"

namespace sculpt {

/// Unit normals from the gradient of the field (mm) at each vertex.
void paint_normals(mesh::Mesh& mesh, const Field& field, float step);

/// TEXCOORD_0 and TEXCOORD_1.x from the shape's own solids.
void paint_fibres(mesh::Mesh& mesh, const Shape& shape);

/// Linear RGB of the shape at p (mm): its colour and its paint, without occlusion.
glm::vec3 colour_at(const Shape& shape, const glm::vec3& p);

/// COLOR_0: the shape's colour and paint (towards `tendon_colour` by TEXCOORD_1.x) times the ambient occlusion that
/// marching `around`, the field of everything near, finds outward of the vertex (after Evans 2006, "Fast approximations
/// for global illumination on dynamic scenes").
void paint_colours(mesh::Mesh& mesh, const Shape& shape, const glm::vec3& tendon_colour, const Field& around);

/// Parts the vertices at edges: a corner whose triangle leans away from its normal by more than about 35 degrees gets a
/// vertex of its own with the triangle's normal, so that flat sides of furniture are shaded flat.
void sharpen(mesh::Mesh& mesh);

/// The mirror image in the plane x = 0.
mesh::Mesh mirrored(mesh::Mesh mesh);

} // namespace sculpt
