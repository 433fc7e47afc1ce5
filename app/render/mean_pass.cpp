#include "render/mean_pass.h"

#include "gpu/state.h"

namespace render {

void MeanPass::add(const Targets& targets, glm::ivec2 shift, Programs& programs, const gpu::VertexArray& fill) {
    if (size_ != targets.size) {
        // eight bits would be rounded at each picture
        mean_ = gpu::Texture(gpu::Format::rgba16f, targets.size);
        summing_ = gpu::Framebuffer::with_colour(mean_);
        size_ = targets.size;
    }
    gpu::apply({});
    if (count_++ == 0) {
        targets.picture.copy_to(summing_, size_, true, false);
        return;
    }
    summing_.bind(size_);
    gpu::Program& program = programs.flat(Flat::mean);
    program.use();
    program.set("u_shift", glm::vec2(shift));
    targets.colour.bind(1);
    cover(whole(size_), {.blend = gpu::Blend::mix, .share = 1.0f / static_cast<float>(count_)}, fill);
}

} // namespace render
