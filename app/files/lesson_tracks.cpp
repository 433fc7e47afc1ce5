#include "files/lesson_parts.h"
#include "files/references.h"

#include "lesson/sample.h"
#include "tissue/path.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <glm/geometric.hpp>

namespace files {

namespace {

using base::Seconds;

/// A lock's normal force. Deep friction over a thumb's 3-4 cm2 is about 30-160 N (Chaves et al. 2020); the upper end
/// leaves room for the broad contacts and keeps a slip of the keys out.
constexpr Bounds k_pressure_n = {5.0, 250.0};
constexpr Bounds k_take_up_mm = {0.0, 30.0};
constexpr Seconds k_hand_move{0.3}; ///< shortest time in which a hand can change place and be followed

/// The range of an angle in the degrees of the file; rounded, because degrees do not come back from radians exactly.
Bounds degrees(const anatomy::Range& range) {
    const auto rounded = [](base::Angle angle) { return std::round(angle.degrees() * 1e6) / 1e6; };
    return {rounded(range.low), rounded(range.high)};
}

Bounds inside(const lesson::Step& step) { return {0.0, step.duration.count()}; }

std::string seconds(Seconds time) {
    char text[32];
    std::snprintf(text, sizeof text, "%.4g s", time.count());
    return text;
}

motion::Pose read_pose(Section& key, const anatomy::Atlas& atlas, motion::Pose pose) {
    const auto angle = [&](std::string_view name, const anatomy::Range& range, base::Angle& value) {
        if (key.has(name))
            value = base::Angle::degrees(key.number(name, degrees(range)));
        else
            key.number_or(name, 0.0);
    };
    angle("hip_flexion_deg", atlas.hip_flexion, pose.hip_flexion);
    angle("hip_adduction_deg", atlas.hip_adduction, pose.hip_adduction);
    angle("hip_rotation_deg", atlas.hip_rotation, pose.hip_rotation);
    angle("knee_flexion_deg", atlas.knee_flexion, pose.knee_flexion);
    angle("tibial_rotation_deg", atlas.tibial_rotation, pose.tibial_rotation);
    angle("ankle_dorsiflexion_deg", atlas.ankle_dorsiflexion, pose.ankle_dorsiflexion);
    angle("toe_extension_deg", atlas.toe_extension, pose.toe_extension);
    return pose;
}

/// Index of the muscle path named by the required key `muscle`, or -1.
int read_muscle_id(Section& section, const LessonParts& parts) {
    return resolve(section, "muscle", section.text("muscle"), "muscle path", parts.muscles);
}

/// A lock must keep out of the zones where nerves and vessels lie bare.
void check_zone(Section& section, const lesson::LockSpan& span, const anatomy::Atlas& atlas) {
    const motion::BoneFrames frames = motion::frames(atlas, span.lock.set_in);
    const glm::dvec3 at =
        tissue::at_fraction(tissue::path_points(atlas, span.lock.muscle, frames), span.lock.position).point;
    for (const anatomy::Region& region : atlas.regions)
        if (region.no_lock && glm::distance(frames[region.body].point(region.centre), at) < region.radius)
            section.error("position", "This lock lies in the zone '" + region.name + "', where nothing may be locked.");
}

/// The hand stays where it is on the thigh while the path grows longer beyond it, so its fraction shrinks.
double fraction_when_released(const LessonParts& parts, const lesson::LockSpan& span) {
    const auto length = [&](const motion::Pose& pose) {
        return tissue::path_length(parts.atlas, span.lock.muscle, motion::frames(parts.atlas, pose));
    };
    const double then = length(span.lock.set_in), now = length(lesson::pose_at(parts.lesson, span.to));
    return std::clamp(span.lock.position * then / now, 0.0, 1.0);
}

void close_lock(LessonParts& parts, Seconds at) {
    parts.lesson.locks.back().to = at;
    parts.held_by.reset();
}

void release(Section& step, Seconds at, LessonParts& parts) {
    constexpr std::string_view k_key = "release_lock_at_s";
    if (!parts.held_by)
        step.error(k_key, "There is no lock to release.");
    else if (at <= parts.lesson.locks.back().from)
        step.error(k_key, "The lock must be held before it is released.");
    else
        close_lock(parts, at);
}

void set_lock(Section lock, const lesson::Step& times, LessonParts& parts) {
    lesson::LockSpan span;
    span.from = times.start + Seconds(lock.number_or("at_s", 0.0, inside(times)));
    span.lock.muscle = read_muscle_id(lock, parts);
    span.lock.position = lock.number("position", {0.0, 1.0});
    span.lock.grip = static_cast<tissue::Grip>(lock.one_of("grip", tissue::k_grip_names));
    span.lock.pressure_n = lock.number("pressure_n", k_pressure_n);
    span.lock.toward_origin = lock.number_or("toward_origin_mm", 0.0, k_take_up_mm) * 0.001;
    lock.finish();
    if (parts.held_by) {
        lock.error("at_s", "The lock of step '" + *parts.held_by + "' is still held.",
                   "release it before with release_lock_at_s");
        return;
    }
    parts.held_by = times.id;
    parts.lesson.locks.push_back(span);
    parts.lock_sections.push_back(lock);
}

/// The same contact, so that a hand can go from one span to the other without a way between.
bool same_place(const lesson::HandSpan& a, const lesson::HandSpan& b) {
    const double left_at = a.place == lesson::HandPlace::lock ? a.position : a.to_position;
    return a.shape == b.shape && a.place == b.place && a.muscle == b.muscle && left_at == b.position;
}

/// Fills muscle and positions of a hand on a lock; false when no lock is on for the whole span.
bool join_lock(Section& section, lesson::HandSpan& hand, const LessonParts& parts) {
    const auto held = std::ranges::find_if(
        parts.lesson.locks, [&](const lesson::LockSpan& lock) { return lock.from <= hand.from && hand.to <= lock.to; });
    if (held == parts.lesson.locks.end()) {
        const std::string when = "from " + seconds(hand.from) + " to " + seconds(hand.to);
        section.error("place", "There is no lock " + when + " of the lesson.");
        return false;
    }
    if (held->lock.muscle < 0) return false;
    hand.muscle = held->lock.muscle;
    hand.position = held->lock.position;
    hand.to_position = fraction_when_released(parts, *held);
    return true;
}

void read_place(Section& section, lesson::HandSpan& hand, const LessonParts& parts) {
    hand.place = static_cast<lesson::HandPlace>(section.one_of("place", lesson::k_hand_place_names));
    if (hand.place == lesson::HandPlace::muscle) {
        hand.muscle = read_muscle_id(section, parts);
        hand.position = section.number("position", {0.0, 1.0});
        hand.to_position = section.number_or("to_position", hand.position, {0.0, 1.0});
        return;
    }
    for (const char* key : {"muscle", "position", "to_position"})
        if (section.has(key)) section.error(key, "Only a hand with place = \"muscle\" has this.");
    section.text_or("muscle", "");
    section.number_or("position", 0.0);
    section.number_or("to_position", 0.0);
}

} // namespace

void read_pose_keys(Section& step, const lesson::Step& times, LessonParts& parts) {
    std::vector<lesson::PoseKey>& keys = parts.lesson.keys;
    motion::Pose pose = keys.empty() ? motion::Pose{} : keys.back().pose;
    double activation = keys.empty() ? 0.0 : keys.back().activation;
    Seconds last = times.start;
    bool first = true;
    for (Section& section : step.tables("pose")) {
        const Seconds at = times.start + Seconds(section.number("at_s", inside(times)));
        if (!first && at <= last) section.error("at_s", "This key must come after the one before it.");
        const bool rested = keys.empty() || keys.back().at < times.start;
        if (first && rested && at > times.start) keys.push_back({times.start, pose, activation});
        pose = read_pose(section, parts.atlas, pose);
        activation = section.number_or("activation", activation, {0.0, 1.0});
        if (activation > 0.0 && parts.lesson.active.empty())
            section.error("activation", "The lesson names no muscle that works.",
                          "give the lesson active = [\"biceps_femoris_long_head\"]");
        section.finish();
        const bool meets = !keys.empty() && keys.back().at >= at;
        if (meets && first && (keys.back().pose != pose || keys.back().activation != activation))
            section.error("at_s", "The step before ends in another pose at this time.", "give this key a later at_s");
        if (!meets) keys.push_back({at, pose, activation});
        last = at;
        first = false;
    }
    if (keys.empty()) keys.push_back({Seconds(0), pose, activation});
}

void read_lock(Section& step, const lesson::Step& times, LessonParts& parts) {
    std::optional<Section> lock = step.table_or_none("lock");
    const bool releases = step.has("release_lock_at_s");
    const Seconds released = times.start + Seconds(step.number_or("release_lock_at_s", 0.0, inside(times)));
    const bool first = releases && parts.held_by.has_value();
    if (first) release(step, released, parts);
    if (lock) set_lock(*lock, times, parts);
    if (lock && first && parts.lesson.locks.back().from < released)
        lock->error("at_s", "This lock must come after the release of the one before.");
    if (releases && !first) release(step, released, parts);
}

void read_hands(Section& step, const lesson::Step& times, LessonParts& parts) {
    for (Section& section : step.tables("hand")) {
        lesson::HandSpan hand;
        const int which = section.one_of("hand", lesson::k_hand_names);
        hand.hand = static_cast<lesson::Hand>(which);
        hand.shape = section.text("shape");
        const int structure = resolve(section, "shape", hand.shape, "structure", parts.structures);
        const std::string side(lesson::k_hand_names[static_cast<std::size_t>(which)]);
        if (structure >= 0 && section.has("hand") && !hand.shape.starts_with("hand_" + side + "_"))
            section.error("shape", "'" + hand.shape + "' is not a " + side + " hand.");
        read_place(section, hand, parts);
        hand.from = times.start + Seconds(section.number_or("from_s", 0.0, inside(times)));
        hand.to = times.start + Seconds(section.number_or("to_s", times.duration.count(), inside(times)));
        if (hand.to <= hand.from) section.error("to_s", "A hand's span must end after it begins.");
        section.finish();
        parts.lesson.hands.push_back(std::move(hand));
        parts.hand_sections.push_back(section);
    }
}

void finish_locks(LessonParts& parts) {
    if (parts.held_by) {
        parts.lock_sections.back().error({}, "The lock of step '" + *parts.held_by + "' is never released.",
                                         "give a later step release_lock_at_s");
        close_lock(parts, parts.lesson.duration());
    }
    for (std::size_t i = 0; i < parts.lesson.locks.size(); ++i) {
        lesson::LockSpan& span = parts.lesson.locks[i];
        const lesson::PoseKey then = lesson::key_at(parts.lesson, span.from);
        span.lock.set_in = then.pose;
        if (std::ranges::find(parts.lesson.active, span.lock.muscle) != parts.lesson.active.end())
            span.lock.set_activation = then.activation;
        if (span.lock.muscle >= 0) check_zone(parts.lock_sections[i], span, parts.atlas);
    }
}

void finish_hands(LessonParts& parts) {
    std::array<const lesson::HandSpan*, 2> last{};
    for (std::size_t i = 0; i < parts.lesson.hands.size(); ++i) {
        lesson::HandSpan& hand = parts.lesson.hands[i];
        Section& section = parts.hand_sections[i];
        const lesson::HandSpan*& before = last[static_cast<std::size_t>(hand.hand)];
        const bool placed = hand.place != lesson::HandPlace::lock || join_lock(section, hand, parts);
        if (before && hand.from < before->to)
            section.error("from_s", "This begins before the same hand's last span has ended, at " +
                                        seconds(before->to) + " of the lesson.");
        else if (placed && before && hand.from - before->to < k_hand_move && !same_place(*before, hand))
            section.error("from_s",
                          "The hand needs at least " + seconds(k_hand_move) + " to come here from its last place.");
        before = &hand;
    }
}

} // namespace files
