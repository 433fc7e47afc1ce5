#pragma once
// Solver: (pose, lock, activation) -> TissueState, with everything about the muscles that never changes worked out once.

#include "anatomy/atlas.h"
#include "motion/pose.h"
#include "tissue/strand.h"
#include "tissue/tissue_state.h"

#include <optional>
#include <vector>

namespace tissue {

/// Quasi-static: every state depends on its arguments alone, never on the state before, so that scrubbing forward and
/// backward and in steps of any size give the same. Writing again into the same state allocates nothing.
class Solver {
public:
    /// `atlas` must outlive the solver.
    explicit Solver(const anatomy::Atlas& atlas);

    void evaluate(const motion::Pose& pose, const std::optional<Lock>& lock, Activation activation,
                  TissueState& out) const;
    /// One muscle alone, as evaluate() gives it.
    void evaluate_muscle(int muscle, const motion::Pose& pose, const std::optional<Lock>& lock, Activation activation,
                         MuscleState& out) const;

    const Strand& strand(int muscle) const { return muscles_[static_cast<std::size_t>(muscle)].strand; }

private:
    struct Muscle {
        Strand strand;
        double rest_length = 0.0;
    };
    struct Moment; // what all muscles share in a pose

    void evaluate_in(int muscle, const Moment& moment, const std::optional<Lock>& lock, Activation activation,
                     MuscleState& out) const;

    const anatomy::Atlas& atlas_;
    std::vector<Muscle> muscles_;
};

/// The state of every muscle, for a single use.
TissueState evaluate(const anatomy::Atlas& atlas, const motion::Pose& pose, const std::optional<Lock>& lock,
                     Activation activation = {});

/// One muscle alone, for a single use.
MuscleState evaluate_muscle(const anatomy::Atlas& atlas, int muscle, const motion::Pose& pose,
                            const std::optional<Lock>& lock, Activation activation = {});

} // namespace tissue
