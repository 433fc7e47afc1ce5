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
        const Changes changes = changes_to(scene);
        share_ = 0.0;
        changed_ = Region(size);
        if (!changes.any) return;
        renderer_.draw_changes(scenes_.to_draw(), canvas, kind.quality,
                               [&](const ShadowPass* shadow) { return parts_of(changes, shadow); });
    } catch (...) {
        scenes_.forget(); // it was told of what is not drawn
        throw;
    }
    draws_ = renderer_.draws();
}

Changes KeptPicture::changes_to(const scene::Scene& scene) {
    const bool marks = std::exchange(marks_, has_marks(scene)) || marks_;
    return scenes_.to(scene, kind_->size,
                      {kind_->quality.occlusion_taps > 0 ? k_hollow : 0.0f,
                       marks ? static_cast<float>(mark_reach(kind_->size.y)) : 0.0f});
}

Parts KeptPicture::parts_of(Changes changes, const ShadowPass* shadow) {
    const Quality& quality = kind_->quality;
    if (shadow && shadow->version() != shadow_version_) {
        shadow_version_ = shadow->version();
        const float softness = quality.contact_shadow ? k_soft_shadow : 0.0f;
        if (changes.surfaces.share() == 1.0)
            shadows_.tell(shadow->map());
        else
            changes.surfaces.add(shadows_.to(shadow->map(), scenes_.to_draw(), kind_->size, softness));
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
