#pragma once
// BackdropPass: background and floor. They change with the camera and with shadows on the floor alone, so they are kept
// as a picture on which others are drawn; of a picture that is drawn in parts they are parts like the rest.

#include "gpu/vertex_array.h"
#include "render/draw_list.h"
#include "render/frame_uniforms.h"
#include "render/programs.h"
#include "render/shadow_pass.h"

#include <optional>

namespace render {

class BackdropPass {
public:
    /// Draws anew what has changed. Needs the frame's block with the fields of the shadow. `shadow` null: there is
    /// none. `fill` is an empty vertex array.
    void prepare(const DrawList& list, const FrameUniforms& frame, const ShadowPass* shadow, glm::ivec2 size,
                 Programs& programs, const gpu::VertexArray& fill);
    /// The floor alone, for draw_behind().
    void prepare_floor(const DrawList& list, const ShadowPass* shadow, Programs& programs,
                       const gpu::VertexArray& fill);
    /// The whole of it into a target that has one sample a pixel.
    void copy_to(const gpu::Framebuffer& target) const { kept_.copy_to(target, size_, true, false); }
    /// Into these parts of the bound target, where nothing is drawn yet.
    void draw_behind(const DrawList& list, const Rectangles& parts, gpu::Depth depth, Programs& programs,
                     const gpu::VertexArray& fill) const;

private:
    struct Key {
        glm::mat4 sight{1.0f};
        glm::vec4 top{0.0f}, bottom{0.0f}, ink{0.0f}, whole{0.0f};
        int floor = 0; ///< version of it
        bool operator==(const Key&) const = default;
    };
    struct FloorKey {
        glm::vec4 place{0.0f};
        int shadow = 0; ///< version of the map
        bool operator==(const FloorKey&) const = default;
    };
    void draw_floor(const DrawList& list, const ShadowPass* shadow, Programs& programs, const gpu::VertexArray& fill);

    std::optional<Key> drawn_;
    std::optional<FloorKey> floor_;
    int floor_version_ = 0;
    glm::ivec2 size_{0};
    gpu::Texture picture_, dark_; ///< dark_: over the square round DrawList::floor
    gpu::Framebuffer kept_, darkening_;
};

} // namespace render
