#pragma once
// Glass: a sheet that lies over a picture and is drawn on beside it: what stands on it need not be drawn again when the
// picture below moves.

#include "gpu/framebuffer.h"
#include "render/parts.h"
#include "render/paste.h"

namespace render {

class Glass {
public:
    glm::ivec2 size() const { return size_; }
    /// Of another size everything on it is gone. It begins with none.
    void resize(glm::ivec2 size);
    /// Wipes these parts, and draws go to it from now on. Its colours are premultiplied by their alpha.
    void wipe(const Rectangles& parts);
    /// These parts onto what is bound, which has its size: in the place of what is there, or over it.
    void lay(Paste& paste, const Rectangles& parts, gpu::Blend blend) const;

private:
    gpu::Texture colour_;
    gpu::Framebuffer framebuffer_;
    glm::ivec2 size_{0};
};

} // namespace render
