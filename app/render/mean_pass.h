#pragma once
// MeanPass: several pictures of one scene as one, each moved by part of a pixel: edges lose their stairs and thin lines
// their dots, soft shadows their grain.

#include "gpu/framebuffer.h"
#include "gpu/vertex_array.h"
#include "render/programs.h"
#include "render/targets.h"

namespace render {

class MeanPass {
public:
    /// Pictures that were taken in.
    int count() const { return count_; }
    void forget() { count_ = 0; }
    /// Takes in the picture of `targets`, which lies so many pixels too far to the right and up; the first does not.
    void add(const Targets& targets, glm::ivec2 shift, Programs& programs, const gpu::VertexArray& fill);
    /// The mean, as the picture of `targets`, which is one that was taken in or would have been.
    void show(const Targets& targets) const { summing_.copy_to(targets.picture, targets.size, true, false); }

private:
    gpu::Texture mean_;
    gpu::Framebuffer summing_;
    glm::ivec2 size_{0};
    int count_ = 0;
};

} // namespace render
