#pragma once
// SceneChanges: where pictures of scenes that follow one another may differ, shadows apart. Pure.

#include "mesh/mesh.h"
#include "render/region.h"
#include "scene/scene.h"

#include <optional>

namespace render {

/// How far what changes shows in what lies beside it.
struct Surroundings {
    float hollows = 0.0f; ///< in what is solid, metres
    float marks = 0.0f;   ///< in the finished picture, pixels
};

/// Each a part of the one after it.
struct Changes {
    explicit Changes(glm::ivec2 size) : surfaces(size), finish(size), picture(size) {}
    void add_all();
    bool any = false; ///< something changed, perhaps beside the picture: shadows may
    Region surfaces;  ///< where something moved or has another look
    Region finish;    ///< where hollows may differ
    Region picture;   ///< where lines and marks may
};

class SceneChanges {
public:
    /// `model` must outlive it.
    explicit SceneChanges(const mesh::Model& model) : model_(&model) {}
    /// What changed since the scenes given before in a picture of `size` pixels, with what lies beside it. What moves
    /// less than can be seen counts from where it was last told of.
    Changes to(const scene::Scene& scene, glm::ivec2 size, const Surroundings& around);
    /// The scene given last, but what did not move by as much as can be seen has the shape that it had.
    const scene::Scene& to_draw() const { return drawn_; }
    /// The next change is everything.
    void forget() { told_.reset(); }

private:
    const mesh::Model* model_;
    std::optional<scene::Scene> told_; ///< each vertex where it was last told of
    scene::Scene drawn_;
};

/// Whether something is highlighted, hovered or selected.
bool has_marks(const scene::Scene& scene);

} // namespace render
