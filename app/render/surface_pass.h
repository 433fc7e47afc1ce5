#pragma once
// SurfacePass: lit structures, first the opaque ones, then the transparent ones.

#include "render/draw_list.h"
#include "render/frame_uniforms.h"
#include "render/patience.h"
#include "render/programs.h"
#include "render/targets.h"

namespace render {

struct SurfaceOptions {
    bool clip = false;
    bool shadow = true;                              ///< the key light's shadow map is bound
    bool contact_shadow = true, even_shadow = false; ///< see Quality
    bool relief = true, layer_relief = true;
    bool two_moments = false; ///< see Quality
};

/// Into the bound target, without what is left out.
void draw_opaque(const DrawList& list, const SurfaceOptions& options, Programs& programs, Patience& patience);

/// Everything solid, into the bound target, with Plain::bare.
void draw_bare_surfaces(const DrawList& list, Programs& programs);

/// Over what is composed: order-independent, and without a jump when something fades to nothing or to solid.
void draw_transparent(const DrawList& list, const SurfaceOptions& options, const glm::mat4& view_projection,
                      const Parts& parts, Programs& programs, Targets& targets, Patience& patience,
                      const gpu::VertexArray& fill);

/// The same from the farthest item to the nearest, each once: cheaper, wrong where items lie in each other.
void draw_sorted(const DrawList& list, const SurfaceOptions& options, Programs& programs, Targets& targets,
                 Patience& patience);

/// Distances along the gaze between which transparent things lie.
void set_depth_span(const DrawList& list, FrameUniforms& frame);

} // namespace render
