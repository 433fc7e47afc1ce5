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

    void begin(const scene::Scene& scene, const Canvas& canvas, const Quality& quality);
    void draw(Patience& patience, const ChangedParts& changed);
    void prepare();
    Parts parts_to_draw(const ChangedParts& changed);
    void draw(const Parts& parts, Patience& patience);
    void draw_solid(const SurfaceOptions& options, Patience& patience);
    void draw_solid_parts(const Rectangles& parts, const SurfaceOptions& options, Patience& patience);
    void finish_picture(const Rectangles& parts);
    const ShadowPass* shadow_pass() const { return quality.shadow_side > 0 ? &shadow : nullptr; }
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

void Renderer::Impl::begin(const scene::Scene& next, const Canvas& next_canvas, const Quality& next_quality) {
    drawn = false; // stays so when drawing throws
    last_under.reset();
    scene = next;
    canvas = next_canvas;
    size = canvas.size;
    quality = next_quality;
}

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

void Renderer::Impl::draw(Patience& patience, const ChangedParts& changed) {
    clock.begin_frame();
    prepare();
    clock.mark("upload");
    shadow.draw(scene, list, quality, programs, patience, frame);
    const Parts parts = parts_to_draw(changed);
    set_depth_span(list, frame);
    uniforms.replace(gpu::BufferUse::uniforms, std::as_bytes(std::span(&frame, 1)));
    if (!parts.picture.empty()) draw(parts, patience);
    gpu::apply({});
    gpu::unbind_framebuffer();
    gpu::check("Renderer::draw");
}

/// What a cut or a lens changes reaches anywhere, and neither several samples nor sorted layers are kept.
Parts Renderer::Impl::parts_to_draw(const ChangedParts& changed) {
    const Parts all = Parts::all(size);
    const bool was_kept = targets.kept;
    targets.keep(changed && quality.layered && targets.samples == 1 && !scene.clip.on && !scene.depth_of_field);
    if (!changed) return all;
    Parts parts = changed(shadow_pass());
    if (parts.picture.empty() || (was_kept && targets.kept)) return parts;
    return all;
}

void Renderer::Impl::draw(const Parts& parts, Patience& patience) {
    const bool all = parts == Parts::all(size);
    if (!all) limit(list, parts.surfaces, frame.view_projection, size);
    if (canvas.backdrop && all)
        backdrop.prepare(list, frame, shadow_pass(), size, programs, fill);
    else if (canvas.backdrop)
        backdrop.prepare_floor(list, shadow_pass(), programs, fill);
    clock.mark("shadow");
    sections.prepare(scene, list, model, frame.view_projection, programs, targets);
    const SurfaceOptions options{scene.clip.on,  quality.shadow_side > 0, quality.contact_shadow,
                                 quality.relief, quality.layer_relief,    quality.two_moments};
    if (all)
        draw_solid(options, patience);
    else
        draw_solid_parts(parts.surfaces, options, patience);
    if (targets.kept) {
        gpu::apply({}); // a scissor would hold for copies too
        targets.solids.copy_depth_to(targets.depths, parts.surfaces);
        targets.solids.copy_colour_to(targets.copying, parts.finish);
    }
    clock.mark("opaque");
    draw_finish(scene, quality, list, frame.view_projection, parts.finish, programs, targets, fill);
    // what is seen through has no one distance: it stays sharp
    if (scene.depth_of_field && quality.lens) draw_lens(programs, targets, fill);
    clock.mark("hollows and ink");
    shadow.bind(0);
    if (quality.layered)
        draw_transparent(list, options, parts, programs, targets, patience, fill);
    else
        draw_sorted(list, options, programs, targets, patience);
    clock.mark("transparent");
    finish_picture(parts.picture);
    ++draws;
}

/// Into targets.solid(), with its depth.
void Renderer::Impl::draw_solid(const SurfaceOptions& options, Patience& patience) {
    const bool many = targets.samples > 1;
    const gpu::Framebuffer& opaque = many ? targets.many : targets.solid();
    gpu::apply({});
    if (canvas.backdrop && !many) backdrop.copy_to(opaque);
    opaque.bind(size);
    opaque.clear_depth();
    if (!canvas.backdrop) opaque.clear_colour(0, glm::vec4(0.0f));
    shadow.bind(0);
    sections.draw(programs, targets);
    draw_opaque(list, options, programs, patience);
    if (!many) return;
    if (canvas.backdrop) backdrop.draw_behind(list, {{glm::ivec2(0), size}}, gpu::Depth::read_only, programs, fill);
    targets.many.copy_to(targets.picture, size, true, true);
    targets.drop_samples();
}

/// The same in parts: there is no cut, and one sample a pixel.
void Renderer::Impl::draw_solid_parts(const Rectangles& parts, const SurfaceOptions& options, Patience& patience) {
    gpu::apply({});
    targets.solids.bind(size);
    targets.solids.open_depth(parts);
    if (!canvas.backdrop) targets.solids.clear_colour(0, glm::vec4(0.0f), parts);
    shadow.bind(0);
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
        targets.depths.copy_depth_to(targets.picture, Parts::all(size).picture);
    }
    draw_outlines(list, {scene.clip.on, quality.relief}, frame, parts, sections, programs, targets, fill);
    lines.draw(scene, frame.view_projection, parts, programs, targets);
    clock.mark("outlines and lines");
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
        impl.begin(scene, canvas, quality);
        Patience patience(go_on);
        try {
            impl.draw(patience, {});
        } catch (const GivenUp&) {
            gpu::apply({});
            gpu::unbind_framebuffer();
            return {};
        }
        impl.drawn = true;
    }
    return {impl.targets.colour.name(), size};
}

Frame Renderer::draw_changes(const scene::Scene& scene, const Canvas& canvas, const Quality& quality,
                             const ChangedParts& changed) {
    Impl& impl = *impl_;
    impl.begin(scene, canvas, quality);
    Patience patience({});
    impl.draw(patience, changed);
    impl.drawn = true;
    return {impl.targets.colour.name(), canvas.size};
}

Frame Renderer::draw_bare(const scene::Scene& scene, glm::ivec2 size, int samples) {
    Impl& impl = *impl_;
    impl.begin(scene, size, {.samples = samples});
    impl.prepare();
    impl.targets.keep(false);
    ++impl.draws;
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

void Renderer::copy_to(const gpu::Framebuffer& target, glm::ivec2 size, const Rectangles& parts) const {
    impl_->targets.picture.stretch_to(target, impl_->size, size, parts);
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
