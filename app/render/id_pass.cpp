#include "render/id_pass.h"

#include "gpu/state.h"

namespace render {

namespace {
void draw_ids(const std::vector<Draw>& draws, bool faint, bool clip, gpu::Program& program, gpu::State state) {
    for (const Draw& draw : draws) {
        const scene::Item& item = *draw.item;
        if (item.ghost || (item.opacity < k_clickable_opacity) != faint) continue;
        program.set("u_model", item.transform);
        program.set_id("u_id", static_cast<std::uint32_t>(item.structure + 1));
        state.cull = draw.cull(clip);
        gpu::apply(state);
        draw.array->draw();
    }
}
} // namespace

std::array<std::uint32_t, 2> ids_under(glm::ivec2 pixel, const DrawList& list, bool clip, Programs& programs,
                                       Targets& targets) {
    targets.prepare_ids();
    targets.picking.bind(targets.size, pixel);
    const gpu::State state{.depth = gpu::Depth::less_or_equal};
    gpu::apply(state);
    targets.picking.clear_ids(0);
    targets.picking.clear_depth();
    gpu::Program& program = programs.plain(Plain::ids, clip);
    program.use();
    // faint things first; what is solid then overwrites them wherever it lies
    draw_ids(list.transparent, true, clip, program, state);
    gpu::apply(state);
    targets.picking.clear_depth();
    draw_ids(list.opaque, false, clip, program, state);
    draw_ids(list.transparent, false, clip, program, state);
    const std::array<std::uint32_t, 2> found = targets.picking.read_ids();
    gpu::apply({});
    return found;
}

} // namespace render
