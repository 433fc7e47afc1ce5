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
    KeptPicture(Renderer& renderer, const mesh::Model& model) : renderer_(renderer), scenes_(model) {}
    /// As Renderer::draw() of the same, to within single pixels along edges; `size` is that of the whole picture.
    void draw(const scene::Scene& scene, glm::ivec2 size, bool backdrop, const Quality& quality);
    /// Into colour 0 of `target`, stretched to this size.
    void copy_to(const gpu::Framebuffer& target, glm::ivec2 size) const;
    /// RGBA8, top row first.
    std::vector<std::uint8_t> read_pixels() const { return framebuffer_.read_rgba(size()); }
    /// Of the last draw(): what had to be drawn, of all.
    double share_drawn() const { return share_; }

private:
    /// All that a picture goes by besides its scene.
    struct Kind {
        glm::ivec2 size{0};
        bool backdrop = true;
        Quality quality;
        bool operator==(const Kind&) const = default;
    };
    glm::ivec2 size() const { return kind_ ? kind_->size : glm::ivec2(0); }
    void prepare(const Kind& kind);
    void update(const scene::Scene& scene);
    Region changed_by(const scene::Scene& scene);
    /// How far what is drawn must be seen round it, pixels.
    int reach(const scene::Scene& scene) const;
    Canvas canvas(const gpu::Scissor& part) const;
    void draw_whole(const scene::Scene& scene);
    void draw_part(const scene::Scene& scene, const Region& changed, const Region& needed);

    Renderer& renderer_;
    SceneChanges scenes_;
    ShadowChanges shadows_;
    std::optional<Kind> kind_;
    gpu::Texture texture_;
    gpu::Framebuffer framebuffer_;
    bool marks_ = false; ///< something was marked
    double share_ = 0.0;
};

} // namespace render
