#include "viewer/scene_ahead.h"

#include "base/parallel.h"

#include <chrono>

namespace viewer {

bool SceneAhead::busy() const {
    return scene_.valid() && scene_.wait_for(std::chrono::seconds(0)) != std::future_status::ready;
}

void SceneAhead::begin(base::Seconds at, const scene::ViewOptions& options) {
    if (busy() || (scene_.valid() && at == at_ && options == options_)) return;
    at_ = at;
    options_ = options;
    scene_ = std::async(std::launch::async, [this] {
        if (meanwhile_ == Meanwhile::waiting) return builder_.build(at_, options_);
        scene::Scene scene;
        base::beside_something([&] { scene = builder_.build(at_, options_); });
        return scene;
    });
}

scene::Scene SceneAhead::take(base::Seconds at, const scene::ViewOptions& options) {
    if (scene_.valid()) {
        scene::Scene scene = scene_.get();
        if (at == at_ && options == options_) return scene;
    }
    return builder_.build(at, options);
}

} // namespace viewer
