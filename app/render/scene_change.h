#pragma once
// SceneChanges: where pictures of scenes that follow one another may differ, shadows apart. Pure.

#include "mesh/mesh.h"
#include "render/region.h"
#include "scene/scene.h"

#include <optional>

namespace render {

/// How far what changes shows in what lies beside it.
struct Surroundings {
    float metres = 0.0f, pixels = 0.0f; ///< whichever is more
};

class SceneChanges {
public:
    /// `model` must outlive it.
    explicit SceneChanges(const mesh::Model& model) : model_(&model) {}
    /// What changed since the scenes given before in a picture of `size` pixels, with what lies beside it. What moves
    /// less than can be seen counts from where it was last told of.
    Region to(const scene::Scene& scene, glm::ivec2 size, const Surroundings& around);
    /// The next change is everything.
    void forget() { told_.reset(); }

private:
    const mesh::Model* model_;
    std::optional<scene::Scene> told_;
};

/// Whether something is highlighted, hovered or selected.
bool has_marks(const scene::Scene& scene);

/// How large a metre is in a picture of `size` pixels, seen from 1 m; from anywhere when the camera is orthographic.
float pixels_at_one_metre(const scene::Camera& camera, glm::ivec2 size);

} // namespace render
