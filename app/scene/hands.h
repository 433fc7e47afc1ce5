#pragma once
// Hands: where each of the therapist's hands is now, travelling between its places.

#include "base/rigid.h"
#include "lesson/sample.h"
#include "scene/scene.h"
#include "scene/touch.h"
#include "tissue/tissue_state.h"

#include <memory>
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
    bool travels = false;               ///< on its way to `place`
    std::optional<tissue::Dent> dent;   ///< that it presses into what it touches
    std::shared_ptr<const Shape> shape; ///< of a hand that cups; null for a stiff one
};

/// Where a lock was set: the hand's frame on the skin of that moment, and the bone that carries it along.
struct LockSeat {
    base::Rigid frame;
    anatomy::Body body = anatomy::Body::femur;
    base::Rigid body_frame; ///< of that moment
};

/// Of the locks of a lesson::HandSample; null without one.
struct HandSeats {
    const LockSeat* lock = nullptr;
    const LockSeat* lock_before = nullptr;
};

/// What the placing needs to know of the moment.
struct HandStage {
    const World& world;
    const Ground& ground; ///< posed with the skin before any hand presses it
    const lesson::Sample& sample;
    const tissue::TissueState& tissue;
    const motion::BoneFrames& frames;
    std::span<const HandSeats> seats; ///< one for each hand of the sample
};

std::vector<PlacedHand> place_hands(const HandStage& stage);

/// The hand that locks now, or null.
const PlacedHand* locking_hand(const std::vector<PlacedHand>& hands);

/// Where the lock was set; the hand comes there, stays while it holds and leaves from there. `ground` is posed as the
/// lock was set.
LockSeat lock_seat(const World& world, const tissue::Lock& lock, const Ground& ground);

} // namespace scene
