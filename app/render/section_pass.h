#pragma once
// SectionPass: paints the cut through closed structures where the cut plane crosses them, inner ones over outer ones.
//
// Each outline is filled by counting the triangles of a fan over it in the stencil; how far a point is from the nearest
// outline (the thickness of skin, the wall of a vessel) comes from a texture that keeps the least distance. Nothing is
// drawn while the cut is off. The shadow map needs no cuts: light that would come through one into a closed structure
// meets the rest of its surface.

#include "gpu/state.h"
#include "gpu/vertex_array.h"
#include "render/cuts.h"
#include "render/programs.h"
#include "render/targets.h"

#include <functional>

namespace render {

class SectionPass {
public:
    /// Finds the cuts and traces their outlines into `targets.outlines`; `frame`'s uniforms must be bound.
    void prepare(const scene::Scene& scene, const DrawList& list, const mesh::Model& model,
                 const glm::mat4& view_projection, Programs& programs, Targets& targets);
    /// Into the bound target, before everything else: nothing that is seen lies before the cut.
    void draw(Programs& programs, const Targets& targets);
    /// Into the bound mask: the cuts of the items that `flag` is set for.
    void mark(const std::function<bool(const scene::Item&)>& marked, Programs& programs);
    const Cuts& cuts() const { return cuts_; }

private:
    /// Where one cut's triangles lie in the buffer, and its place in the picture.
    struct Place {
        int fan = 0, fan_count = 0, trace = 0, trace_count = 0;
        gpu::Scissor scissor;
    };
    void lay_out();
    void trace(Programs& programs, Targets& targets);
    void count(const Place& place, gpu::Program& program) const;
    void cover(const Place& place, gpu::State state) const;

    Cuts cuts_;
    scene::ClipPlane plane_;
    std::vector<Place> places_; ///< one for each cut
    gpu::Buffer buffer_;        ///< first two triangles that cover all cuts, then each one's fan and trace
    gpu::VertexArray array_;
};

} // namespace render
