#pragma once
// Renderer: Scene -> Frame. Owns every GL object of the 3D picture; needs a current context from platform.

#include "gpu/framebuffer.h"
#include "mesh/mesh.h"
#include "render/canvas.h"
#include "render/parts.h"
#include "render/pass_clock.h"
#include "render/quality.h"
#include "scene/scene.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <glm/vec2.hpp>
#include <memory>
#include <vector>

namespace render {

/// The finished picture: owned by the renderer, valid until the next draw.
struct Frame {
    std::uint32_t texture = 0; ///< GL texture, RGBA8 sRGB-encoded values, first row at the bottom
    glm::ivec2 size{0};
};

class ShadowPass;

/// Asked once the shadow map is drawn, null where there is none: where the picture differs from the one before.
using ChangedParts = std::function<Parts(const ShadowPass* shadow)>;

class Renderer {
public:
    /// Compiles shaders from `shader_folder` and uploads the model, which must outlive the renderer. Throws
    /// base::Failure: file, line, log.
    Renderer(const mesh::Model& model, const std::filesystem::path& shader_folder);
    /// With the shaders of another renderer in the same context: each takes over a megabyte in a software renderer.
    Renderer(const mesh::Model& model, const Renderer& other);
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    /// Draws unless scene, canvas and quality are those of the last call. Size (0,0) draws nothing. The size of the
    /// canvas is that of the frame: who wants `quality.scale` asks for scaled(). While it draws, `go_on` is asked from
    /// time to time; when it says no the picture is given up, what is left of it is lost, and the frame is empty.
    Frame draw(const scene::Scene& scene, const Canvas& canvas, const Quality& quality,
               const std::function<bool()>& go_on = {});

    /// Draws the last picture once more, moved by part of a pixel, and makes it the mean of all that were drawn: edges
    /// lose their stairs, soft shadows their grain. False: there is none, or `go_on` said no and it is as it was.
    bool draw_again(const std::function<bool()>& go_on = {});

    /// Of how many pictures the last frame is the mean; 0: there is none.
    int samples() const;

    /// Draws only parts of the picture again, the rest being as the last call left it; all of it where that is not
    /// known or where no part can be drawn by itself. No parts: nothing is drawn.
    Frame draw_changes(const scene::Scene& scene, const Canvas& canvas, const Quality& quality,
                       const ChangedParts& changed);

    /// The solid items under one light and nothing else, for benchmarks.
    Frame draw_bare(const scene::Scene& scene, glm::ivec2 size, int samples = 1);

    /// Structure index under a pixel of the last frame (0,0 = top left), or -1.
    int pick(glm::ivec2 pixel);

    /// World position under a pixel of the last frame; false where there is nothing.
    bool point_under(glm::ivec2 pixel, glm::vec3& world);

    /// Pixels of the last frame, RGBA8, top row first.
    std::vector<std::uint8_t> read_pixels();

    /// The last frame into colour 0 of `target`, stretched to this size; only these parts of that.
    void copy_to(const gpu::Framebuffer& target, glm::ivec2 size, const Rectangles& parts) const;

    /// How often a picture was really drawn.
    int draws() const;

    /// Shader programs of scenes compiled so far, with those of renderers that share them.
    int programs() const;

    /// Triangles of the last frame that lie in the picture, each once.
    int triangles() const;

    /// Measures the passes of the frames to come.
    void time_passes(Timing timing);
    std::vector<PassTime> pass_times() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// The strain colour map (cividis, Nunez et al. 2018) as sRGB 0..1, for legend and shader alike; t in 0..1, below 0 the
/// colour of slack tissue.
glm::vec3 strain_colour(float t);

} // namespace render
