#pragma once
// Targets: everything a picture of one size is drawn into. Parts that a picture does not need are not made.

#include "gpu/framebuffer.h"
#include "render/parts.h"

namespace render {

/// The finished picture, with its depth: single-sampled, and multisampled before it for the opaque pass.
class Targets {
public:
    /// Makes what is not there yet in this size. Throws base::Failure when the size is beyond the driver's.
    void prepare(glm::ivec2 size, int samples);
    /// What has several samples a pixel is large, and not needed once it is resolved.
    void drop_samples();
    void prepare_transparency(bool two_moments);
    /// Sums of layers to 0.
    void clear_layers(const Rectangles& parts) const;
    void prepare_mask();
    void prepare_ids();
    void prepare_outlines();
    void prepare_finish();
    /// Whether parts of this picture can be drawn again: what is solid, composed and finished are kept apart then.
    void keep(bool kept);
    /// The picture as it is now, into `copy`.
    void copy_picture();
    /// Where what is solid is composed with all else but marks and lines ...
    const gpu::Framebuffer& composing() const { return kept ? copying : paint; }
    /// ... and how far what is solid lies, everywhere.
    const gpu::Texture& solid_depth() const { return kept ? all_depth : depth; }

    glm::ivec2 size{0};
    glm::ivec2 whole{0}; ///< size of the picture that this is a part of: widths of lines go by it
    int samples = 1;
    bool kept = false;
    gpu::Texture colour, depth; ///< depth with a stencil, as every target below that shares it
    gpu::Framebuffer picture;   ///< colour, depth
    gpu::Framebuffer paint;     ///< colour alone, for passes that read the depth
    gpu::Renderbuffer many_colour, many_depth;
    gpu::Framebuffer many; ///< the same with several samples a pixel

    gpu::Texture solid_colour;
    gpu::Framebuffer solids; ///< solid_colour, depth: closed where nothing is drawn again
    gpu::Texture all_depth;
    gpu::Framebuffer depths; ///< all_depth

    gpu::Texture moments, total;    ///< half the size
    gpu::Renderbuffer farthest;     ///< the same: depth of the opaque picture
    gpu::Framebuffer absorbing;     ///< moments, total, farthest
    gpu::Framebuffer absorbing_two; ///< the same without the total, which is among the moments
    gpu::Texture sum, absorbance;
    gpu::Framebuffer layers; ///< sum, absorbance; depth of the opaque picture
    gpu::Scissor layered;    ///< where there may be another sum than 0

    gpu::Texture mask;
    gpu::Framebuffer marks; ///< mask; depth of the opaque picture
    gpu::Texture glow_across, glow;
    gpu::Framebuffer blurring_across, blurring; ///< glow_across, glow: a quarter of the size

    gpu::Texture outlines;
    gpu::Framebuffer tracing; ///< outlines

    gpu::Texture open, even_open;
    gpu::Framebuffer opening, evening; ///< open, even_open: half the size

    gpu::Texture copy;
    gpu::Framebuffer copying; ///< copy, depth

    gpu::Texture ids;
    gpu::Renderbuffer id_depth;
    gpu::Framebuffer picking; ///< ids, id_depth

private:
    void prepare_layers();
    void prepare_copy();
};

/// A picture's size divided, rounded up.
glm::ivec2 part_of(glm::ivec2 size, int divisor);

} // namespace render
