#pragma once
// Renderer::Impl: what a renderer keeps from one picture to the next. For the renderer's own sources alone.

#include "render/backdrop_pass.h"
#include "render/line_pass.h"
#include "render/mean_pass.h"
#include "render/renderer.h"
#include "render/section_pass.h"
#include "render/shadow_pass.h"
#include "render/surface_pass.h"

#include <array>
#include <memory>
#include <optional>
#include <utility>

namespace render {

struct Renderer::Impl {
    Impl(const mesh::Model& m, std::shared_ptr<Programs> compiled)
        : model(m), shared(std::move(compiled)), programs(*shared), store(m), fill(gpu::VertexArray::create()) {}

    void begin(const scene::Scene& scene, const Canvas& canvas, const Quality& quality);
    void draw(Patience& patience, const ChangedParts& changed);
    void prepare();
    Parts parts_to_draw(const ChangedParts& changed, bool known);
    void draw(const Parts& parts, Patience& patience);
    void draw_solid(const SurfaceOptions& options, Patience& patience);
    void draw_solid_parts(const Rectangles& parts, const SurfaceOptions& options, Patience& patience);
    void finish_picture(const Rectangles& parts);
    bool keeps_backdrop() const {
        return canvas.backdrop && quality.backdrop_kept && !targets.kept && targets.samples == 1;
    }
    const ShadowPass* shadow_pass() const { return quality.shadow_side > 0 ? &shadow : nullptr; }
    bool inside(glm::ivec2 pixel) const {
        return drawn && pixel.x >= 0 && pixel.y >= 0 && pixel.x < size.x && pixel.y < size.y;
    }
    std::array<std::uint32_t, 2> ids(glm::ivec2 pixel);
    std::optional<std::array<std::uint32_t, 2>> cut_ids(glm::ivec2 from_bottom) const;

    const mesh::Model& model;
    std::shared_ptr<Programs> shared;
    Programs& programs; ///< these
    MeshStore store;
    gpu::VertexArray fill; ///< empty: the vertex number alone makes the triangle
    gpu::Buffer uniforms;
    Targets targets;
    ShadowPass shadow;
    BackdropPass backdrop;
    SectionPass sections;
    LinePass lines;
    MeanPass mean;
    PassClock clock;

    bool drawn = false; ///< `scene`, `canvas` and `quality` are those of the picture
    scene::Scene scene;
    Canvas canvas;
    glm::ivec2 size{0}; ///< of the canvas
    Quality quality;
    int sample = 0; ///< of those of which the mean is taken
    FrameUniforms frame;
    DrawList list; ///< points into `scene` and `store`
    int draws = 0;
    bool all_kept = false; ///< what `targets` keep is all of this picture
    struct Under {
        glm::ivec2 pixel;
        std::array<std::uint32_t, 2> ids;
    };
    std::optional<Under> last_under; ///< of the last frame
};

} // namespace render
