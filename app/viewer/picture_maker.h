#pragma once
// PictureMaker: finished pictures without a window: the 3D picture and, where asked for, its captions and labels.

#include "base/seconds.h"
#include "files/load.h"
#include "render/quality.h"
#include "scene/build.h"
#include "scene/world.h"
#include "viewer/tiles.h"

#include <functional>
#include <glm/vec2.hpp>
#include <memory>

namespace viewer {

/// What one picture shows.
struct Shot {
    base::Seconds at{0};
    glm::ivec2 size{1280, 720};
    scene::ViewOptions options;
    bool text = true;         ///< captions, labels, legend
    bool transparent = false; ///< background and floor left out
    render::Level level = render::Level::full;
    int samples = 1;                       ///< pictures, each moved by part of a pixel, of which the mean is taken
    int most_pixels = TileLimits{}.pixels; ///< a larger picture is drawn in tiles, each at its own size at any level
};

class PictureMaker {
public:
    /// Opens a windowless context and uploads the model. Throws base::Failure. `world` must outlive it.
    explicit PictureMaker(const scene::World& world);
    ~PictureMaker();
    /// Straight alpha. A picture in tiles calls `tile_done` with their number after each. The scene of `next`, where
    /// one is to follow, is built meanwhile. Throws base::Failure.
    files::Image make(const Shot& shot, const std::function<void(int tiles)>& tile_done = {},
                      const Shot* next = nullptr);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// "bones,hamstrings,skin=0.3" as layer overrides: named layers shown, all others hidden. Throws UsageError.
std::vector<std::pair<std::string, float>> parse_layers(const anatomy::Atlas& atlas, const std::string& show);

} // namespace viewer
