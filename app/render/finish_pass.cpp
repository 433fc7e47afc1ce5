#include "render/finish_pass.h"

#include "gpu/state.h"

namespace render {

namespace {

/// A triangle over the whole of a target.
void cover(const gpu::Framebuffer& target, glm::ivec2 size, gpu::Program& program, const gpu::VertexArray& fill) {
    target.bind(size);
    program.use();
    program.set("u_depth", 0.0f);
    fill.draw(0, 3);
}

void find_hollows(int taps, Programs& programs, Targets& targets, const gpu::VertexArray& fill) {
    const glm::ivec2 half = part_of(targets.size, 2);
    targets.depth.bind(0);
    gpu::Program& occlusion = programs.flat(Flat::occlusion);
    occlusion.use();
    occlusion.set("u_taps", static_cast<float>(taps));
    cover(targets.opening, half, occlusion, fill);
    targets.open.bind(1);
    cover(targets.evening, half, programs.flat(Flat::occlusion_blur), fill);
}

} // namespace

bool draws_ink(const scene::Scene& scene, const Quality& quality) { return quality.ink && scene.style.ink.w > 0.0f; }

void draw_finish(const scene::Scene& scene, const Quality& quality, Programs& programs, Targets& targets,
                 const gpu::VertexArray& fill) {
    const bool hollows = quality.occlusion_taps > 0;
    if (!hollows && !draws_ink(scene, quality)) return;
    targets.prepare_finish();
    gpu::apply({});
    if (hollows) {
        find_hollows(quality.occlusion_taps, programs, targets, fill);
    } else {
        targets.evening.bind(part_of(targets.size, 2));
        targets.evening.clear_colour(0, glm::vec4(1.0f));
    }
    targets.depth.bind(0);
    targets.even_open.bind(1);
    cover(targets.veiling, targets.size, programs.flat(Flat::ink), fill);
    targets.veil.bind(0);
    gpu::apply({.blend = gpu::Blend::over_premultiplied});
    cover(targets.paint, targets.size, programs.flat(Flat::finish), fill);
}

void draw_lens(Programs& programs, Targets& targets, const gpu::VertexArray& fill) {
    targets.prepare_lens();
    targets.picture.copy_to(targets.sharp_copy, targets.size, true, false);
    gpu::apply({});
    targets.depth.bind(0);
    targets.sharp.bind(1);
    cover(targets.paint, targets.size, programs.flat(Flat::lens), fill);
}

} // namespace render
