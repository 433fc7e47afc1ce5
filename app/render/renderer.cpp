#include "render/renderer.h"

#include "gpu/error.h"
#include "gpu/state.h"
#include "render/renderer_impl.h"

#include <algorithm>
#include <utility>

namespace render {

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

bool Renderer::draw_again(const std::function<bool()>& go_on) {
    Impl& impl = *impl_;
    if (!impl.drawn) return false;
    if (impl.mean.count() == 0) impl.mean.add(impl.targets, shift_of(0), impl.programs, impl.fill);
    impl.sample = impl.mean.count();
    Patience patience(go_on);
    bool finished = true;
    try {
        impl.draw(patience, {});
        impl.mean.add(impl.targets, shift_of(impl.sample), impl.programs, impl.fill);
    } catch (const GivenUp&) {
        finished = false;
    }
    gpu::apply({});
    impl.mean.show(impl.targets);
    gpu::unbind_framebuffer();
    gpu::check("Renderer::draw_again");
    return finished;
}

int Renderer::samples() const { return impl_->drawn ? std::max(1, impl_->mean.count()) : 0; }

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

std::vector<std::uint8_t> Renderer::read_pixels() {
    Impl& impl = *impl_;
    if (!impl.drawn) return {};
    return impl.targets.picture.read_rgba(impl.size);
}

void Renderer::copy_to(const gpu::Framebuffer& target, glm::ivec2 size, const Rectangles& parts) const {
    const Targets& targets = impl_->targets;
    if (size == impl_->size) {
        targets.picture.copy_colour_to(target, parts);
        return;
    }
    // not as a copy, which software renderers stretch more slowly
    target.bind(size);
    targets.colour.bind(0);
    impl_->programs.paste().lay(parts, size, {});
    gpu::unbind_framebuffer();
}

int Renderer::draws() const { return impl_->draws; }

int Renderer::programs() const { return impl_->programs.count(); }

int Renderer::triangles() const {
    int count = 0;
    for (const std::vector<Draw>* draws : {&impl_->list.opaque, &impl_->list.transparent})
        for (const Draw& draw : *draws) count += draw.array->triangles();
    return count;
}

void Renderer::time_passes(Timing timing) { impl_->clock.time(timing); }

std::vector<PassTime> Renderer::pass_times() const { return impl_->clock.read(); }

} // namespace render
