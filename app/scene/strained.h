#pragma once
// strained: which muscles are shown in strain colours.

#include "scene/build.h"

#include <vector>

namespace scene {

/// Indices into Atlas::muscles, increasing: what the step asks for and the user allows, or every muscle.
std::vector<int> strained_muscles(const lesson::Step& step, const std::optional<tissue::Lock>& lock,
                                  const ViewOptions& options, int muscles);

} // namespace scene
