#include "render/outline_pass.h"

#include "gpu/state.h"

#include <algorithm>

namespace render {

namespace {
struct Look {
    bool scene::Item::*flag;
    glm::vec4 line; ///< sRGB, strength
    float width;    ///< pixels at 1000 lines
};
// Selected: the interface's blue. Hovered: thinner and paler, it comes and goes.
constexpr Look k_hovered = {&scene::Item::hovered, {0.36f, 0.52f, 0.68f, 0.75f}, 2.0f};
constexpr Look k_selected = {&scene::Item::selected, {0.05f, 0.42f, 0.82f, 1.0f}, 3.4f};

void mark(const std::vector<Draw>& draws, const Look& look, bool clip, gpu::Program& program, bool visible_only) {
    for (const Draw& draw : draws) {
        if (!(draw.item->*look.flag) || draw.item->ghost) continue;
        program.set("u_model", draw.item->transform);
        program.set("u_mark", visible_only ? glm::vec2(1.0f, 1.0f) : glm::vec2(1.0f, 0.0f));
        gpu::apply({.depth = visible_only ? gpu::Depth::read_only : gpu::Depth::off,
                    .cull = clip            ? gpu::Cull::none
                            : draw.mirrored ? gpu::Cull::front
                                            : gpu::Cull::back});
        draw.array->draw();
    }
}

bool any(const DrawList& list, const Look& look) {
    const auto flagged = [&](const Draw& draw) { return draw.item->*look.flag && !draw.item->ghost; };
    return std::any_of(list.opaque.begin(), list.opaque.end(), flagged) ||
           std::any_of(list.transparent.begin(), list.transparent.end(), flagged);
}
} // namespace

void draw_outlines(const DrawList& list, bool clip, SectionPass& sections, Programs& programs, Targets& targets,
                   const gpu::VertexArray& fill) {
    for (const Look& look : {k_hovered, k_selected}) {
        if (!any(list, look)) continue;
        targets.prepare_mask();
        targets.marks.bind(targets.size);
        gpu::apply({});
        targets.marks.clear_colour(0, glm::vec4(0.0f));
        gpu::Program& program = programs.plain(Plain::mask, clip);
        program.use();
        for (const bool visible_only : {false, true}) {
            mark(list.opaque, look, clip, program, visible_only);
            mark(list.transparent, look, clip, program, visible_only);
        }
        sections.mark(look.flag, programs);
        targets.picture.bind(targets.size);
        targets.mask.bind(0);
        gpu::Program& outline = programs.flat(Flat::outline);
        outline.use();
        outline.set("u_depth", 0.0f);
        outline.set("u_line", look.line);
        outline.set("u_width", std::max(1.5f, look.width * static_cast<float>(targets.whole.y) / 1000.0f));
        gpu::apply({.blend = gpu::Blend::over});
        fill.draw(0, 3);
    }
}

} // namespace render
