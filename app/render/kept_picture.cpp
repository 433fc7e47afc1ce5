#include "render/kept_picture.h"

#include "render/outline_pass.h"
#include "render/shadow_pass.h"

#include <utility>

namespace render {

namespace {
/// How far hollows darken (shaders/occlusion.frag), metres.
constexpr float k_hollow = 0.045f;
/// How wide the edge of a soft shadow is on either side (shaders/shadow.glsl), metres.
constexpr float k_soft_shadow = 0.045f;
/// How far the smoothing of edges looks, pixels.
constexpr int k_edge_reach = 16;
} // namespace

void KeptPicture::draw(const scene::Scene& scene, glm::ivec2 size, bool backdrop, const Quality& quality) {
    Kind kind{size, backdrop, quality};
    kind.quality.shadow_every = 1; // a shadow that lags would be told of too early
    if (kind_ != kind || renderer_.draws() != draws_) scenes_.forget();
    kind_ = kind;
    Canvas canvas(size);
    canvas.backdrop = backdrop;
    try {
        renderer_.draw_changes(scene, canvas, kind.quality,
                               [&](const ShadowPass* shadow) { return parts_of(scene, shadow); });
    } catch (...) {
        scenes_.forget(); // it was told of what is not drawn
        throw;
    }
    draws_ = renderer_.draws();
}

Parts KeptPicture::parts_of(const scene::Scene& scene, const ShadowPass* shadow) {
    const Quality& quality = kind_->quality;
    const glm::ivec2 size = kind_->size;
    const bool marks = std::exchange(marks_, has_marks(scene)) || marks_;
    Changes changes = scenes_.to(
        scene, size,
        {quality.occlusion_taps > 0 ? k_hollow : 0.0f, marks ? static_cast<float>(mark_reach(size.y)) : 0.0f});
    if (shadow && shadow->version() != shadow_version_) {
        changes.surfaces.add(shadows_.to(shadow->map(), scene, size, quality.contact_shadow ? k_soft_shadow : 0.0f));
        shadow_version_ = shadow->version();
        changes.finish.add(changes.surfaces);
    }
    changes.picture.add(changes.finish.grown(k_edge_reach));
    // layers that are sorted can change places anywhere
    if (!quality.layered && !changes.picture.empty()) changes.add_all();
    share_ = changes.surfaces.share();
    changed_ = changes.picture;
    return {changes.surfaces.rectangles(), changes.finish.rectangles(), changes.picture.rectangles()};
}

} // namespace render
