#pragma once
// KeptPicture: a picture of which only what changed is drawn again.

#include "gpu/framebuffer.h"
#include "render/renderer.h"
#include "render/scene_change.h"
#include "render/shadow_change.h"

#include <optional>

namespace render {

/// Of scenes that follow one another in a film most pixels stay: those are kept.
class KeptPicture {
public:
    /// Both must outlive it.
    KeptPicture(Renderer& renderer, const mesh::Model& model) : renderer_(renderer), scenes_(model), shadows_(model) {}
    /// As Renderer::draw() of the same, to within single pixels along edges, until the renderer draws something else.
    void draw(const scene::Scene& scene, glm::ivec2 size, bool backdrop, const Quality& quality);
    /// Of the last draw(): the share of the picture in which surfaces had to be drawn, and where it is not as before.
    double share_drawn() const { return share_; }
    const Region& changed() const { return changed_; }

private:
    /// All that a picture goes by besides its scene.
    struct Kind {
        glm::ivec2 size{0};
        bool backdrop = true;
        Quality quality;
        bool operator==(const Kind&) const = default;
    };
    Changes changes_to(const scene::Scene& scene);
    /// With those of the shadow; null: there is none.
    Parts parts_of(Changes changes, const ShadowPass* shadow);

    Renderer& renderer_;
    SceneChanges scenes_;
    ShadowChanges shadows_;
    int shadow_version_ = 0; ///< of the map that `shadows_` was told of
    std::optional<Kind> kind_;
    int draws_ = 0;      ///< what the renderer had drawn when this was its picture
    bool marks_ = false; ///< something was marked
    double share_ = 0.0;
    Region changed_;
};

} // namespace render
