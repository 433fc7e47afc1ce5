#include "tissue/curves.h"

#include "base/assert.h"

namespace tissue {

std::vector<MuscleState> sweep(const anatomy::Atlas& atlas, int muscle, const std::optional<Lock>& lock,
                               const Sweep& sweep) {
    APP_ASSERT(sweep.points >= 2);
    std::vector<MuscleState> states;
    states.reserve(static_cast<std::size_t>(sweep.points));
    for (int i = 0; i < sweep.points; ++i) {
        motion::Pose pose = sweep.base;
        const double part = static_cast<double>(i) / (sweep.points - 1);
        motion::angle_of(pose, sweep.over) = sweep.from + (sweep.to - sweep.from) * part;
        states.push_back(evaluate_muscle(atlas, muscle, pose, lock));
    }
    return states;
}

} // namespace tissue
