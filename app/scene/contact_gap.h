#pragma once
// contact_gaps: how well each hand lies on the skin at the instant that was built.

#include "scene/build.h"

#include <vector>

namespace scene {

/// One hand on the skin. Metres.
struct ContactGap {
    lesson::Hand hand = lesson::Hand::right;
    lesson::HandPlace place = lesson::HandPlace::away;
    int mesh = -1;       ///< of the hand, index into the model
    double apart = 0.0;  ///< widest gap between a vertex of the contact patch and the skin outside which it lies
    double inside = 0.0; ///< how deep any vertex of the hand, patch or not, lies inside the skin; 0: none does
    double in_lower_leg = 0.0; ///< the same of the skin below the knee alone
    /// The worse of both, signed: positive a gap, negative hand in the skin.
    double worst() const { return apart > inside ? apart : -inside; }
};

/// For every hand that is at its place (not travelling) on a muscle, a lock, the ankle or the forefoot. Slow (it looks
/// for the nearest skin of every vertex): for checks, not for frames.
std::vector<ContactGap> contact_gaps(const World& world, const Readout& readout);

} // namespace scene
