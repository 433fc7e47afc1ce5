#pragma once
// PictureMaker: finished pictures without a window: the 3D picture and, where asked for, its captions and labels.

#include "base/seconds.h"
#include "files/load.h"
#include "render/quality.h"
#include "scene/build.h"
#include "scene/world.h"

#include <glm/vec2.hpp>
#include <memory>

namespace viewer {

/// What one picture shows.
struct Shot {
    base::Seconds at{0};
    glm::ivec2 size{1280, 720};
    scene::ViewOptions options;
    bool text = true; ///< captions, labels, legend
    render::Level level = render::Level::full;
};

class PictureMaker {
public:
    /// Opens a windowless context and uploads the model. Throws base::Failure. `world` must outlive it.
    explicit PictureMaker(const scene::World& world);
    ~PictureMaker();
    files::Image make(const Shot& shot);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// "bones,hamstrings,skin=0.3" as layer overrides: named layers shown, all others hidden. Throws UsageError.
std::vector<std::pair<std::string, float>> parse_layers(const anatomy::Atlas& atlas, const std::string& show);

} // namespace viewer
