#pragma once
// Rungs: what is open, once for each level of detail in which it is drawn: coarse while it moves, fine when it stands.

#include "render/renderer.h"
#include "scene/build.h"
#include "viewer/command_line.h"

#include <array>
#include <memory>
#include <optional>

namespace viewer {

/// The world at one level of detail, and what turns it into pictures.
struct Rung {
    /// `other`: another that is open; they share their shaders.
    Rung(scene::World loaded, const Rung* other);
    scene::World world;
    scene::Builder builder;
    render::Renderer renderer; ///< needs a current context, as do all renderers
};

class Rungs {
public:
    /// Loads nothing yet. A model of the user's own has one level only.
    explicit Rungs(Inputs inputs);

    /// The rung of a level of detail, or of the only one there is; loaded when first asked for. Throws base::Failure.
    Rung& at(mesh::Detail detail);
    const Inputs& inputs() const { return inputs_; }
    /// After a picture: gives back what compiling shaders for it has left.
    void tidy();
    /// Pictures drawn so far, of all.
    int draws() const;

private:
    Inputs inputs_;
    int programs_ = 0; ///< compiled when tidy() was called
    std::array<std::unique_ptr<Rung>, mesh::k_detail_count> rungs_;
};

} // namespace viewer
