#include "tissue/solver.h"

#include "base/assert.h"
#include "tissue/hold.h"
#include "tissue/path.h"

#include <algorithm>

namespace tissue {
namespace {

double activation_of(Activation activation, int muscle) {
    APP_ASSERT(activation.empty() || static_cast<std::size_t>(muscle) < activation.size());
    return activation.empty() ? 0.0 : std::clamp(activation[static_cast<std::size_t>(muscle)], 0.0, 1.0);
}

void lay_out(const Strand& strand, const Hold& hold, double most_force, MuscleState& state) {
    const FibreLaw& law = strand.law();
    for (int n = 0; n < k_strand_nodes; ++n) {
        const auto i = static_cast<std::size_t>(n);
        const double m = strand.node(n), belly = strand.node_belly()[i];
        const Balance& piece = hold.piece_at(m);
        const double fibre = law.strain(piece.stretch), tendon = std::max(piece.tendon_scale - 1.0, 0.0);
        const double place = hold.place_of(m, strand.node_fibre()[i]);
        state.fraction[i] = static_cast<float>(std::clamp(place / state.length, 0.0, 1.0));
        state.stretch[i] = static_cast<float>(piece.stretch);
        state.strain[i] = static_cast<float>(belly * fibre + (1.0 - belly) * tendon);
        state.slack[i] = static_cast<float>(belly * std::max(1.0 - piece.fibre_scale, 0.0));
        state.node_tension[i] = hold.tension_at(m) * most_force;
    }
    state.proximal_strain = law.strain(hold.proximal().stretch);
    state.distal_strain = law.strain(hold.distal().stretch);
    state.tension = hold.distal().tension * most_force;
    state.passive_tension = state.tension * law.passive_share(hold.distal().stretch, state.activation);
}

} // namespace

/// Frames of a pose and how they change with each coordinate.
struct Solver::Moment {
    Moment(const anatomy::Atlas& atlas, const motion::Pose& pose)
        : frames(motion::frames(atlas, pose)), twists(motion::twists(atlas, pose)) {}
    motion::BoneFrames frames;
    std::array<motion::BodyTwists, motion::k_coordinate_count> twists;
};

Solver::Solver(const anatomy::Atlas& atlas) : atlas_(atlas) {
    const motion::BoneFrames rest = motion::frames(atlas, {});
    muscles_.reserve(atlas.muscles.size());
    for (int i = 0; i < static_cast<int>(atlas.muscles.size()); ++i)
        muscles_.push_back({Strand(atlas.muscles[static_cast<std::size_t>(i)]), path_length(atlas, i, rest)});
}

void Solver::evaluate_in(int index, const Moment& moment, const std::optional<Lock>& lock, Activation activation,
                         MuscleState& out) const {
    const Muscle& muscle = muscles_[static_cast<std::size_t>(index)];
    const double most_force = atlas_.muscles[static_cast<std::size_t>(index)].max_isometric_force;
    trace(atlas_, index, moment.frames, moment.twists, out);
    out.rest_length = muscle.rest_length;
    out.slack_length = muscle.strand.slack_length();
    out.activation = activation_of(activation, index);
    out.locked = lock && lock->muscle == index;
    const auto held = [&] {
        const double set_length = path_length(atlas_, index, motion::frames(atlas_, lock->set_in));
        return Hold::with(muscle.strand, *lock, set_length, out.length, out.activation, most_force);
    };
    const Hold hold = out.locked ? held() : Hold::without(muscle.strand, out.length, out.activation);
    out.lock_force = out.slide = out.hand = 0.0;
    out.patch_begin = out.patch_end = 0.0;
    if (out.locked) {
        out.lock_force = hold.pull() * most_force;
        out.slide = hold.slide();
        out.hand = hold.hand() / out.length;
        out.patch_begin = hold.held_from() / out.slack_length;
        out.patch_end = hold.held_to() / out.slack_length;
    }
    lay_out(muscle.strand, hold, most_force, out);
}

void Solver::evaluate_muscle(int muscle, const motion::Pose& pose, const std::optional<Lock>& lock,
                             Activation activation, MuscleState& out) const {
    APP_ASSERT(muscle >= 0 && static_cast<std::size_t>(muscle) < muscles_.size());
    evaluate_in(muscle, Moment(atlas_, pose), lock, activation, out);
}

void Solver::evaluate(const motion::Pose& pose, const std::optional<Lock>& lock, Activation activation,
                      TissueState& out) const {
    const Moment moment(atlas_, pose);
    out.muscles.resize(muscles_.size());
    for (int i = 0; i < static_cast<int>(muscles_.size()); ++i)
        evaluate_in(i, moment, lock, activation, out.muscles[static_cast<std::size_t>(i)]);
}

MuscleState evaluate_muscle(const anatomy::Atlas& atlas, int muscle, const motion::Pose& pose,
                            const std::optional<Lock>& lock, Activation activation) {
    MuscleState state;
    Solver(atlas).evaluate_muscle(muscle, pose, lock, activation, state);
    return state;
}

TissueState evaluate(const anatomy::Atlas& atlas, const motion::Pose& pose, const std::optional<Lock>& lock,
                     Activation activation) {
    TissueState state;
    Solver(atlas).evaluate(pose, lock, activation, state);
    return state;
}

} // namespace tissue
