#pragma once
// Readout: the numbers behind a scene, for panels and the audit.

#include "lesson/sample.h"
#include "scene/hands.h"
#include "scene/scene.h"
#include "tissue/tissue_state.h"

#include <glm/vec3.hpp>
#include <memory>
#include <optional>
#include <vector>

namespace scene {

struct Readout {
    lesson::Sample sample;
    tissue::TissueState tissue;
    std::optional<tissue::MuscleState> unlocked; ///< the locked muscle at the same pose without its lock
    std::vector<PlacedHand> hands;
    std::shared_ptr<const Shape> skin; ///< as the hands have shaped it; null when the model has none
    std::optional<glm::vec3> lock_at;  ///< where the lock touches the skin, world space
};

} // namespace scene
