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
    void bind(int unit) const { depth_.bind(unit); }
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
        glm::vec4 fade;
        bool operator==(const Caster&) const = default;
    };
    struct Key {
        std::vector<Caster> casters;
        glm::vec3 light{0.0f};
        scene::ClipPlane clip;
        int side = 0;
        bool operator==(const Key&) const = default;
    };
    void prepare(int side);
    glm::mat4 from_world() const;
    void fit(const std::vector<const Draw*>& casters, const glm::vec3& light);
    void draw_map(const scene::Scene& scene, const std::vector<const Draw*>& casters, Programs& programs,
                  Patience& patience);

    Key drawn_;
    int side_ = 0;
    int version_ = 0;
    int age_ = 0; ///< frames in a row that used a map that was no longer true
    gpu::Texture depth_;
    gpu::Framebuffer target_;
    glm::mat4 to_clip_{1.0f};
    float texel_ = 0.0f;
};

} // namespace render
