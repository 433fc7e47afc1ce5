#pragma once
// touch: lays a hand on the skin so that it lies well, and presses it in.

#include "scene/ground.h"

#include <array>
#include <optional>

namespace scene {

/// How a hand presses.
struct Press {
    double newtons = 0.0;
    double share = 0.0; ///< 0 just touches, 1 pressed in
};

/// How a hand gives way to what it lies on: an open one cups to the round thigh, one round a limb closes on it. Fingers
/// bend; here the surface rises by a smooth function of the place in the print's chart.
struct Cup {
    mesh::Chart chart;
    /// Of x^2, x y, y^2, x^3, x^2 y, x y^2, y^3 and nothing; round a limb of 1, cos and sin of 2 and 3 angles, y, y
    /// cos, y sin. Metres in the hand's frame.
    std::array<double, 8> by{};
    double wrist = 0.0; ///< slope by which the forearm of an open hand rises more than its mesh's does

    double rise(const glm::dvec2& at) const;
    glm::vec3 moved(const glm::vec3& p) const;
    bool stiff() const { return by == std::array<double, 8>{} && wrist == 0.0; }
};

/// A hand on the skin.
struct Touch {
    base::Rigid frame; ///< of the hand, to the standing model
    Cup cup;
    std::optional<tissue::Dent> dent; ///< none while it only touches
};

/// Near `frame`: turned a little so that the patch of the print lies on the skin (least squares), moved along its
/// normal until it touches or, pressed, sinks in as far as its force and the bone allow; a hand round a limb is moved
/// across it instead. `carried` and `drawn` are metres along `toward` (standing model), see tissue::Drag.
struct Pull {
    glm::dvec3 toward{0.0};
    double carried = 0.0, drawn = 0.0;
};
Touch lay_hand(const Ground& ground, const HandPrint& print, const base::Rigid& frame, LegPart part, const Press& press,
               const Pull& pull);

} // namespace scene
