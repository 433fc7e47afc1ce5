#include "viewer/commands.h"
#include "viewer/session.h"

#include "base/failure.h"
#include "base/nearest_word.h"
#include "tissue/curves.h"

#include <algorithm>
#include <fmt/format.h>

namespace viewer {

namespace {

int find_muscle(const anatomy::Atlas& atlas, const std::string& id) {
    if (const auto found = atlas.find_muscle(id)) return *found;
    std::vector<std::string> known;
    for (const anatomy::MusclePath& muscle : atlas.muscles) known.push_back(muscle.id);
    throw UsageError(fmt::format("curves: there is no muscle path '{}'. {}", id, base::did_you_mean(id, known)));
}

} // namespace

int run(const CurvesCommand& command) {
    const anatomy::Atlas atlas = load_atlas(command.body);
    const int muscle = find_muscle(atlas, command.muscle);
    std::optional<tissue::Lock> lock;
    if (command.lock) {
        lock.emplace();
        lock->muscle = muscle;
        lock->position = *command.lock;
        lock->pressure_n = command.pressure_n;
        lock->grip = command.grip;
        lock->toward_origin = command.toward_origin;
        lock->set_in = command.pose;
        lock->set_in.knee_flexion = command.lock_knee;
        lock->set_activation = command.activation;
    }
    const double last = atlas.knee_flexion.high.degrees();
    const int steps = std::max(1, static_cast<int>(last / command.step.degrees() + 1e-9));
    const tissue::Sweep over_knee{command.pose,  motion::Coordinate::knee_flexion,
                                  base::Angle{}, command.step * steps,
                                  steps + 1,     command.activation};
    fmt::print("knee_deg\tlength_mm\tmoment_arm_mm\tproximal_strain\tdistal_strain\ttension_n\tlock_force_n\t"
               "slide_mm\tpassive_moment_nm\n");
    const std::vector<tissue::MuscleState> states = tissue::sweep(atlas, muscle, lock, over_knee);
    for (int i = 0; i <= steps; ++i) {
        const tissue::MuscleState& s = states[static_cast<std::size_t>(i)];
        fmt::print("{:.4g}\t{:.3f}\t{:.3f}\t{:.5f}\t{:.5f}\t{:.3f}\t{:.3f}\t{:.3f}\t{:.4f}\n",
                   tissue::angle_at(over_knee, i).degrees(), s.length * 1e3,
                   s.moment_arm(motion::Coordinate::knee_flexion) * 1e3, s.proximal_strain, s.distal_strain, s.tension,
                   s.lock_force, s.slide * 1e3, s.passive_knee_moment());
    }
    return 0;
}

} // namespace viewer
