#include "tissue/tissue_state.h"

#include "base/assert.h"
#include "tissue/laws.h"
#include "tissue/path.h"
#include "tissue/strand.h"

#include <algorithm>
#include <cmath>

namespace tissue {
namespace {

/// Force along the muscle that the hand can hold for each newton it presses (Coulomb). Illustrative: no value is
/// published for a lock. Dry skin on skin slides at 0.5 to 1 (general knowledge); a hand that sinks in and leans toward
/// the origin holds more.
constexpr double k_hold_per_newton = 1.2;
/// The hand keeps at least this far from either end of the path, metres.
constexpr double k_end_margin = 0.005;
constexpr int k_bisections = 36; // halves a muscle's length to picometres

/// Both sides of a lock when material point `at` lies under the hand.
struct Sides {
    double at = 0.0;
    double proximal_length = 0.0;
    Balance proximal, distal;
    double pull() const { return distal.tension - proximal.tension; }
};

Sides sides(const anatomy::MusclePath& muscle, const Strand& strand, double at, double proximal_length, double length) {
    const double before = strand.fibre_before(at), all = strand.fibre_before(strand.slack_length());
    const Piece proximal{before, at - before};
    const Piece distal{all - before, strand.slack_length() - at - (all - before)};
    return {at, proximal_length, balance(muscle, proximal, proximal_length),
            balance(muscle, distal, length - proximal_length)};
}

/// Length from the origin at which material point m lies.
double place_of(const Strand& strand, const Sides& now, double m) {
    const double fibre = strand.fibre_before(m);
    if (m <= now.at) return fibre * now.proximal.fibre_scale + (m - fibre) * now.proximal.tendon_scale;
    const double more_fibre = fibre - strand.fibre_before(now.at);
    return now.proximal_length + more_fibre * now.distal.fibre_scale +
           (m - now.at - more_fibre) * now.distal.tendon_scale;
}

/// The material point that lies at this length from the origin.
double material_at(const Strand& strand, const Sides& now, double place) {
    double low = 0.0, high = strand.slack_length();
    for (int i = 0; i < k_bisections; ++i) {
        const double middle = 0.5 * (low + high);
        (place_of(strand, now, middle) < place ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

/// The whole muscle without a lock, as if held at its insertion.
Sides unlocked(const anatomy::MusclePath& muscle, const Strand& strand, double length) {
    const double all = strand.fibre_before(strand.slack_length());
    const Balance whole = balance(muscle, {all, strand.slack_length() - all}, length);
    return {strand.slack_length(), length, whole, whole};
}

/// The hand stays where it was put. What lies under it then stays under it, unless the pull along the muscle is more
/// than it can hold: then tissue slides through until the pull is just that.
Sides locked(const anatomy::MusclePath& muscle, const Strand& strand, const Lock& lock, double set_length,
             double length, double& slide) {
    const double put = std::clamp(lock.position, 0.0, 1.0) * set_length;
    const double taken = material_at(strand, unlocked(muscle, strand, set_length), put);
    const double margin = std::min(k_end_margin, 0.25 * length);
    const double hand = std::clamp(put - lock.toward_origin, margin, length - margin);
    const double most = k_hold_per_newton * std::max(lock.pressure_n, 0.0);

    Sides now = sides(muscle, strand, taken, hand, length);
    slide = 0.0;
    if (std::abs(now.pull()) <= most) return now;
    // Letting material through to the side that pulls can only lessen the pull: bisection.
    const bool distally = now.pull() > 0.0;
    double holds = distally ? 0.0 : strand.slack_length(), slips = taken;
    for (int i = 0; i < k_bisections; ++i) {
        const double middle = 0.5 * (holds + slips);
        now = sides(muscle, strand, middle, hand, length);
        const bool too_much = distally ? now.pull() > most : now.pull() < -most;
        (too_much ? slips : holds) = middle;
    }
    now = sides(muscle, strand, holds, hand, length);
    slide = std::abs(taken - now.at);
    return now;
}

void lay_out(const anatomy::MusclePath& muscle, const Strand& strand, const Sides& now, double length,
             MuscleState& state) {
    const double most = muscle.max_isometric_force;
    const std::array<double, 2> fibre = {fibre_strain_from_slack(muscle, now.proximal.tension / most),
                                         fibre_strain_from_slack(muscle, now.distal.tension / most)};
    const std::array<double, 2> tendon = {tendon_strain(now.proximal.tension / most),
                                          tendon_strain(now.distal.tension / most)};
    for (std::size_t i = 0; i < state.fraction.size(); ++i) {
        const double m = strand.slack_length() * static_cast<double>(i) / (k_strand_nodes - 1);
        const std::size_t side = m <= now.at ? 0 : 1;
        const double belly = strand.belly(m);
        state.fraction[i] = static_cast<float>(std::clamp(place_of(strand, now, m) / length, 0.0, 1.0));
        state.strain[i] = static_cast<float>(belly * fibre[side] + (1.0 - belly) * tendon[side]);
    }
    state.proximal_strain = fibre[0];
    state.distal_strain = fibre[1];
    state.tension = now.distal.tension;
}

/// One muscle in `pose`, whose frames (and those of the standing pose) the caller has made once for all muscles.
MuscleState evaluate_in(const anatomy::Atlas& atlas, int index, const motion::Pose& pose,
                        const motion::BoneFrames& frames, const motion::BoneFrames& rest, const Lock* lock) {
    const anatomy::MusclePath& muscle = atlas.muscles[static_cast<std::size_t>(index)];
    const Strand strand(muscle);
    MuscleState state;
    state.path = path_points(atlas, index, frames);
    state.length = path_length(atlas, index, frames);
    state.rest_length = path_length(atlas, index, rest);
    state.slack_length = strand.slack_length();
    state.moment_arms[static_cast<std::size_t>(motion::index(motion::Coordinate::knee_flexion))] = knee_moment_arm(atlas, index, pose);
    state.locked = lock != nullptr;
    Sides now = unlocked(muscle, strand, state.length);
    if (lock) {
        const double set_length = path_length(atlas, index, motion::frames(atlas, lock->set_in));
        now = locked(muscle, strand, *lock, set_length, state.length, state.slide);
        state.lock_force = now.pull();
    }
    lay_out(muscle, strand, now, state.length, state);
    return state;
}

} // namespace

MuscleState evaluate_muscle(const anatomy::Atlas& atlas, int muscle, const motion::Pose& pose,
                            const std::optional<Lock>& lock) {
    APP_ASSERT(muscle >= 0 && static_cast<std::size_t>(muscle) < atlas.muscles.size());
    const bool mine = lock && lock->muscle == muscle;
    return evaluate_in(atlas, muscle, pose, motion::frames(atlas, pose), motion::frames(atlas, {}),
                       mine ? &*lock : nullptr);
}

TissueState evaluate(const anatomy::Atlas& atlas, const motion::Pose& pose, const std::optional<Lock>& lock) {
    const motion::BoneFrames frames = motion::frames(atlas, pose), rest = motion::frames(atlas, {});
    TissueState state;
    state.muscles.reserve(atlas.muscles.size());
    for (int i = 0; i < static_cast<int>(atlas.muscles.size()); ++i)
        state.muscles.push_back(
            evaluate_in(atlas, i, pose, frames, rest, lock && lock->muscle == i ? &*lock : nullptr));
    return state;
}

} // namespace tissue
