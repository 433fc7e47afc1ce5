#pragma once
// touch: lays a hand on the skin so that it lies well, and presses it in.

#include "scene/ground.h"

#include <optional>

namespace scene {

/// How a hand presses.
struct Press {
    double newtons = 0.0;
    double share = 0.0; ///< 0 just touches, 1 pressed in
};

/// A hand on the skin.
struct Touch {
    base::Rigid frame;                ///< of the hand, to the standing model
    std::optional<tissue::Dent> dent; ///< none while it only touches
};

/// The skin and bones of the moment.
struct Posed {
    const Ground& ground;
    std::span<const glm::vec3> skin; ///< before any hand presses it
    const motion::BoneFrames& from_rest;
};

/// Near `frame`: turned a little so that the patch of the print lies on the skin (least squares), moved along its
/// normal until it touches or, pressed, sinks in as far as its force and the bone allow; a hand round a limb is moved
/// across it instead. `carried` and `drawn` are metres along `toward` (standing model), see tissue::Drag.
struct Pull {
    glm::dvec3 toward{0.0};
    double carried = 0.0, drawn = 0.0;
};
Touch lay_hand(const Posed& posed, const HandPrint& print, const base::Rigid& frame, LegPart part, const Press& press,
               const Pull& pull);

} // namespace scene
