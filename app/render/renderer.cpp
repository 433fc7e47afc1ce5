#include "render/renderer.h"

#include "gpu/error.h"
#include "gpu/state.h"
#include "render/backdrop_pass.h"
#include "render/finish_pass.h"
#include "render/id_pass.h"
#include "render/line_pass.h"
#include "render/outline_pass.h"
#include "render/section_pass.h"
#include "render/shadow_pass.h"
#include "render/surface_pass.h"

#include <bit>
#include <optional>
#include <span>
#include <utility>

namespace render {

struct Renderer::Impl {
    Impl(const mesh::Model& m, std::shared_ptr<Programs> compiled)
        : model(m), shared(std::move(compiled)), programs(*shared), store(m), fill(gpu::VertexArray::create()) {}

    void draw(Patience& patience);
    void prepare();
    void draw_solid(const SurfaceOptions& options, Patience& patience);
    bool inside(glm::ivec2 pixel) const {
        return drawn && pixel.x >= 0 && pixel.y >= 0 && pixel.x < size.x && pixel.y < size.y;
    }
    std::array<std::uint32_t, 2> ids(glm::ivec2 pixel);
    std::optional<std::array<std::uint32_t, 2>> cut_ids(glm::ivec2 from_bottom) const;

    const mesh::Model& model;
    std::shared_ptr<Programs> shared;
    Programs& programs; ///< these
    MeshStore store;
    gpu::VertexArray fill; ///< empty: the vertex number alone makes the triangle
    gpu::Buffer uniforms;
    Targets targets;
    ShadowPass shadow;
    BackdropPass backdrop;
    SectionPass sections;
    LinePass lines;
    PassClock clock;

    bool drawn = false; ///< `scene`, `canvas` and `quality` are those of the picture
    scene::Scene scene;
    Canvas canvas;
    glm::ivec2 size{0}; ///< of the canvas
    Quality quality;
    FrameUniforms frame;
    DrawList list; ///< points into `scene` and `store`
    int draws = 0;
    struct Under {
        glm::ivec2 pixel;
        std::array<std::uint32_t, 2> ids;
    };
    std::optional<Under> last_under; ///< of the last frame
};

void Renderer::Impl::prepare() {
    targets.prepare(size, quality.samples);
    targets.whole = canvas.whole;
    frame = frame_uniforms(scene, canvas, draws_ink(scene, quality));
    list = draw_list(scene, store, frame.view_projection, view_projection(scene, canvas.whole));
    store.end_frame();
    // the shadow pass asks for the frame's clip plane, so it gets a first version of the block
    uniforms.replace(gpu::BufferUse::uniforms, std::as_bytes(std::span(&frame, 1)));
    uniforms.bind_uniforms(0);
}

void Renderer::Impl::draw(Patience& patience) {
    clock.begin_frame();
    prepare();
    clock.mark("upload");
    shadow.draw(scene, list, quality, programs, patience, frame);
    set_depth_span(list, frame);
    uniforms.replace(gpu::BufferUse::uniforms, std::as_bytes(std::span(&frame, 1)));
    if (canvas.backdrop)
        backdrop.prepare(list, frame, quality.shadow_side > 0 ? &shadow : nullptr, size, programs, fill);
    clock.mark("shadow");

    sections.prepare(scene, list, model, frame.view_projection, programs, targets);
    const SurfaceOptions options{scene.clip.on,  quality.shadow_side > 0, quality.contact_shadow,
                                 quality.relief, quality.layer_relief,    quality.two_moments};
    draw_solid(options, patience);
    clock.mark("opaque");
    draw_finish(scene, quality, list, frame.view_projection, programs, targets, fill);
    // what is seen through has no one distance: it stays sharp
    if (scene.depth_of_field && quality.lens) draw_lens(programs, targets, fill);
    clock.mark("hollows and ink");
    shadow.bind(0);
    if (quality.layered)
        draw_transparent(list, options, programs, targets, patience, fill);
    else
        draw_sorted(list, options, programs, targets, patience);
    clock.mark("transparent");
    if (quality.edges) draw_edges(canvas.backdrop, programs, targets, fill);
    clock.mark("edges");
    draw_outlines(list, {scene.clip.on, quality.relief}, frame, sections, programs, targets, fill);
    lines.draw(scene, frame.view_projection, programs, targets);
    clock.mark("outlines and lines");
    gpu::apply({});
    gpu::unbind_framebuffer();
    gpu::check("Renderer::draw");
    ++draws;
}

/// Into `targets.picture`, with its depth.
void Renderer::Impl::draw_solid(const SurfaceOptions& options, Patience& patience) {
    const bool many = targets.samples > 1;
    const gpu::Framebuffer& opaque = many ? targets.many : targets.picture;
    gpu::apply({});
    if (canvas.backdrop && !many) backdrop.copy_to(targets.picture);
    opaque.bind(size);
    opaque.clear_depth();
    if (!canvas.left_out.empty()) opaque.close_depth(canvas.left_out);
    if (!canvas.backdrop) opaque.clear_colour(0, glm::vec4(0.0f));
    shadow.bind(0);
    sections.draw(programs, targets);
    draw_opaque(list, options, programs, patience);
    if (!many) return;
    gpu::apply({.depth = gpu::Depth::read_only});
    if (canvas.backdrop) backdrop.draw_behind(list, programs, fill);
    targets.many.copy_to(targets.picture, size, true, true);
    targets.drop_samples();
}

std::array<std::uint32_t, 2> Renderer::Impl::ids(glm::ivec2 pixel) {
    if (last_under && last_under->pixel == pixel) return last_under->ids;
    uniforms.bind_uniforms(0);
    const glm::ivec2 from_bottom(pixel.x, size.y - 1 - pixel.y);
    std::array<std::uint32_t, 2> found{};
    if (const auto cut = cut_ids(from_bottom)) {
        found = *cut;
    } else {
        found = ids_under(from_bottom, list, scene.clip.on, programs, targets);
        gpu::unbind_framebuffer();
        gpu::check("Renderer::pick");
    }
    last_under = Under{pixel, found};
    return found;
}

/// Nothing that is drawn lies before the cut, so a line of sight that meets it there ends there.
std::optional<std::array<std::uint32_t, 2>> Renderer::Impl::cut_ids(glm::ivec2 from_bottom) const {
    if (sections.cuts().all().empty()) return std::nullopt;
    const glm::vec2 at = (glm::vec2(from_bottom) + 0.5f) / glm::vec2(size) * 2.0f - 1.0f;
    const auto unproject = [&](float depth) {
        const glm::vec4 p = frame.inverse_view_projection * glm::vec4(at, depth, 1.0f);
        return glm::vec3(p) / p.w;
    };
    const glm::vec3 near = unproject(-1.0f), far = unproject(1.0f);
    const float before = glm::dot(scene.clip.normal, near) - scene.clip.offset;
    const float behind = glm::dot(scene.clip.normal, far) - scene.clip.offset;
    if (before <= 0.0f || behind >= 0.0f) return std::nullopt;
    const glm::vec3 point = near + (far - near) * (before / (before - behind));
    const Cut* cut = cut_under(sections.cuts().all(), scene.clip, point);
    if (!cut) return std::nullopt;
    const glm::vec4 clip = frame.view_projection * glm::vec4(point, 1.0f);
    const float depth = clip.z / clip.w * 0.5f + 0.5f;
    return std::array{static_cast<std::uint32_t>(cut->item->structure + 1), std::bit_cast<std::uint32_t>(depth)};
}

Renderer::Renderer(const mesh::Model& model, const std::filesystem::path& shader_folder)
    : impl_(std::make_unique<Impl>(model, std::make_shared<Programs>(shader_folder))) {}

Renderer::Renderer(const mesh::Model& model, const Renderer& other)
    : impl_(std::make_unique<Impl>(model, other.impl_->shared)) {}

Renderer::~Renderer() = default;

Frame Renderer::draw(const scene::Scene& scene, const Canvas& canvas, const Quality& quality,
                     const std::function<bool()>& go_on) {
    Impl& impl = *impl_;
    const glm::ivec2 size = canvas.size;
    if (size.x <= 0 || size.y <= 0) {
        impl.drawn = false;
        return {};
    }
    const bool same = impl.drawn && impl.canvas == canvas && impl.quality == quality && impl.scene == scene;
    if (!same) {
        impl.drawn = false; // stays so when drawing throws
        impl.last_under.reset();
        impl.scene = scene;
        impl.canvas = canvas;
        impl.size = size;
        impl.quality = quality;
        Patience patience(go_on);
        try {
            impl.draw(patience);
        } catch (const GivenUp&) {
            gpu::apply({});
            gpu::unbind_framebuffer();
            return {};
        }
        impl.drawn = true;
    }
    return {impl.targets.colour.name(), size};
}

Frame Renderer::draw_bare(const scene::Scene& scene, glm::ivec2 size, int samples) {
    Impl& impl = *impl_;
    impl.drawn = false;
    impl.last_under.reset();
    impl.scene = scene;
    impl.canvas = size;
    impl.size = size;
    impl.quality = Quality{.samples = samples};
    impl.prepare();
    const gpu::Framebuffer& target = samples > 1 ? impl.targets.many : impl.targets.picture;
    target.bind(size);
    gpu::apply({});
    target.clear_colour(0, glm::vec4(scene.style.background_top, 1.0f));
    target.clear_depth();
    draw_bare_surfaces(impl.list, impl.programs);
    if (samples > 1) target.copy_to(impl.targets.picture, size, true, true);
    gpu::unbind_framebuffer();
    gpu::check("Renderer::draw_bare");
    return {impl.targets.colour.name(), size};
}

int Renderer::pick(glm::ivec2 pixel) {
    if (!impl_->inside(pixel)) return -1;
    return static_cast<int>(impl_->ids(pixel)[0]) - 1;
}

bool Renderer::point_under(glm::ivec2 pixel, glm::vec3& world) {
    Impl& impl = *impl_;
    if (!impl.inside(pixel)) return false;
    const std::array<std::uint32_t, 2> under = impl.ids(pixel);
    // items without a structure have id 0 but a depth; nothing at all leaves both 0
    if (under[1] == 0) return false;
    const glm::vec2 at((static_cast<float>(pixel.x) + 0.5f) / static_cast<float>(impl.size.x),
                       1.0f - (static_cast<float>(pixel.y) + 0.5f) / static_cast<float>(impl.size.y));
    const glm::vec4 clip(glm::vec3(at, std::bit_cast<float>(under[1])) * 2.0f - 1.0f, 1.0f);
    const glm::vec4 point = impl.frame.inverse_view_projection * clip;
    world = glm::vec3(point) / point.w;
    return true;
}

std::vector<std::uint8_t> Renderer::read_pixels() {
    Impl& impl = *impl_;
    if (!impl.drawn) return {};
    return impl.targets.picture.read_rgba(impl.size);
}

void Renderer::copy_to(const gpu::Framebuffer& target, glm::ivec2 size) const {
    impl_->targets.picture.stretch_to(target, impl_->size, size);
}

void Renderer::copy_part_to(const gpu::Framebuffer& target, glm::ivec2 from, glm::ivec2 to, glm::ivec2 size) const {
    impl_->targets.picture.copy_part_to(target, from, to, size);
}

ShadowMap Renderer::shadow_map(const scene::Scene& scene, const Canvas& canvas, const Quality& quality) {
    Impl& impl = *impl_;
    impl.drawn = false;
    impl.last_under.reset();
    FrameUniforms frame = frame_uniforms(scene, canvas, false);
    const DrawList list = draw_list(scene, impl.store, frame.view_projection, frame.view_projection);
    impl.uniforms.replace(gpu::BufferUse::uniforms, std::as_bytes(std::span(&frame, 1)));
    impl.uniforms.bind_uniforms(0);
    Patience patience({});
    impl.shadow.draw(scene, list, quality, impl.programs, patience, frame);
    impl.store.end_frame();
    gpu::apply({});
    gpu::unbind_framebuffer();
    gpu::check("Renderer::shadow_map");
    return {frame.world_to_shadow, quality.shadow_side, impl.shadow.read()};
}

int Renderer::draws() const { return impl_->draws; }

int Renderer::triangles() const {
    int count = 0;
    for (const std::vector<Draw>* draws : {&impl_->list.opaque, &impl_->list.transparent})
        for (const Draw& draw : *draws) count += draw.array->triangles();
    return count;
}

void Renderer::time_passes(Timing timing) { impl_->clock.time(timing); }

std::vector<PassTime> Renderer::pass_times() const { return impl_->clock.read(); }

} // namespace render
