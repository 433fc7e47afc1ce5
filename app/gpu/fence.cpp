#include "gpu/fence.h"

#include <epoxy/gl.h>

namespace gpu {

Fence Fence::here() {
    Fence fence;
    fence.sync_ = glFenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
    glFlush();
    return fence;
}

Fence::~Fence() {
    if (sync_) glDeleteSync(static_cast<GLsync>(sync_));
}

void Fence::wait() const {
    constexpr GLuint64 k_second = 1'000'000'000;
    if (sync_) glClientWaitSync(static_cast<GLsync>(sync_), 0, k_second);
}

} // namespace gpu
