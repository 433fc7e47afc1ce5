#pragma once
// Audit: measures in a finished scene what flesh and hands must not do: change their volume, enter bone, leave the
// skin, float over it, jump. It looks at the very shapes that are drawn.

#include "scene/build.h"
#include "scene/scene.h"
#include "scene/world.h"

#include <glm/vec3.hpp>
#include <memory>
#include <optional>
#include <vector>

namespace scene {

/// The worst of one measure in one scene.
struct Finding {
    double amount = 0.0; ///< metres; for a volume its change as a share of that at rest
    int structure = -1;  ///< whose, index into the atlas
    int other = -1;      ///< in what, or on what, likewise; -1 where that says nothing
    glm::vec3 at{0.0f};  ///< where the vertex rests in the standing model (a hand's: where it is in the file)
};

struct Measures {
    std::vector<Finding> volumes; ///< each muscle
    std::vector<Finding> entries; ///< each structure in each bone it shares space with, at the deepest
    std::vector<Finding> outside; ///< each muscle that stands out of the skin, at the farthest
    /// Of each hand the gap to the skin, below 0 where it is in the skin: the hand that locks, the one that holds ankle
    /// or forefoot, and one that lies on a muscle or glides over it. See ContactGap.
    std::optional<Finding> locking_hand, holding_hand, gliding_hand;
    /// The lower leg lies where a hand on the thigh would have to be: a body could not take this pose.
    bool crowded = false;
    double on_zone = 0.0; ///< share of the locking hand's patch that lies where no hand shall press
};

/// Keeps what does not move: bones are rigid, so that points are carried to where the bone rests and measured there.
class Auditor {
public:
    /// `world` must outlive it.
    explicit Auditor(const World& world);
    ~Auditor();
    /// Of a scene built with view_for_audit() and the readout that came with it. The
    /// order of calls does not matter.
    Measures measure(const Scene& scene, const Readout& readout) const;
    /// The gaps of the hands alone.
    Measures measure_hands(const Readout& readout) const;

private:
    struct Memory;
    std::unique_ptr<const Memory> memory_;
};

/// Every layer shown and nothing that is only a picture: no ghost, no colours, no labels.
ViewOptions view_for_audit(const anatomy::Atlas& atlas);

/// The largest step of a vertex of the client or of a hand from `before` to `now`, and the largest change of a step
/// from the one that led to `before` (what goes on steadily, however fast, does not jump).
struct Steps {
    Finding step, jump;
};
Steps steps_between(const Scene& first, const Scene& before, const Scene& now, const World& world);

} // namespace scene
