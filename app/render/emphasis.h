#pragma once
// The light on what the lesson or the user points at.

#include "gpu/program.h"
#include "scene/scene.h"

namespace render {

/// Sets the uniforms of shaders/emphasis.glsl on a program in use.
void set_emphasis(gpu::Program& program, const scene::Item& item);

} // namespace render
