#pragma once
// DrawList: the items of a scene that can be seen, sorted into what each pass draws.

#include "gpu/state.h"
#include "mesh/mesh.h"
#include "render/mesh_store.h"
#include "render/parts.h"
#include "scene/scene.h"

#include <glm/mat3x3.hpp>
#include <optional>
#include <vector>

namespace render {

struct Draw {
    const scene::Item* item = nullptr;
    const gpu::VertexArray* array = nullptr;
    glm::mat3 normal{1.0f}; ///< inverse transpose of the item's transform
    bool mirrored = false;  ///< the transform turns counter-clockwise into clockwise
    bool in_picture = true;
    mesh::Bounds world;                ///< box round it in world space
    float nearest = 0.0f;              ///< metres along the gaze from the eye to the box
    std::optional<gpu::Scissor> place; ///< where alone it is drawn
    bool left_out = false;             ///< it lies nowhere where surfaces are drawn
    /// Which sides to leave out; none where one sees `inside`, through a cut.
    gpu::Cull cull(bool inside) const {
        if (inside) return gpu::Cull::none;
        return mirrored ? gpu::Cull::front : gpu::Cull::back;
    }
};

struct DrawList {
    std::vector<Draw> opaque;      ///< in the picture, about front to back
    std::vector<Draw> transparent; ///< in the picture, opacity below 1 or ghost; order of the scene
    std::vector<Draw> casters;     ///< throws a shadow, in the picture or not
    glm::vec4 floor{0.0f};         ///< middle (x, z) and radius of the floor under the room, 1 when there is a room
};

/// `whole` is the view and projection of the picture of which `view_projection` may show a part: what is transparent
/// anywhere in it counts, because the spans of depth of all parts must be the same.
DrawList draw_list(const scene::Scene& scene, MeshStore& store, const glm::mat4& view_projection,
                   const glm::mat4& whole);

/// Round all that they show in a picture of `size` pixels.
gpu::Scissor pixels_of(const std::vector<Draw>& draws, const glm::mat4& view_projection, glm::ivec2 size);

/// Only these parts of a picture of `size` pixels are drawn.
void limit(DrawList& list, const Rectangles& parts, const glm::mat4& view_projection, glm::ivec2 size);

/// Whether no point of the box can be in the picture.
bool outside(const mesh::Bounds& bounds, const glm::mat4& view_projection);

} // namespace render
