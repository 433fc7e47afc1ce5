#include "tissue/curves.h"

#include "base/assert.h"
#include "tissue/solver.h"

namespace tissue {

base::Angle angle_at(const Sweep& sweep, int i) {
    const double share = static_cast<double>(i) / (sweep.points - 1);
    return sweep.from * (1.0 - share) + sweep.to * share;
}

std::vector<MuscleState> sweep(const anatomy::Atlas& atlas, int muscle, const std::optional<Lock>& lock,
                               const Sweep& sweep) {
    APP_ASSERT(sweep.points >= 2);
    const Solver solver(atlas);
    const std::vector<double> activation(atlas.muscles.size(), sweep.activation);
    std::vector<MuscleState> states(static_cast<std::size_t>(sweep.points));
    motion::Pose pose = sweep.base;
    for (int i = 0; i < sweep.points; ++i) {
        motion::angle_of(pose, sweep.over) = angle_at(sweep, i);
        solver.evaluate_muscle(muscle, pose, lock, activation, states[static_cast<std::size_t>(i)]);
    }
    return states;
}

} // namespace tissue
