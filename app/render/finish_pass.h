#pragma once
// FinishPass: what is seen only once the whole opaque picture is there: how hollows darken, lines of ink, and a lens.

#include "gpu/vertex_array.h"
#include "render/draw_list.h"
#include "render/programs.h"
#include "render/quality.h"
#include "render/targets.h"
#include "scene/scene.h"

namespace render {

/// Whether a pass of its own draws the lines of what is opaque.
bool draws_ink(const scene::Scene& scene, const Quality& quality);

/// Hollows and ink over the opaque picture, in these parts of it.
void draw_finish(const scene::Scene& scene, const Quality& quality, const DrawList& list,
                 const glm::mat4& view_projection, const Rectangles& parts, Programs& programs, Targets& targets,
                 const gpu::VertexArray& fill);

/// Blurs what is not at the distance of the camera's target.
void draw_lens(Programs& programs, Targets& targets, const gpu::VertexArray& fill);

/// Smooths the edges of `targets.copy`, with or without a backdrop, into the same picture.
void draw_edges(bool backdrop, const Rectangles& parts, Programs& programs, const Targets& targets,
                const gpu::VertexArray& fill);

} // namespace render
