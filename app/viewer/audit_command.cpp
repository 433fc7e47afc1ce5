#include "viewer/audit_sweep.h"
#include "viewer/commands.h"
#include "viewer/session.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <utility>
#include <vector>

namespace viewer {

namespace {

constexpr double k_frames_per_second = 25.0; // of the lesson; what a film has

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

} // namespace

int run(const AuditCommand& command) {
    const scene::World world = load_world(command.inputs);
    const mesh::Detail detail = command.inputs.detail.value_or(mesh::Detail::full);
    Audit audit(world, detail);
    if (command.sweep)
        sweep_locks(audit, detail);
    else
        look_at_lesson(audit, command.every);
    const bool within = audit.report.print();
    for (const std::string& poses : audit.left_out) fmt::print("not measured: {}\n", poses);
    fmt::print("{}: {} of {} ({} moments, {:.0f} ms each)\n", within ? "within all limits" : "BEYOND the limits",
               command.sweep ? "every lock and grip" : "lesson",
               world.lesson.id.empty() ? command.inputs.lesson : world.lesson.id, audit.measured,
               audit.spent.count() * 1e3 / std::max(1, audit.measured));
    return within ? 0 : 1;
}

} // namespace viewer
