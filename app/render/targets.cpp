#include "render/targets.h"

#include "base/failure.h"

#include <algorithm>

namespace render {

glm::ivec2 part_of(glm::ivec2 size, int divisor) { return (size + divisor - 1) / divisor; }

void Targets::prepare(glm::ivec2 new_size, int new_samples) {
    const int most = gpu::max_target_side();
    if (std::max(new_size.x, new_size.y) > most)
        throw base::Failure("A picture of " + std::to_string(new_size.x) + " x " + std::to_string(new_size.y) +
                            " pixels is more than this graphics driver can draw (" + std::to_string(most) +
                            " a side); ask for a smaller one.");
    if (new_size != size) {
        *this = Targets{};
        size = new_size;
        colour = gpu::Texture(gpu::Format::window8, size, true);
        depth = gpu::Texture(gpu::Format::depth24_stencil8, size);
        picture = gpu::Framebuffer::with_colour_and_depth(colour, depth);
        paint = gpu::Framebuffer::with_colour(colour);
    }
    if (new_samples > 1 && !many) {
        many_colour = gpu::Renderbuffer(gpu::Format::rgba8, size, new_samples);
        many_depth = gpu::Renderbuffer(gpu::Format::depth24_stencil8, size, new_samples);
        many = gpu::Framebuffer::create();
        many.attach_colour(0, many_colour);
        many.attach_depth(many_depth);
        many.finish();
    }
    samples = new_samples;
}

void Targets::drop_samples() {
    many = {};
    many_colour = {};
    many_depth = {};
}

void Targets::prepare_transparency(bool two_moments) {
    gpu::Framebuffer& wanted = two_moments ? absorbing_two : absorbing;
    if (wanted) return;
    if (!layers) prepare_layers();
    wanted = gpu::Framebuffer::create();
    wanted.attach_colour(0, moments);
    if (!two_moments) {
        total = gpu::Texture(gpu::Format::r32f, part_of(size, 2));
        wanted.attach_colour(1, total);
    }
    wanted.attach_depth(farthest);
    wanted.finish();
    // what is new holds anything
    clear_layers(render::whole(size));
    layered = {};
}

void Targets::clear_layers(const Rectangles& parts) const {
    const glm::vec4 nothing(0.0f);
    for (int i = 0; i < 2; ++i) layers.clear_colour(i, nothing, parts);
    const Rectangles half = divided(parts, 2);
    if (absorbing) absorbing.clear_colour(1, nothing, half);
    (absorbing ? absorbing : absorbing_two).clear_colour(0, nothing, half);
}

void Targets::prepare_layers() {
    const glm::ivec2 half = part_of(size, 2);
    moments = gpu::Texture(gpu::Format::rgba32f, half);
    farthest = gpu::Renderbuffer(gpu::Format::depth24, half, 0);
    sum = gpu::Texture(gpu::Format::rgba16f, size);
    absorbance = gpu::Texture(gpu::Format::r16f, size);
    layers = gpu::Framebuffer::create();
    layers.attach_colour(0, sum);
    layers.attach_colour(1, absorbance);
    layers.attach_depth(depth);
    layers.finish();
}

void Targets::prepare_mask() {
    if (marks) return;
    mask = gpu::Texture(gpu::Format::rg8, size, true);
    marks = gpu::Framebuffer::with_colour_and_depth(mask, depth);
    glow_across = gpu::Texture(gpu::Format::rg8, part_of(size, 4), true);
    blurring_across = gpu::Framebuffer::with_colour(glow_across);
    glow = gpu::Texture(gpu::Format::rg8, part_of(size, 4), true);
    blurring = gpu::Framebuffer::with_colour(glow);
}

void Targets::prepare_outlines() {
    if (tracing) return;
    outlines = gpu::Texture(gpu::Format::rgba8, size);
    tracing = gpu::Framebuffer::with_colour(outlines);
}

void Targets::prepare_finish() {
    if (evening) return;
    open = gpu::Texture(gpu::Format::rgba8, part_of(size, 2));
    opening = gpu::Framebuffer::with_colour(open);
    even_open = gpu::Texture(gpu::Format::rgba8, part_of(size, 2));
    evening = gpu::Framebuffer::with_colour(even_open);
}

void Targets::prepare_copy() {
    if (copying) return;
    copy = gpu::Texture(gpu::Format::window8, size);
    copying = gpu::Framebuffer::with_colour_and_depth(copy, depth);
}

void Targets::copy_picture() {
    prepare_copy();
    picture.copy_to(copying, size, true, false);
}

void Targets::keep(bool wanted) {
    kept = wanted;
    if (!kept || solids) return;
    prepare_copy();
    solid_colour = gpu::Texture(gpu::Format::window8, size);
    solids = gpu::Framebuffer::with_colour_and_depth(solid_colour, depth);
    all_depth = gpu::Texture(gpu::Format::depth24_stencil8, size);
    depths = gpu::Framebuffer::with_depth(all_depth);
}

void Targets::prepare_ids() {
    if (picking) return;
    const glm::ivec2 one(1); // nobody points at more than one pixel at once
    ids = gpu::Texture(gpu::Format::rg32ui, one);
    id_depth = gpu::Renderbuffer(gpu::Format::depth24, one, 0);
    picking = gpu::Framebuffer::create();
    picking.attach_colour(0, ids);
    picking.attach_depth(id_depth);
    picking.finish();
}

} // namespace render
