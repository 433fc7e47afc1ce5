#include "render/finish_pass.h"

#include "gpu/state.h"
#include "render/section_geometry.h"

namespace render {

namespace {

/// With a program that looks at all of a picture.
void begin(const gpu::Framebuffer& target, glm::ivec2 size, gpu::Program& program) {
    target.bind(size);
    program.use();
}

/// The pixels from `low` to `high`, without the latter.
struct Box {
    glm::ivec2 low{0}, high{0};
    bool empty() const { return low.x >= high.x || low.y >= high.y; }
    /// So many pixels wider on each side, in a target of `size` that has this part of the picture's width and height.
    gpu::Scissor wider(int margin, int divisor, glm::ivec2 size) const {
        const glm::ivec2 from = glm::clamp((low - margin) / divisor, glm::ivec2(0), size);
        return {from, glm::clamp(part_of(high + margin, divisor), from, size) - from};
    }
};
// Each pass reads a little round what it draws, so the one before it draws more.
constexpr int k_hollows_margin = 12, k_even_margin = 4;
/// In clip space, some steps of a depth of 24 bits before where nothing is.
constexpr float k_before_farthest = 0.999999f;

/// Where there can be something solid.
Box solid_box(const DrawList& list, const scene::Scene& scene, const glm::mat4& view_projection, glm::ivec2 size) {
    if (scene.clip.on) return {glm::ivec2(0), size}; // cuts are drawn too
    const gpu::Scissor pixels = pixels_of(list.opaque, view_projection, size);
    return {pixels.origin, pixels.origin + pixels.size};
}

void find_hollows(int taps, const Box& box, const Rectangles& parts, Programs& programs, Targets& targets,
                  const gpu::VertexArray& fill) {
    const glm::ivec2 half = part_of(targets.size, 2);
    const Rectangles half_parts = divided(parts, 2);
    targets.solid_depth().bind(0);
    gpu::Program& occlusion = programs.flat(Flat::occlusion);
    begin(targets.opening, half, occlusion);
    occlusion.set("u_taps", static_cast<float>(taps));
    cover(within(half_parts, box.wider(k_hollows_margin, 2, half)), {}, fill);
    targets.open.bind(1);
    begin(targets.evening, half, programs.flat(Flat::occlusion_blur));
    cover(within(half_parts, box.wider(k_even_margin, 2, half)), {}, fill);
}

} // namespace

bool draws_ink(const scene::Scene& scene, const Quality& quality) { return quality.ink && scene.style.ink.w > 0.0f; }

void draw_finish(const scene::Scene& scene, const Quality& quality, const DrawList& list,
                 const glm::mat4& view_projection, const Rectangles& parts, Programs& programs, Targets& targets,
                 const gpu::VertexArray& fill) {
    const bool hollows = quality.occlusion_taps > 0;
    if (!hollows && !draws_ink(scene, quality)) return;
    const Box box = solid_box(list, scene, view_projection, targets.size);
    if (box.empty()) return;
    targets.prepare_finish();
    if (hollows) {
        find_hollows(quality.occlusion_taps, box, parts, programs, targets, fill);
    } else {
        gpu::apply({});
        targets.evening.bind(part_of(targets.size, 2));
        targets.evening.clear_colour(0, glm::vec4(1.0f));
    }
    targets.solid_depth().bind(0);
    targets.even_open.bind(1);
    gpu::Program& ink = programs.flat(Flat::ink);
    begin(targets.composing(), targets.size, ink);
    // just before the farthest: software renderers skip what fails the test, but not what is discarded
    ink.set("u_depth", k_before_farthest);
    cover(within(parts, box.wider(0, 1, targets.size)),
          {.depth = gpu::Depth::behind, .blend = gpu::Blend::over_premultiplied}, fill);
}

void draw_lens(Programs& programs, Targets& targets, const gpu::VertexArray& fill) {
    gpu::apply({}); // a scissor would hold for the copy too
    targets.copy_picture();
    targets.depth.bind(0);
    targets.copy.bind(1);
    begin(targets.paint, targets.size, programs.flat(Flat::lens));
    fill.draw(0, 3);
}

void draw_edges(bool backdrop, const Rectangles& parts, Programs& programs, const Targets& targets,
                const gpu::VertexArray& fill) {
    targets.copy.bind(1);
    begin(targets.paint, targets.size, programs.flat(backdrop ? Flat::edges : Flat::bare_edges));
    cover(parts, {}, fill);
}

} // namespace render
