#pragma once
// LinePass: the scene's polylines over the picture.

#include "gpu/vertex_array.h"
#include "render/line_geometry.h"
#include "render/programs.h"
#include "render/targets.h"

namespace render {

class LinePass {
public:
    void draw(const scene::Scene& scene, const glm::mat4& view_projection, Programs& programs, const Targets& targets);

private:
    gpu::Buffer buffer_;
    gpu::VertexArray array_;
};

} // namespace render
