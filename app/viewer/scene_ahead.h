#pragma once
// SceneAhead: builds the scene that will be drawn next while another one is drawn.

#include "scene/build.h"

#include <future>

namespace viewer {

/// What goes on while a scene is built.
enum class Meanwhile { waiting, drawing };

class SceneAhead {
public:
    /// `builder` must outlive it, and be used by nobody else between begin() and take().
    SceneAhead(scene::Builder& builder, Meanwhile meanwhile) : builder_(builder), meanwhile_(meanwhile) {}

    /// Begins a scene in a thread of its own, unless one is being built.
    void begin(base::Seconds at, const scene::ViewOptions& options);
    /// Whether begin() would do nothing.
    bool busy() const;
    /// The moment that was begun last.
    base::Seconds at() const { return at_; }
    /// The scene: as it was begun, or else built now. The builder's readout is that of this scene.
    scene::Scene take(base::Seconds at, const scene::ViewOptions& options);

private:
    scene::Builder& builder_;
    Meanwhile meanwhile_;
    base::Seconds at_{0}; ///< what was begun
    scene::ViewOptions options_;
    std::future<scene::Scene> scene_;
};

} // namespace viewer
