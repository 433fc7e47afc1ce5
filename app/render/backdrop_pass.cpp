#include "render/backdrop_pass.h"

#include "gpu/state.h"

namespace render {

namespace {
/// Texels of the floor: each some 5 cm, less than the edges of shadows on it are wide.
constexpr glm::ivec2 k_floor_size(96);
/// Most that the floor can be dark, as in shaders/floor.frag.
constexpr float k_darkest = 0.31f;
} // namespace

void BackdropPass::prepare(const DrawList& list, const FrameUniforms& frame, const ShadowPass* shadow, glm::ivec2 size,
                           Programs& programs, const gpu::VertexArray& fill) {
    prepare_floor(list, shadow, programs, fill);
    const Key key{frame.inverse_view_projection,
                  frame.background_top,
                  frame.background_bottom,
                  frame.ink,
                  frame.whole,
                  floor_version_};
    if (drawn_ == key && size == size_) return;
    if (size != size_) {
        picture_ = gpu::Texture(gpu::Format::window8, size);
        kept_ = gpu::Framebuffer::with_colour(picture_);
        size_ = size;
    }
    kept_.bind(size);
    draw_behind(list, whole(size), gpu::Depth::off, programs, fill);
    drawn_ = key;
}

void BackdropPass::prepare_floor(const DrawList& list, const ShadowPass* shadow, Programs& programs,
                                 const gpu::VertexArray& fill) {
    const FloorKey key{list.floor, shadow ? shadow->version() : 0};
    if (floor_ == key) return;
    draw_floor(list, shadow, programs, fill);
    floor_ = key;
    ++floor_version_;
}

void BackdropPass::draw_floor(const DrawList& list, const ShadowPass* shadow, Programs& programs,
                              const gpu::VertexArray& fill) {
    if (!darkening_) {
        dark_ = gpu::Texture(gpu::Format::rg8, k_floor_size, true);
        darkening_ = gpu::Framebuffer::with_colour(dark_);
    }
    if (list.floor.w <= 0.0f) return;
    darkening_.bind(k_floor_size);
    gpu::apply({});
    gpu::Program& program = programs.flat(shadow ? Flat::floor : Flat::bare_floor);
    program.use();
    program.set("u_floor", list.floor);
    fill.draw(0, 3);
}

void BackdropPass::draw_behind(const DrawList& list, const Rectangles& parts, gpu::Depth depth, Programs& programs,
                               const gpu::VertexArray& fill) const {
    dark_.bind(1);
    gpu::Program& program = programs.flat(Flat::background);
    program.use();
    program.set("u_floor", glm::vec4(glm::vec3(list.floor), k_darkest * list.floor.w));
    cover(parts, {.depth = depth}, fill);
}

} // namespace render
