#include "render/outline_pass.h"

#include "gpu/state.h"
#include "render/section_geometry.h"

#include <algorithm>
#include <array>

namespace render {

namespace {

/// Why a structure is marked, and how: what is strong in `glow` and `line` is their strength.
struct Mark {
    float (*strength)(const scene::Item&);
    glm::vec4 line, glow; ///< sRGB, strength
    float width;          ///< of the line, pixels at 1000 lines
};

/// A zone is hatched: the glow round each of its lines would be one blot.
float highlighted(const scene::Item& item) { return item.kind == anatomy::Kind::zone ? 0.0f : item.highlight; }
float hovered(const scene::Item& item) { return item.hovered ? 1.0f : 0.0f; }
float selected(const scene::Item& item) { return item.selected ? 1.0f : 0.0f; }

// Spoken of: amber. Hovered: thin and pale, it comes and goes. Selected: the interface's blue.
constexpr std::array<Mark, 3> k_marks = {
    {{highlighted, {0.93f, 0.48f, 0.02f, 0.85f}, {1.0f, 0.58f, 0.06f, 0.34f}, 2.4f},
     {hovered, {0.36f, 0.52f, 0.68f, 0.75f}, {0.45f, 0.68f, 0.92f, 0.25f}, 2.0f},
     {selected, {0.05f, 0.42f, 0.82f, 1.0f}, {0.10f, 0.52f, 0.98f, 0.50f}, 3.4f}}};
constexpr float k_least = 0.01f;
constexpr int k_glow_part = 4; ///< the glow is blurred in this part of the size
/// Between the points that shaders/glow.frag takes on either side, of which there are four, pixels at 1000 lines.
constexpr float k_glow_step = 7.0f, k_glow_reach = 4.5f * k_glow_step;

bool marked(const Draw& draw, const Mark& mark) { return !draw.item->ghost && mark.strength(*draw.item) > k_least; }

void draw_marked(const std::vector<Draw>& draws, const Mark& mark, bool clip, gpu::State state, gpu::Program& program) {
    const bool visible_only = state.depth != gpu::Depth::off;
    program.set("u_mark", visible_only ? glm::vec2(1.0f, 1.0f) : glm::vec2(1.0f, 0.0f));
    for (const Draw& draw : draws) {
        if (!marked(draw, mark)) continue;
        program.set("u_model", draw.item->transform);
        state.cull = draw.cull(clip);
        gpu::apply(state);
        draw.array->draw();
    }
}

/// What of the picture is marked, and how strongly.
struct Place {
    mesh::Bounds bounds;
    float strength = 0.0f;
};

Place place_of(const DrawList& list, const Mark& mark) {
    Place place;
    for (const std::vector<Draw>* draws : {&list.opaque, &list.transparent})
        for (const Draw& draw : *draws) {
            if (!marked(draw, mark)) continue;
            place.bounds.add(draw.world);
            place.strength = std::max(place.strength, mark.strength(*draw.item));
        }
    return place;
}

gpu::Scissor grown(gpu::Scissor scissor, int by, glm::ivec2 size) {
    const glm::ivec2 low = glm::max(scissor.origin - by, glm::ivec2(0));
    const glm::ivec2 high = glm::min(scissor.origin + scissor.size + by, size);
    return {low, glm::max(high - low, glm::ivec2(0))};
}

gpu::Scissor in_glow(const gpu::Scissor& scissor) {
    // one more on every side, which the enlarged picture reads
    const glm::ivec2 low = glm::max(scissor.origin / k_glow_part - 1, glm::ivec2(0));
    return {low, part_of(scissor.origin + scissor.size, k_glow_part) + 1 - low};
}

void blur(const gpu::Scissor& scissor, Programs& programs, Targets& targets, const gpu::VertexArray& fill) {
    const glm::ivec2 part = part_of(targets.size, k_glow_part);
    gpu::Program& program = programs.flat(Flat::glow);
    program.use();
    // wide enough to be seen from the last row: about a fiftieth of the picture
    const float step = static_cast<float>(targets.whole.y) / 1000.0f * k_glow_step;
    const glm::vec2 texel = step / glm::vec2(targets.size);
    gpu::apply({});
    targets.blurring_across.bind(part);
    targets.blurring_across.clear_colour(0, glm::vec4(0.0f));
    gpu::apply({.scissor = in_glow(scissor)});
    targets.mask.bind(0);
    program.set("u_step", glm::vec2(texel.x, 0.0f));
    fill.draw(0, 3);
    targets.blurring.bind(part);
    targets.glow_across.bind(0);
    program.set("u_step", glm::vec2(0.0f, texel.y));
    fill.draw(0, 3);
}

void draw_mask(const DrawList& list, const Mark& mark, bool clip, const gpu::Scissor& scissor, SectionPass& sections,
               Programs& programs, Targets& targets) {
    targets.marks.bind(targets.size);
    gpu::apply({});
    targets.marks.clear_colour(0, glm::vec4(0.0f));
    gpu::Program& program = programs.plain(Plain::mask, clip);
    program.use();
    for (const gpu::Depth depth : {gpu::Depth::off, gpu::Depth::read_only}) {
        // the depth of a resolved picture is that of a sample beside the middle of the pixel: let a surface pass its
        // own
        const gpu::State state{.depth = depth, .scissor = scissor, .depth_slope_bias = -1.5f};
        draw_marked(list.opaque, mark, clip, state, program);
        draw_marked(list.transparent, mark, clip, state, program);
    }
    sections.mark([&](const scene::Item& item) { return mark.strength(item) > k_least; }, programs);
}

} // namespace

int mark_reach(int lines) {
    return static_cast<int>(k_glow_reach * static_cast<float>(lines) / 1000.0f) + 2 * k_glow_part;
}

void draw_outlines(const DrawList& list, const OutlineOptions& options, const FrameUniforms& frame,
                   const Rectangles& parts, SectionPass& sections, Programs& programs, Targets& targets,
                   const gpu::VertexArray& fill) {
    for (const Mark& mark : k_marks) {
        if (mark.strength == highlighted && !options.highlight) continue;
        const Place place = place_of(list, mark);
        if (place.strength <= 0.0f) continue;
        targets.prepare_mask();
        const float scale = static_cast<float>(targets.whole.y) / 1000.0f;
        const int margin = mark_reach(targets.whole.y);
        const gpu::Scissor scissor =
            grown(pixels_of(place.bounds, frame.view_projection, targets.size), margin, targets.size);
        draw_mask(list, mark, options.clip, scissor, sections, programs, targets);
        blur(scissor, programs, targets, fill);
        targets.picture.bind(targets.size);
        targets.mask.bind(0);
        targets.glow.bind(1);
        gpu::Program& outline = programs.flat(Flat::outline);
        outline.use();
        outline.set("u_line", mark.line);
        outline.set("u_glow", mark.glow * glm::vec4(1.0f, 1.0f, 1.0f, place.strength));
        outline.set("u_width", std::max(1.5f, mark.width * scale));
        cover(within(parts, scissor), {.blend = gpu::Blend::over}, fill);
    }
}

} // namespace render
