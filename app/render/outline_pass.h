#pragma once
// OutlinePass: a soft line round selected and hovered structures, fainter where others hide them.

#include "render/draw_list.h"
#include "render/programs.h"
#include "render/section_pass.h"
#include "render/targets.h"

namespace render {

void draw_outlines(const DrawList& list, bool clip, SectionPass& sections, Programs& programs, Targets& targets,
                   const gpu::VertexArray& fill);

} // namespace render
