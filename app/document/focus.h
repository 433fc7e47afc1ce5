#pragma once
// Where structures are at a time of the lesson, near enough to aim a camera at.

#include "base/seconds.h"
#include "scene/world.h"

#include <glm/vec3.hpp>
#include <optional>

namespace document {

/// World space, metres.
struct Sphere {
    glm::vec3 centre{0.0f};
    float radius = 0.0f;
};

/// Round the structure at `at`: its mesh in rest, carried by its bone (a muscle by the thigh).
/// Without a structure, or for one without a mesh: round the whole leg.
Sphere sphere_of(const scene::World& world, std::optional<int> structure, base::Seconds at);

/// Round the landmark or zone at `at`.
Sphere sphere_of_region(const scene::World& world, int region, base::Seconds at);

} // namespace document
