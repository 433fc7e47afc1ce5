#include "viewer/audit_report.h"
#include "viewer/commands.h"
#include "viewer/session.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

namespace viewer {

namespace {

constexpr double k_frames_per_second = 25.0; // of the lesson; what a film has
constexpr double k_sweep_step_deg = 5.0, k_sweep_last_deg = 135.0, k_sweep_lock_deg = 120.0;
constexpr double k_first_lock = 0.2, k_last_lock = 0.8, k_lock_step = 0.1;
constexpr std::array k_sweep_muscles = {"biceps_femoris_long_head", "semitendinosus"};

using Clock = std::chrono::steady_clock;

/// What an audit works with, and how long the measuring took.
struct Audit {
    Audit(const scene::World& w, mesh::Detail detail)
        : world(w), auditor(w), builder(w), options(scene::view_for_audit(w.atlas)), report(w.atlas, detail) {}

    void measure(const scene::Scene& scene, const Moment& moment) {
        const Clock::time_point start = Clock::now();
        report.add(auditor.measure(scene, builder.readout()), moment);
        spent += Clock::now() - start;
        ++measured;
    }

    const scene::World& world;
    scene::Auditor auditor;
    scene::Builder builder;
    scene::ViewOptions options;
    AuditReport report;
    std::chrono::duration<double> spent{0};
    int measured = 0;
};

/// Which hands are at their places.
std::vector<int> arrived(const scene::Readout& readout) {
    std::vector<int> meshes;
    for (const scene::PlacedHand& hand : readout.hands)
        if (!hand.travels) meshes.push_back(hand.mesh);
    return meshes;
}

/// Every frame for its steps, some of them for the rest, and the hands also as soon as one arrives.
void look_at_lesson(Audit& audit, base::Seconds every) {
    const int last = static_cast<int>(audit.world.lesson.duration().count() * k_frames_per_second);
    const int stride = std::max(1, static_cast<int>(std::lround(every.count() * k_frames_per_second)));
    scene::Scene first, before;
    std::vector<int> there;
    for (int frame = 0; frame <= last; ++frame) {
        const base::Seconds at(frame / k_frames_per_second);
        scene::Scene now = audit.builder.build(at, audit.options);
        const lesson::Sample& sample = audit.builder.readout().sample;
        const Moment moment{fmt::format("{:.2f} s", at.count()), sample.pose.knee_flexion};
        const std::vector<int> last_there = std::exchange(there, arrived(audit.builder.readout()));
        if (frame % stride == 0)
            audit.measure(now, moment);
        else if (there != last_there)
            audit.report.add(audit.auditor.measure_hands(audit.builder.readout()), moment);
        if (frame >= 2) audit.report.add(scene::steps_between(first, before, now, audit.world), moment);
        first = std::move(before);
        before = std::move(now);
    }
}

/// A lock that was set with the knee bent, at full pressure, and the hand that holds it.
lesson::Sample locked(const scene::World& world, int muscle, double position, int grip, base::Angle knee) {
    lesson::Sample sample = lesson::sample(world.lesson, base::Seconds(0));
    sample.pose = {};
    sample.pose.knee_flexion = knee;
    tissue::Lock lock;
    lock.muscle = muscle;
    lock.position = position;
    lock.grip = static_cast<tissue::Grip>(grip);
    lock.set_in.knee_flexion = base::Angle::degrees(k_sweep_lock_deg);
    sample.lock = lock;
    sample.lock_pressure = 1.0;
    lesson::HandSpan span;
    span.shape = fmt::format("hand_right_{}", tissue::k_grip_names[static_cast<std::size_t>(grip)]);
    span.place = lesson::HandPlace::lock;
    span.muscle = muscle;
    span.position = span.to_position = position;
    sample.hands = {{lesson::Hand::right, span, span, 1.0, 1.0, position, 1.0, lock, lock}};
    return sample;
}

void sweep(Audit& audit, int muscle) {
    const std::string& id = audit.world.atlas.muscles[static_cast<std::size_t>(muscle)].id;
    for (int grip = 0; grip < tissue::k_grip_count; ++grip)
        for (double position = k_first_lock; position < k_last_lock + 0.5 * k_lock_step; position += k_lock_step)
            for (double knee = 0.0; knee <= k_sweep_last_deg; knee += k_sweep_step_deg) {
                const lesson::Sample sample = locked(audit.world, muscle, position, grip, base::Angle::degrees(knee));
                audit.measure(audit.builder.build(sample, audit.options),
                              {fmt::format("{} at {:.1f}, {}", id, position,
                                           tissue::k_grip_names[static_cast<std::size_t>(grip)]),
                               sample.pose.knee_flexion});
            }
}

/// Each muscle on a thread of its own.
void sweep_all(Audit& audit, mesh::Detail detail) {
    std::vector<std::unique_ptr<Audit>> each;
    std::vector<std::jthread> threads;
    for (const char* id : k_sweep_muscles) {
        const auto muscle = audit.world.atlas.find_muscle(id);
        if (!muscle) continue;
        Audit& one = *each.emplace_back(std::make_unique<Audit>(audit.world, detail));
        threads.emplace_back([&one, muscle] { sweep(one, *muscle); });
    }
    threads.clear(); // waits for them
    for (const auto& one : each) {
        audit.report.add(one->report);
        audit.spent += one->spent;
        audit.measured += one->measured;
    }
}

} // namespace

int run(const AuditCommand& command) {
    const scene::World world = load_world(command.inputs);
    const mesh::Detail detail = command.inputs.detail.value_or(mesh::Detail::full);
    Audit audit(world, detail);
    if (command.sweep)
        sweep_all(audit, detail);
    else
        look_at_lesson(audit, command.every);
    const bool within = audit.report.print();
    fmt::print("{}: {} of {} ({} moments, {:.0f} ms each)\n", within ? "within all limits" : "BEYOND the limits",
               command.sweep ? "every lock and grip" : "lesson",
               world.lesson.id.empty() ? command.inputs.lesson : world.lesson.id, audit.measured,
               audit.spent.count() * 1e3 / std::max(1, audit.measured));
    return within ? 0 : 1;
}

} // namespace viewer
