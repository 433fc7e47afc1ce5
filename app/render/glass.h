#pragma once
// Glass: a sheet that lies over a picture and is drawn on beside it: what stands on it need not be drawn again when the
// picture below moves.

#include "gpu/framebuffer.h"
#include "gpu/program.h"
#include "render/parts.h"

#include <filesystem>

namespace render {

class Glass {
public:
    /// Has no size yet. Throws base::Failure as Programs does.
    explicit Glass(const std::filesystem::path& shader_folder);

    glm::ivec2 size() const { return size_; }
    /// Of another size everything on it is gone.
    void resize(glm::ivec2 size);
    /// Wipes these parts, and draws go to it from now on. Its colours are premultiplied by their alpha.
    void wipe(const Rectangles& parts);
    /// These parts onto what is bound, which has its size: in the place of what is there, or over it.
    void lay(const Rectangles& parts, gpu::Blend blend);

private:
    gpu::Program program_;
    gpu::VertexArray fill_;
    gpu::Texture colour_;
    gpu::Framebuffer framebuffer_;
    glm::ivec2 size_{0};
};

} // namespace render
