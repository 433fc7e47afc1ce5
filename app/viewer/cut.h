#pragma once
// Cut: the plane that --cut asks for, and a camera that looks straight at it.

#include "base/seconds.h"
#include "scene/build.h"
#include "scene/world.h"

#include <string>

namespace viewer {

/// "transverse=690" (millimetres along the room's axis, as on the slider of the window) to a plane that takes away the
/// half in which `eye` is. Throws UsageError.
scene::ClipPlane parse_cut(const std::string& text, const glm::vec3& eye);

/// Parallel view of what the leg's own structures show at the cut of `options` at lesson time `at`.
scene::Camera cut_camera(const scene::World& world, const scene::ViewOptions& options, base::Seconds at);

} // namespace viewer
