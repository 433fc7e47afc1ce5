#pragma once
// reach: whether a therapist who stands at the couch can have both hands where they are.

#include "base/angle.h"
#include "scene/hands.h"

#include <vector>

namespace scene {

/// One arm. World space, metres.
struct Arm {
    lesson::Hand hand = lesson::Hand::right;
    int mesh = -1;
    glm::dvec3 shoulder{0.0}, elbow{0.0}, wrist{0.0};
    double miss = 0.0;         ///< by how much shoulder and elbow are farther apart than an upper arm is long; signed
    base::Angle elbow_flexion; ///< 0 straight
    base::Angle wrist_extension, wrist_to_thumb; ///< of the hand's shape
    double raised = 0.0;                         ///< m that the elbow is higher than the shoulder
};

/// Standing on the floor beside the couch at the treated side.
struct Stance {
    glm::dvec3 hips{0.0};   ///< middle between the hip joints, world space
    base::Angle lean, turn; ///< of the trunk forward; of the front from the couch toward the client's head
    std::vector<Arm> arms;
    double worst_miss() const; ///< metres
};

/// The stance of a therapist of average build that suits all hands on the client best (least squares, deterministic).
Stance stand_to(const std::vector<PlacedHand>& hands, const World& world);

/// Where the elbow of a hand's mesh is, in the hand's frame; nullopt for a shape that is not known.
std::optional<glm::dvec3> elbow_of(const std::string& shape);

} // namespace scene
