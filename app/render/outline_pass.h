#pragma once
// OutlinePass: a line and a glow round what is selected, hovered or spoken of, fainter where others hide it.

#include "render/draw_list.h"
#include "render/frame_uniforms.h"
#include "render/programs.h"
#include "render/section_pass.h"
#include "render/targets.h"

namespace render {

struct OutlineOptions {
    bool clip = false;
    bool highlight = true; ///< also a glow round what the lesson speaks of
};

/// How far a mark shows round what it marks, pixels of a picture with so many lines.
int mark_reach(int lines);

/// Over these parts of the picture.
void draw_outlines(const DrawList& list, const OutlineOptions& options, const FrameUniforms& frame,
                   const Rectangles& parts, SectionPass& sections, Programs& programs, Targets& targets,
                   const gpu::VertexArray& fill);

} // namespace render
