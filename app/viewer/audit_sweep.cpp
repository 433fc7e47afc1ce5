#include "viewer/audit_sweep.h"

#include <array>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <optional>
#include <thread>

namespace viewer {

namespace {

constexpr double k_knee_step_deg = 5.0, k_last_knee_deg = 135.0;
// A lock is set with the knee bent so far, or less where there is no room for the hand.
constexpr double k_set_deg = 120.0, k_least_set_deg = 60.0;
// Of a hand's patch so much may reach onto a zone of no pressure.
constexpr double k_on_zone = 0.02;
constexpr double k_first_lock = 0.2, k_last_lock = 0.8, k_lock_step = 0.1;
constexpr std::array k_muscles = {"biceps_femoris_long_head", "semitendinosus"};

using Clock = std::chrono::steady_clock;

/// One lock of the sweep.
struct Place {
    int muscle;
    double position;
    int grip;

    std::string name(const anatomy::Atlas& atlas) const {
        return fmt::format("{} at {:.1f}, {}", atlas.muscles[static_cast<std::size_t>(muscle)].id, position,
                           tissue::k_grip_names[static_cast<std::size_t>(grip)]);
    }
};

/// The lock at full pressure, set with the knee at one angle and held at another, and the hand that holds it.
lesson::Sample locked(const scene::World& world, const Place& place, double set_deg, double knee_deg) {
    lesson::Sample sample = lesson::sample(world.lesson, base::Seconds(0));
    sample.pose = {};
    sample.pose.knee_flexion = base::Angle::degrees(knee_deg);
    tissue::Lock lock;
    lock.muscle = place.muscle;
    lock.position = place.position;
    lock.grip = static_cast<tissue::Grip>(place.grip);
    lock.set_in.knee_flexion = base::Angle::degrees(set_deg);
    sample.lock = lock;
    sample.lock_pressure = 1.0;
    lesson::HandSpan span;
    span.shape = fmt::format("hand_right_{}", tissue::k_grip_names[static_cast<std::size_t>(place.grip)]);
    span.place = lesson::HandPlace::lock;
    span.muscle = place.muscle;
    span.position = span.to_position = place.position;
    sample.hands = {{lesson::Hand::right, span, span, 1.0, 1.0, place.position, 1.0, lock, lock}};
    return sample;
}

/// Why nobody would press in the pose that was built; null where one would.
const char* hindrance(const Audit& audit) {
    const scene::Measures hands = audit.auditor.measure_hands(audit.builder.readout());
    if (hands.crowded) return "the lower leg is in the hand's way";
    return hands.on_zone > k_on_zone ? "the hand lies where none shall press" : nullptr;
}

/// How far the knee can be bent while the lock is set; none where something always hinders.
std::optional<double> room_to_set(Audit& audit, const Place& place) {
    for (double knee = k_set_deg; knee >= k_least_set_deg; knee -= k_knee_step_deg) {
        audit.builder.build(locked(audit.world, place, knee, knee), audit.options);
        if (!hindrance(audit)) return knee;
    }
    return std::nullopt;
}

void sweep(Audit& audit, const Place& place) {
    const std::string name = place.name(audit.world.atlas);
    const std::optional<double> set = room_to_set(audit, place);
    if (!set) {
        audit.left_out.push_back(fmt::format("{}: {}", name, hindrance(audit)));
        return;
    }
    std::map<std::string, std::vector<double>> left_out;
    for (double knee = 0.0; knee <= k_last_knee_deg; knee += k_knee_step_deg) {
        const lesson::Sample sample = locked(audit.world, place, *set, knee);
        const scene::Scene scene = audit.builder.build(sample, audit.options);
        if (const char* why = hindrance(audit))
            left_out[why].push_back(knee);
        else
            audit.measure(scene, {name, sample.pose.knee_flexion});
    }
    for (const auto& [why, knees] : left_out)
        audit.left_out.push_back(
            fmt::format("{}, set at {:.0f}: {} at {:.0f} degrees", name, *set, why, fmt::join(knees, " ")));
}

} // namespace

Audit::Audit(const scene::World& w, mesh::Detail detail)
    : world(w), auditor(w), builder(w), options(scene::view_for_audit(w.atlas)), report(w.atlas, detail) {}

void Audit::measure(const scene::Scene& scene, const Moment& moment) {
    const Clock::time_point start = Clock::now();
    report.add(auditor.measure(scene, builder.readout()), moment);
    spent += Clock::now() - start;
    ++measured;
}

/// Each muscle on a thread of its own.
void sweep_locks(Audit& audit, mesh::Detail detail) {
    std::vector<std::unique_ptr<Audit>> each;
    std::vector<std::jthread> threads;
    for (const char* id : k_muscles) {
        const auto muscle = audit.world.atlas.find_muscle(id);
        if (!muscle) continue;
        Audit& one = *each.emplace_back(std::make_unique<Audit>(audit.world, detail));
        threads.emplace_back([&one, muscle] {
            for (int grip = 0; grip < tissue::k_grip_count; ++grip)
                for (double position = k_first_lock; position < k_last_lock + 0.5 * k_lock_step;
                     position += k_lock_step)
                    sweep(one, {*muscle, position, grip});
        });
    }
    threads.clear(); // waits for them
    for (const auto& one : each) {
        audit.report.add(one->report);
        audit.spent += one->spent;
        audit.measured += one->measured;
        audit.left_out.insert(audit.left_out.end(), one->left_out.begin(), one->left_out.end());
    }
}

} // namespace viewer
