#pragma once
// Hands: where each of the therapist's hands is now, travelling between its places.

#include "base/rigid.h"
#include "lesson/sample.h"
#include "scene/world.h"

#include <optional>
#include <span>
#include <vector>

namespace scene {

/// One hand mesh to draw: while a hand changes its shape two of them share the opacity.
struct PlacedHand {
    int mesh = 0;
    base::Rigid frame; ///< hand frame to the standing model
    float opacity = 1.0f;
    lesson::Hand hand = lesson::Hand::right;
    lesson::HandPlace place = lesson::HandPlace::away;
    bool travels = false; ///< on its way to `place`
};

/// What the placing needs to know of the moment.
struct HandStage {
    const World& world;
    const lesson::Sample& sample;
    motion::BoneFrames frames;
    std::span<const glm::vec3> skin; ///< posed skin vertices
    std::optional<base::Rigid> lock; ///< contact under the lock, on the skin before it is pressed in
    double dent = 0.0;               ///< m, how deep a hand that presses fully sinks in
};

std::vector<PlacedHand> place_hands(const HandStage& stage);

/// Frame of the contact under the lock at the moment it was set; the hand stays there while it holds.
base::Rigid lock_contact(const World& world, const tissue::Lock& lock, std::span<const glm::vec3> skin);

} // namespace scene
