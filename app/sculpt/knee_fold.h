#pragma once
// knee_fold: where calf and thigh meet in a bent knee, and how they flatten there.

#include "anatomy/atlas.h"
#include "motion/pose.h"

#include <glm/vec3.hpp>

namespace sculpt {

/// The plane that halves the angle between thigh and shank, through the axis of the knee. Illustrative: two soft bodies
/// of much the same thickness press each other flat on it.
class KneeFold {
public:
    /// `crease`: height of the popliteal crease in the standing model, metres.
    KneeFold(const anatomy::Atlas& atlas, const motion::BoneFrames& frames, double knee_flexion_deg, float crease);

    float crease() const { return crease_; }
    /// From the knee into the angle between thigh and shank, unit.
    const glm::vec3& outward() const { return out_; }
    /// Metres from the plane, positive on the side of the thigh.
    float beyond(const glm::vec3& p) const;
    /// 1 for what belongs to the thigh, -1 for the calf, between them in the crease; from its height at rest.
    float side(float rest_height) const;
    /// How much what is here has to do with the contact: 0 before the knee's axis.
    float share(const glm::vec3& p) const;
    /// How much a place has to do with the crease: 1 in it, 0 well away from it or before the knee.
    float creased(const glm::vec3& p, float rest_height) const;
    /// How taut the skin is here: 1 over the front of a bent knee, 0 behind it, well away from it and when it is
    /// straight.
    float taut(const glm::vec3& p, float rest_height) const;
    /// Presses flesh flat, in order, so that it stays `gap` from the plane on its own side. Under the crease it may
    /// pass from thigh to shank.
    glm::vec3 pressed(const glm::vec3& p, float rest_height, float gap) const;
    /// Folds skin that rests at `rest`, in order: no deeper than the crease of a fold gets, and pressed flat outside
    /// it.
    glm::vec3 folded(const glm::vec3& p, const glm::vec3& rest, float gap) const;
    /// How much such skin lies flat in the fold.
    float flat(const glm::vec3& p, const glm::vec3& rest) const;
    /// Skin that has crossed the plane goes back to `gap` from it.
    glm::vec3 kept_back(const glm::vec3& p, float rest_height, float gap) const;

private:
    /// Metres from the knee's axis into the angle.
    float out(const glm::vec3& p) const;
    /// Metres behind the axis, at most to the hollow of the knee.
    float back(const glm::vec3& rest) const;
    glm::vec3 pressed(const glm::vec3& p, float rest_height, float gap, float softness, float much) const;

    glm::vec3 axis_, across_, out_; ///< a point of the knee's axis; normal of the plane; from the knee into the angle
    float crease_, bent_, creases_, taut_;
    float rest_back_; ///< z of the knee's axis at rest, metres
    float deep_;      ///< the crease's distance from the axis as a multiple of that at rest
    float meets_;     ///< the height over which backs meet as a multiple of the same
};

} // namespace sculpt
