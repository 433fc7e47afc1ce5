#pragma once
// ShadowChanges: where the pictures of shadow maps that follow one another may differ. Pure.

#include "mesh/mesh.h"
#include "render/region.h"
#include "render/shadow_map.h"
#include "scene/scene.h"

#include <glm/vec2.hpp>
#include <optional>
#include <utility>

namespace render {

class ShadowChanges {
public:
    /// `model` must outlive it.
    explicit ShadowChanges(const mesh::Model& model) : model_(&model) {}
    /// Where in a picture of `size` pixels a shadow may have come or gone on what the scene shows or on the floor.
    /// Shadows are `softness` metres wide, beside what all of them are. A step or two of depth counts from where it was
    /// last told of.
    Region to(const ShadowMap& map, const scene::Scene& scene, glm::ivec2 size, float softness);
    /// To count from this one.
    void tell(ShadowMap map) { told_ = std::move(map); }

private:
    const mesh::Model* model_;
    std::optional<ShadowMap> told_;
};

} // namespace render
