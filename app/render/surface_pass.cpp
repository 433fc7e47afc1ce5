#include "render/surface_pass.h"

#include "gpu/state.h"
#include "render/emphasis.h"

#include <algorithm>
#include <glm/geometric.hpp>

namespace render {

namespace {
SurfaceKind kind_of(const scene::Item& item, Layering layering, const SurfaceOptions& options) {
    SurfaceKind kind;
    kind.layering = layering;
    const bool strain = item.colouring == scene::Colouring::strain;
    kind.ghost = item.ghost;
    kind.clip = options.clip;
    kind.strain = item.ghost && strain; // a ghost in strain colours is more than a pane
    kind.two_moments = options.two_moments && layering != Layering::opaque && layering != Layering::over;
    if ((!item.ghost || strain) && layering != Layering::absorbing) {
        kind.material = material_of(item.kind);
        kind.strain = strain;
        kind.shadow = options.shadow;
        kind.contact_shadow = options.contact_shadow;
        kind.even_shadow = options.even_shadow && layering == Layering::opaque;
        kind.relief = layering == Layering::opaque ? options.relief : options.layer_relief;
        kind.vertex_lit = !kind.relief && !strain; // strain has a pattern that must be read
        const bool own = kind.material == Material::muscle || kind.material == Material::furniture;
        if (kind.vertex_lit && !own) kind.material = Material::any;
    }
    return kind;
}

void draw_surface(const Draw& draw, Layering layering, const SurfaceOptions& options, Programs& programs,
                  Patience& patience, gpu::State state) {
    if (draw.left_out) return;
    const scene::Item& item = *draw.item;
    const SurfaceKind kind = kind_of(item, layering, options);
    gpu::Program& program = programs.surface(kind);
    program.use();
    program.set("u_model", item.transform);
    program.set("u_normal", draw.normal);
    program.set("u_colour", glm::vec4(item.colour, std::clamp(item.opacity, 0.0f, 1.0f)));
    if (kind.material == Material::any) program.set("u_material", static_cast<int>(material_of(item.kind)));
    set_emphasis(program, item);
    static const tissue::NodeValues k_unstrained{};
    if (kind.strain) program.set("u_strain", item.shape ? item.shape->strain : k_unstrained);
    const bool half = layering == Layering::absorbing;
    state.scissor = half && draw.place ? divided(*draw.place, 2) : draw.place;
    state.cull = draw.cull(options.clip);
    gpu::apply(state);
    draw.array->draw();
    patience.spend(draw.array->triangles());
}

/// Where the opaque picture ends for sums of half its size: those of a pixel must have all that is seen there.
void find_farthest(const gpu::Framebuffer& absorbing, const Rectangles& parts, Programs& programs,
                   const Targets& targets, const gpu::VertexArray& fill) {
    const Rectangles half = divided(parts, 2);
    absorbing.bind(part_of(targets.size, 2));
    absorbing.open_depth(half);
    targets.depth.bind(0);
    gpu::Program& farthest = programs.flat(Flat::farthest);
    farthest.use();
    cover(half, {.depth = gpu::Depth::less_or_equal, .write_colour = false}, fill);
}
} // namespace

void draw_opaque(const DrawList& list, const SurfaceOptions& options, Programs& programs, Patience& patience) {
    const gpu::State state{.depth = gpu::Depth::less_or_equal};
    for (const Draw& draw : list.opaque) draw_surface(draw, Layering::opaque, options, programs, patience, state);
}

void draw_bare_surfaces(const DrawList& list, Programs& programs) {
    gpu::Program& program = programs.plain(Plain::bare, false);
    program.use();
    for (const Draw& draw : list.opaque) {
        program.set("u_model", draw.item->transform);
        program.set("u_normal", draw.normal);
        program.set("u_colour", glm::vec4(draw.item->colour, 1.0f));
        gpu::apply({.depth = gpu::Depth::less_or_equal, .cull = draw.cull(false)});
        draw.array->draw();
    }
}

void draw_transparent(const DrawList& list, const SurfaceOptions& options, const glm::mat4& view_projection,
                      const Parts& parts, Programs& programs, Targets& targets, Patience& patience,
                      const gpu::VertexArray& fill) {
    const std::vector<Draw>& draws = list.transparent;
    if (draws.empty() && !targets.kept) return;
    gpu::apply({}); // a scissor would hold for clearing too
    targets.prepare_transparency(options.two_moments);
    targets.clear_layers(within(parts.surfaces, targets.layered));
    const gpu::Scissor box = pixels_of(draws, view_projection, targets.size);
    targets.layered = parts == Parts::all(targets.size) ? box : around(targets.layered, box);
    const gpu::Framebuffer& absorbing = options.two_moments ? targets.absorbing_two : targets.absorbing;
    find_farthest(absorbing, parts.surfaces, programs, targets, fill);
    const gpu::State summing{.depth = gpu::Depth::read_only, .blend = gpu::Blend::add};
    for (const Draw& draw : draws) draw_surface(draw, Layering::absorbing, options, programs, patience, summing);

    targets.layers.bind(targets.size);
    if (!options.two_moments) targets.total.bind(1);
    targets.moments.bind(2);
    for (const Draw& draw : draws) draw_surface(draw, Layering::transparent, options, programs, patience, summing);

    targets.composing().bind(targets.size);
    targets.sum.bind(0);
    targets.absorbance.bind(1);
    gpu::Program& composite = programs.flat(Flat::composite);
    composite.use();
    cover(within(parts.finish, targets.layered), {.blend = gpu::Blend::over_premultiplied}, fill);
}

void draw_sorted(const DrawList& list, const SurfaceOptions& options, Programs& programs, Targets& targets,
                 Patience& patience) {
    if (list.transparent.empty()) return;
    std::vector<const Draw*> order;
    for (const Draw& draw : list.transparent) order.push_back(&draw);
    std::stable_sort(order.begin(), order.end(), [](const Draw* a, const Draw* b) { return a->nearest > b->nearest; });
    targets.picture.bind(targets.size);
    const gpu::State over{.depth = gpu::Depth::read_only, .blend = gpu::Blend::over};
    for (const Draw* draw : order) draw_surface(*draw, Layering::over, options, programs, patience, over);
}

void set_depth_span(const DrawList& list, FrameUniforms& frame) {
    float nearest = 1e30f, farthest = -1e30f;
    for (const Draw& draw : list.transparent) {
        const glm::vec3 to_centre = draw.world.centre() - glm::vec3(frame.eye);
        const float middle = glm::dot(to_centre, glm::vec3(frame.gaze));
        nearest = std::min(nearest, draw.nearest);
        farthest = std::max(farthest, 2.0f * middle - draw.nearest);
    }
    frame.depth_span = glm::vec4(std::max(nearest, 0.0f), farthest, 0.0f, 0.0f);
}

} // namespace render
