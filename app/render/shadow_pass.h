#pragma once
// ShadowPass: the depth of what throws a shadow, seen from the key light; drawn again only when that changed.

#include "gpu/framebuffer.h"
#include "render/draw_list.h"
#include "render/frame_uniforms.h"
#include "render/patience.h"
#include "render/programs.h"
#include "render/quality.h"
#include "render/shadow_map.h"

#include <vector>

namespace render {

class ShadowPass {
public:
    /// Draws the map unless nothing it depends on has changed or the last one may still serve, and fills the shadow's
    /// fields of `frame`.
    void draw(const scene::Scene& scene, const DrawList& list, const Quality& quality, Programs& programs,
              Patience& patience, FrameUniforms& frame);
    /// For all passes to come.
    void bind() const { depth_.bind(k_shadow_unit); }
    /// Read back from where it was drawn.
    ShadowMap map() const { return {from_world(), side_, target_.read_depth(glm::ivec2(side_))}; }
    /// Another number each time the map is drawn.
    int version() const { return version_; }

private:
    struct Caster {
        int mesh;
        glm::mat4 transform;
        std::shared_ptr<const scene::Shape> shape;
        float opacity;
        bool operator==(const Caster&) const = default;
    };
    struct Key {
        std::vector<Caster> casters;
        glm::vec3 light{0.0f};
        scene::ClipPlane clip;
        int side = 0;
        bool operator==(const Key&) const = default;
    };
    /// A map of what has not moved from one map to the next, with which those that follow begin.
    struct Still {
        gpu::Texture depth;
        gpu::Framebuffer target;
        glm::mat4 to_clip{1.0f};
        scene::ClipPlane clip;
        std::vector<Caster> casters; ///< empty: there is none
    };
    using Draws = std::vector<const Draw*>;
    static Caster caster_of(const Draw& draw);
    void prepare(int side);
    glm::mat4 from_world() const;
    void fit(const Draws& casters, const glm::vec3& light);
    /// Of `casters`, whose values are those of `now`, what is left to draw after what has not moved since `before`,
    /// which the map then holds.
    Draws begin_map(const scene::Scene& scene, const Key& before, const Key& now, const Draws& casters,
                    Programs& programs, Patience& patience);
    bool serves(const Key& now) const;
    void draw_still(const scene::Scene& scene, const Draws& casters, Programs& programs, Patience& patience);
    void draw_casters(const gpu::Framebuffer& target, const scene::Scene& scene, const Draws& casters,
                      Programs& programs, Patience& patience) const;

    Key drawn_;
    Still still_;
    int side_ = 0;
    int version_ = 0;
    int age_ = 0; ///< frames in a row that used a map that was no longer true
    gpu::Texture depth_;
    gpu::Framebuffer target_;
    glm::mat4 to_clip_{1.0f};
    float texel_ = 0.0f;
};

} // namespace render
