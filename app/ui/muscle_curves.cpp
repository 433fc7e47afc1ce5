#include "ui/muscle_curves.h"

#include "tissue/curves.h"

#include <algorithm>

namespace ui {

namespace {

using motion::Coordinate;

constexpr double k_point_degrees = 2.0; // apart; finer than a line on the screen shows
constexpr double k_no_tension = 1e-3;   // newtons

struct Chain {
    bool pelvis = false, thigh = false, shank = false, foot = false, toes = false;
};

Chain chain_of(const anatomy::MusclePath& muscle) {
    Chain chain;
    for (const anatomy::PathPoint& point : muscle.points) switch (point.body) {
        case anatomy::Body::pelvis: chain.pelvis = true; break;
        case anatomy::Body::femur: chain.thigh = true; break;
        case anatomy::Body::patella: // rides in front of the knee
        case anatomy::Body::tibia: chain.shank = true; break;
        case anatomy::Body::talus:
        case anatomy::Body::calcaneus: chain.foot = true; break;
        case anatomy::Body::toes: chain.toes = true; break;
        }
    return chain;
}

const anatomy::Range& range_of(const anatomy::Atlas& atlas, Coordinate coordinate) {
    const std::array ranges = {&atlas.hip_flexion,  &atlas.hip_adduction,   &atlas.hip_rotation,
                               &atlas.knee_flexion, &atlas.tibial_rotation, &atlas.ankle_dorsiflexion,
                               &atlas.toe_extension};
    return *ranges[static_cast<std::size_t>(motion::index(coordinate))];
}

// The joints that matter, and not the one the curves go over: two poses alike in these have the same curves.
motion::Pose what_matters(const anatomy::MusclePath& muscle, const motion::Pose& pose, Coordinate over) {
    motion::Pose kept;
    for (int i = 0; i < motion::k_coordinate_count; ++i) {
        const auto coordinate = static_cast<Coordinate>(i);
        if (coordinate != over && crosses(muscle, coordinate))
            motion::angle_of(kept, coordinate) = motion::angle_of(pose, coordinate);
    }
    return kept;
}

CurveColumns columns_of(const std::vector<tissue::MuscleState>& states) {
    CurveColumns columns;
    for (const tissue::MuscleState& state : states) {
        columns.length_mm.push_back(state.length * 1000.0);
        columns.proximal_percent.push_back(state.proximal_strain * 100.0);
        columns.distal_percent.push_back(state.distal_strain * 100.0);
        columns.passive_n.push_back(state.passive_tension);
        columns.moment_nm.push_back(state.passive_knee_moment());
        for (std::size_t i = 0; i < columns.moment_arm_mm.size(); ++i)
            columns.moment_arm_mm[i].push_back(state.moment_arms[i] * 1000.0);
        columns.slack.push_back(state.tension < k_no_tension ? 1 : 0);
    }
    return columns;
}

} // namespace

bool crosses(const anatomy::MusclePath& muscle, Coordinate coordinate) {
    const Chain chain = chain_of(muscle);
    const bool above_knee = chain.pelvis || chain.thigh;
    switch (coordinate) {
    case Coordinate::hip_flexion:
    case Coordinate::hip_adduction:
    case Coordinate::hip_rotation: return chain.pelvis && (chain.thigh || chain.shank || chain.foot || chain.toes);
    case Coordinate::knee_flexion:
    case Coordinate::tibial_rotation: return above_knee && (chain.shank || chain.foot || chain.toes);
    case Coordinate::ankle_dorsiflexion: return (above_knee || chain.shank) && (chain.foot || chain.toes);
    case Coordinate::toe_extension: return (above_knee || chain.shank || chain.foot) && chain.toes;
    }
    return false;
}

Coordinate best_coordinate(const anatomy::MusclePath& muscle) {
    for (const Coordinate coordinate :
         {Coordinate::knee_flexion, Coordinate::hip_flexion, Coordinate::ankle_dorsiflexion})
        if (crosses(muscle, coordinate)) return coordinate;
    return Coordinate::knee_flexion;
}

std::optional<int> followed_muscle(const scene::World& world, const scene::ViewOptions& options,
                                   const lesson::Sample& sample) {
    const auto& structures = world.atlas.structures;
    const auto& muscles = world.atlas.muscles;
    if (options.selected && static_cast<std::size_t>(*options.selected) < structures.size()) {
        const std::string& id = structures[static_cast<std::size_t>(*options.selected)].id;
        const auto found = std::ranges::find(muscles, id, &anatomy::MusclePath::structure);
        if (found != muscles.end()) return static_cast<int>(found - muscles.begin());
    }
    const auto known = [&](int muscle) { return muscle >= 0 && static_cast<std::size_t>(muscle) < muscles.size(); };
    if (sample.lock && known(sample.lock->muscle)) return sample.lock->muscle;
    std::optional<int> next;
    for (const lesson::LockSpan& span : world.lesson.locks) {
        if (!known(span.lock.muscle)) continue;
        next = span.lock.muscle;
        if (span.from > sample.at) break;
    }
    if (next) return next;
    return muscles.empty() ? std::nullopt : std::optional<int>(0);
}

const MuscleCurves& CurveMemory::of(const anatomy::Atlas& atlas, int muscle, const std::optional<tissue::Lock>& lock,
                                    const motion::Pose& pose) {
    const anatomy::MusclePath& path = atlas.muscles[static_cast<std::size_t>(muscle)];
    const Coordinate over = best_coordinate(path);
    Key key{&atlas, muscle, lock && lock->muscle == muscle ? lock : std::nullopt, what_matters(path, pose, over)};
    const auto found = std::ranges::find(entries_, key, &Entry::key);
    if (found != entries_.end()) {
        std::rotate(found, found + 1, entries_.end());
        return entries_.back().curves;
    }
    ++computed_;
    const anatomy::Range& range = range_of(atlas, over);
    const int points = std::max(static_cast<int>((range.high - range.low).degrees() / k_point_degrees) + 1, 2);
    const tissue::Sweep sweep{key.pose, over, range.low, range.high, points};
    Entry entry{std::move(key), {}};
    entry.curves.over = over;
    for (int i = 0; i < sweep.points; ++i) entry.curves.degrees.push_back(tissue::angle_at(sweep, i).degrees());
    entry.curves.free = columns_of(tissue::sweep(atlas, muscle, std::nullopt, sweep));
    if (entry.key.lock) entry.curves.locked = columns_of(tissue::sweep(atlas, muscle, entry.key.lock, sweep));
    if (entries_.size() >= k_most) entries_.erase(entries_.begin());
    entries_.push_back(std::move(entry));
    return entries_.back().curves;
}

} // namespace ui
