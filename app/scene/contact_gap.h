#pragma once
// contact_gaps: how well each hand lies on the skin at the instant that was built.

#include "scene/build.h"

#include <vector>

namespace scene {

/// One hand on the skin. Metres.
struct ContactGap {
    lesson::Hand hand = lesson::Hand::right;
    lesson::HandPlace place = lesson::HandPlace::away;
    int mesh = -1;             ///< of the hand, index into the model
    double apart = 0.0;        ///< widest gap between a vertex of the contact patch and the skin outside which it lies
    double inside = 0.0;       ///< how deep any vertex of the hand, patch or not, lies inside the skin; 0: none does
    double in_lower_leg = 0.0; ///< the same of the skin below the knee alone
    double on_lower_leg = 0.0; ///< share of the contact patch to which skin below the knee is the nearest
    double on_zone = 0.0;      ///< share of the contact patch that lies on skin which no hand shall press
    /// The worse of both, signed: positive a gap, negative hand in the skin.
    double worst() const { return apart > inside ? apart : -inside; }
};

/// The skin that the model's zones of no pressure cover, one flag a vertex. Slow: once for a world.
std::vector<bool> skin_of_zones(const World& world);

/// For every hand that is at its place (not travelling) on a muscle, a lock, the ankle or the forefoot. Slow (it looks
/// for the nearest skin of every vertex): for checks, not for frames. `zones`: skin_of_zones(), or empty.
std::vector<ContactGap> contact_gaps(const World& world, const Readout& readout, const std::vector<bool>& zones = {});

} // namespace scene
