#pragma once
// LinePass: the scene's polylines over the picture.

#include "gpu/vertex_array.h"
#include "render/line_geometry.h"
#include "render/parts.h"
#include "render/programs.h"
#include "render/targets.h"

namespace render {

class LinePass {
public:
    /// Over these parts of the picture.
    void draw(const scene::Scene& scene, const glm::mat4& view_projection, const Rectangles& parts, Programs& programs,
              const Targets& targets);

private:
    gpu::Buffer buffer_;
    gpu::VertexArray array_;
};

} // namespace render
