// From a scene to a picture, step by step.

#include "gpu/error.h"
#include "gpu/state.h"
#include "render/finish_pass.h"
#include "render/outline_pass.h"
#include "render/renderer_impl.h"

#include <span>
#include <utility>

namespace render {

void Renderer::Impl::begin(const scene::Scene& next, const Canvas& next_canvas, const Quality& next_quality) {
    drawn = false; // stays so when drawing throws
    last_under.reset();
    scene = next;
    canvas = next_canvas;
    size = canvas.size;
    quality = next_quality;
    sample = 0;
    mean.forget();
}

void Renderer::Impl::prepare() {
    targets.prepare(size, quality.samples);
    targets.whole = canvas.whole;
    frame = frame_uniforms(scene, canvas, draws_ink(scene, quality), sample);
    list = draw_list(scene, store, frame.view_projection, view_projection(scene, canvas.whole));
    store.end_frame();
    // the shadow pass asks for the frame's clip plane, so it gets a first version of the block
    uniforms.replace(gpu::BufferUse::uniforms, std::as_bytes(std::span(&frame, 1)));
    uniforms.bind_uniforms(0);
}

void Renderer::Impl::draw(Patience& patience, const ChangedParts& changed) {
    clock.begin_frame();
    prepare();
    clock.mark("upload");
    shadow.draw(scene, list, quality, programs, patience, frame);
    shadow.bind();
    const bool known = std::exchange(all_kept, false) && targets.kept; // stays false when drawing throws
    const Parts parts = parts_to_draw(changed, known);
    set_depth_span(list, frame);
    uniforms.replace(gpu::BufferUse::uniforms, std::as_bytes(std::span(&frame, 1)));
    if (!parts.picture.empty()) draw(parts, patience);
    all_kept = targets.kept && (known || !parts.picture.empty());
    gpu::apply({});
    gpu::unbind_framebuffer();
    gpu::flush(); // software renderers draw while the caller goes on
    gpu::check("Renderer::draw");
}

/// What a cut or a lens changes reaches anywhere, and neither several samples nor sorted layers are kept.
Parts Renderer::Impl::parts_to_draw(const ChangedParts& changed, bool known) {
    const Parts all = Parts::all(size);
    targets.keep(changed && quality.layered && targets.samples == 1 && !scene.clip.on && !scene.depth_of_field);
    if (!changed) return all;
    Parts parts = changed(shadow_pass());
    if (parts.picture.empty() || (known && targets.kept)) return parts;
    return all;
}

void Renderer::Impl::draw(const Parts& parts, Patience& patience) {
    // what is kept is drawn only where it changed, the backdrop with it
    if (targets.kept) limit(list, parts.surfaces, frame.view_projection, size);
    if (keeps_backdrop())
        backdrop.prepare(list, frame, shadow_pass(), size, programs, fill);
    else if (canvas.backdrop)
        backdrop.prepare_floor(list, shadow_pass(), programs, fill);
    clock.mark("shadow");
    sections.prepare(scene, list, model, frame.view_projection, programs, targets);
    const SurfaceOptions options{scene.clip.on,  quality.shadow_side > 0, quality.contact_shadow, quality.even_shadow,
                                 quality.relief, quality.layer_relief,    quality.two_moments};
    if (!targets.kept) {
        draw_solid(options, patience);
    } else {
        draw_solid_parts(parts.surfaces, options, patience);
        gpu::apply({}); // a scissor would hold for copies too
        targets.solids.copy_depth_to(targets.depths, parts.surfaces);
        targets.solids.copy_colour_to(targets.copying, parts.finish);
    }
    clock.mark("opaque");
    draw_finish(scene, quality, list, frame.view_projection, parts.finish, programs, targets, fill);
    // what is seen through has no one distance: it stays sharp
    if (scene.depth_of_field && quality.lens) draw_lens(programs, targets, fill);
    clock.mark("hollows and ink");
    if (quality.layered)
        draw_transparent(list, options, frame.view_projection, parts, programs, targets, patience, fill);
    else
        draw_sorted(list, options, programs, targets, patience);
    clock.mark("transparent");
    finish_picture(parts.picture);
    ++draws;
}

/// Into targets.picture, with its depth.
void Renderer::Impl::draw_solid(const SurfaceOptions& options, Patience& patience) {
    const bool many = targets.samples > 1;
    const gpu::Framebuffer& opaque = many ? targets.many : targets.picture;
    gpu::apply({});
    const bool copied = keeps_backdrop();
    if (copied) backdrop.copy_to(opaque);
    opaque.bind(size);
    opaque.clear_depth();
    if (!canvas.backdrop) opaque.clear_colour(0, glm::vec4(0.0f));
    sections.draw(programs, targets);
    draw_opaque(list, options, programs, patience);
    if (canvas.backdrop && !copied) backdrop.draw_behind(list, whole(size), gpu::Depth::read_only, programs, fill);
    if (!many) return;
    targets.many.copy_to(targets.picture, size, true, true);
    targets.drop_samples();
}

/// The same in parts of targets.solids: there is no cut, and one sample a pixel.
void Renderer::Impl::draw_solid_parts(const Rectangles& parts, const SurfaceOptions& options, Patience& patience) {
    gpu::apply({});
    targets.solids.bind(size);
    targets.solids.open_depth(parts);
    if (!canvas.backdrop) targets.solids.clear_colour(0, glm::vec4(0.0f), parts);
    draw_opaque(list, options, programs, patience);
    if (canvas.backdrop) backdrop.draw_behind(list, parts, gpu::Depth::read_only, programs, fill);
}

/// From what is composed to what is shown.
void Renderer::Impl::finish_picture(const Rectangles& parts) {
    gpu::apply({});
    if (targets.kept)
        targets.copying.copy_colour_to(targets.picture, parts);
    else if (quality.edges)
        targets.copy_picture();
    if (quality.edges) draw_edges(canvas.backdrop, parts, programs, targets, fill);
    clock.mark("edges");
    if (targets.kept) {
        gpu::apply({});
        targets.depths.copy_depth_to(targets.picture, whole(size));
    }
    draw_outlines(list, {scene.clip.on, quality.relief}, frame, parts, sections, programs, targets, fill);
    lines.draw(scene, frame.view_projection, parts, programs, targets);
    clock.mark("outlines and lines");
}

} // namespace render
