#include "render/kept_picture.h"

#include "render/frame_uniforms.h"
#include "render/outline_pass.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <utility>

namespace render {

namespace {
/// How far hollows darken (shaders/occlusion.frag), metres.
constexpr float k_hollow = 0.045f;
/// How far from where the map changed a shadow may: soft ones are wide (shaders/shadow.glsl), and so are large
/// triangles whose shadows are told at vertices; else three texels and a small triangle. Metres.
constexpr float k_wide_shadow = 0.045f, k_sharp_shadow = 0.012f;
/// How far the smoothing of edges and the ink look, pixels.
constexpr int k_edge_reach = 16;
/// What moves lies no nearer than this part of the way to what is looked at, or hardly.
constexpr float k_nearest = 0.7f;
/// Targets are made anew for another size, so there are few: pixels.
constexpr int k_size_step = 64;
/// Above this share a part costs as much as the whole.
constexpr double k_most_share = 0.8;

/// Grown to one of few sizes, and to where patterns of several pixels begin.
gpu::Scissor rounded(const gpu::Scissor& box, glm::ivec2 picture) {
    const glm::ivec2 low = box.origin / k_canvas_step * k_canvas_step, high = box.origin + box.size;
    const glm::ivec2 size = glm::min((high - low + k_size_step - 1) / k_size_step * k_size_step, picture);
    const glm::ivec2 beyond = glm::max(low + size - picture, glm::ivec2(0));
    const glm::ivec2 back = (beyond + k_canvas_step - 1) / k_canvas_step * k_canvas_step;
    const glm::ivec2 origin = glm::max(low - back, glm::ivec2(0));
    return {origin, glm::min(glm::max(origin + size, high), picture) - origin};
}

/// In pixels of a part.
std::vector<gpu::Scissor> within(const gpu::Scissor& part, const std::vector<gpu::Scissor>& rectangles) {
    std::vector<gpu::Scissor> inside;
    for (const gpu::Scissor& each : rectangles) {
        const glm::ivec2 low = glm::max(each.origin - part.origin, glm::ivec2(0));
        const glm::ivec2 high = glm::min(each.origin + each.size - part.origin, part.size);
        if (low.x < high.x && low.y < high.y) inside.push_back({low, high - low});
    }
    return inside;
}
} // namespace

void KeptPicture::prepare(const Kind& kind) {
    if (kind_ == kind) return;
    scenes_.forget();
    if (size() != kind.size) {
        gpu::Texture texture(gpu::Format::rgba8, kind.size, true);
        framebuffer_ = gpu::Framebuffer::with_colour(texture);
        texture_ = std::move(texture);
    }
    kind_ = kind;
}

Canvas KeptPicture::canvas(const gpu::Scissor& part) const {
    Canvas canvas(part.origin, part.size, size());
    canvas.backdrop = kind_->backdrop;
    return canvas;
}

void KeptPicture::draw(const scene::Scene& scene, glm::ivec2 size, bool backdrop, const Quality& quality) {
    Kind kind{size, backdrop, quality};
    kind.quality.shadow_every = 1; // a shadow that lags would be told of too early
    prepare(kind);
    try {
        update(scene);
    } catch (...) {
        scenes_.forget(); // it was told of what is not drawn
        throw;
    }
}

void KeptPicture::update(const scene::Scene& scene) {
    const Region changed = changed_by(scene);
    share_ = 0.0;
    if (changed.empty()) return;
    const Region needed = changed.grown(reach(scene));
    share_ = needed.share();
    if (share_ > k_most_share)
        draw_whole(scene);
    else
        draw_part(scene, changed, needed);
}

Region KeptPicture::changed_by(const scene::Scene& scene) {
    const Quality& quality = kind_->quality;
    const bool marks = std::exchange(marks_, has_marks(scene)) || marks_;
    const Surroundings around{quality.occlusion_taps > 0 ? k_hollow : 0.0f,
                              marks ? static_cast<float>(mark_reach(size().y)) : 0.0f};
    Region changed = scenes_.to(scene, size(), around);
    if (quality.shadow_side > 0) {
        const ShadowMap map = renderer_.shadow_map(scene, canvas({glm::ivec2(0), size()}), quality);
        const bool wide = quality.contact_shadow || quality.detail >= mesh::Detail::low;
        changed.add(shadows_.to(map, view_projection(scene, size()), size(), wide ? k_wide_shadow : k_sharp_shadow));
    }
    // layers that are sorted can change places anywhere
    if (!quality.layered && !changed.empty()) changed.add_all();
    return changed.grown(k_edge_reach);
}

int KeptPicture::reach(const scene::Scene& scene) const {
    float around = has_marks(scene) ? static_cast<float>(mark_reach(size().y)) : 0.0f;
    if (kind_->quality.occlusion_taps > 0) {
        const scene::Camera& camera = scene.camera;
        const float away = camera.orthographic ? 1.0f : k_nearest * glm::distance(camera.eye, camera.target);
        around = std::max(around, k_hollow * pixels_at_one_metre(camera, size()) / away);
    }
    return k_edge_reach + static_cast<int>(std::ceil(around));
}

void KeptPicture::draw_whole(const scene::Scene& scene) {
    renderer_.draw(scene, canvas({glm::ivec2(0), size()}), kind_->quality);
    renderer_.copy_part_to(framebuffer_, glm::ivec2(0), glm::ivec2(0), size());
    share_ = 1.0;
}

void KeptPicture::draw_part(const scene::Scene& scene, const Region& changed, const Region& needed) {
    const gpu::Scissor part = rounded(needed.box(), size());
    Canvas there = canvas(part);
    there.left_out = within(part, needed.rest().rectangles());
    renderer_.draw(scene, there, kind_->quality);
    for (const gpu::Scissor& each : changed.rectangles())
        renderer_.copy_part_to(framebuffer_, each.origin - part.origin, each.origin, each.size);
}

void KeptPicture::copy_to(const gpu::Framebuffer& target, glm::ivec2 size) const {
    framebuffer_.stretch_to(target, kind_->size, size);
}

} // namespace render
