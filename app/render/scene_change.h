#pragma once
// SceneChanges: where pictures of scenes that follow one another may differ, shadows apart. Pure.

#include "mesh/mesh.h"
#include "render/region.h"
#include "scene/scene.h"

#include <optional>

namespace render {

class SceneChanges {
public:
    /// `model` must outlive it.
    explicit SceneChanges(const mesh::Model& model) : model_(&model) {}
    /// What changed since the scenes given before in a picture of `size` pixels, with all that lies less than so many
    /// metres beside it. What moves less than can be seen counts from where it was last told of.
    Region to(const scene::Scene& scene, glm::ivec2 size, float around);
    /// The next change is everything.
    void forget() { told_.reset(); }

private:
    const mesh::Model* model_;
    std::optional<scene::Scene> told_;
};

} // namespace render
