#include "viewer/bench_report.h"
#include "viewer/commands.h"
#include "viewer/level_chooser.h"
#include "viewer/process.h"
#include "viewer/refinement.h"
#include "viewer/rungs.h"
#include "viewer/turntable.h"

#include "base/milliseconds.h"
#include "gpu/state.h"
#include "platform/context.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <functional>
#include <map>

namespace viewer {

namespace {

using Clock = std::chrono::steady_clock;

// A lesson is sampled in runs of frames that follow one another as in playing: what is shared between frames counts.
constexpr int k_run = 8;
constexpr double k_frames_per_second = 30.0;
constexpr int k_pass_frames = 16, k_bare_frames = 24;
/// Frames that the chooser may try before its choice is measured, times the frames measured.
constexpr int k_trial = 2;

struct FrameTime {
    double build = 0.0, submit = 0.0, all = 0.0;
    bool drawn = false; ///< not when it shows what the one before shows
};

class Bench {
public:
    explicit Bench(const BenchCommand& command)
        : command_(command), context_(platform::windowless()), rungs_(command.inputs) {}

    BenchReport run();

private:
    /// Moment of the lesson of frame `i` of `count`.
    base::Seconds moment(int i, int count);
    scene::Scene build(mesh::Detail detail, base::Seconds at) { return rungs_.at(detail).builder.build(at, {}); }
    FrameTime frame(const render::Quality& quality, base::Seconds at);
    LevelTimes summary(std::string name, const std::vector<FrameTime>& times, std::vector<int> triangles);
    LevelTimes measure(render::Level level);
    LevelTimes measure_auto();
    std::vector<render::PassTime> passes(const render::Quality& quality);
    void measure_bare(BenchReport& report);

    const BenchCommand& command_;
    std::unique_ptr<platform::Context> context_;
    Rungs rungs_;
};

base::Seconds Bench::moment(int i, int count) {
    const lesson::Lesson& lesson = rungs_.at(mesh::Detail::low).world.lesson;
    const int runs = (count + k_run - 1) / k_run;
    const double start = lesson.duration().count() * (static_cast<double>(i / k_run) + 0.5) / runs;
    return base::Seconds(start + (i % k_run) / k_frames_per_second);
}

FrameTime Bench::frame(const render::Quality& quality, base::Seconds at) {
    Rung& rung = rungs_.at(quality.detail);
    const Clock::time_point start = Clock::now();
    const scene::Scene scene = rung.builder.build(at, {});
    const Clock::time_point built = Clock::now();
    const int draws = rung.renderer.draws();
    // as in the window: what moves is drawn to its end, while a standing picture is refined somebody may be waiting
    const bool stands = quality == render::quality_of(render::Level::full);
    rung.renderer.draw(scene, render::scaled(command_.size, quality), quality,
                       stands ? [] { return true; } : std::function<bool()>());
    const Clock::time_point submitted = Clock::now();
    gpu::finish();
    const FrameTime time{base::milliseconds(built - start), base::milliseconds(submitted - built),
                         base::milliseconds(Clock::now() - start), rung.renderer.draws() > draws};
    rungs_.tidy();
    return time;
}

LevelTimes Bench::summary(std::string name, const std::vector<FrameTime>& times, std::vector<int> triangles) {
    std::vector<double> all, build, submit;
    for (const FrameTime& time : times) {
        all.push_back(time.all);
        build.push_back(time.build);
        submit.push_back(time.submit);
    }
    std::ranges::sort(triangles);
    LevelTimes level;
    level.name = std::move(name);
    level.median_ms = quantile(all, 0.5);
    level.p95_ms = quantile(all, 0.95);
    level.build_ms = quantile(build, 0.5);
    level.submit_ms = quantile(submit, 0.5);
    level.triangles = triangles[triangles.size() / 2];
    return level;
}

LevelTimes Bench::measure(render::Level level) {
    const render::Quality& quality = render::quality_of(level);
    std::vector<FrameTime> times;
    std::vector<int> triangles;
    for (int i = 0; i < k_run; ++i) frame(quality, moment(i * k_run, k_run * k_run)); // shaders, buffers
    for (int i = 0; i < command_.frames; ++i) {
        times.push_back(frame(quality, moment(i, command_.frames)));
        triangles.push_back(rungs_.at(quality.detail).renderer.triangles());
    }
    LevelTimes result = summary(std::string(render::k_level_names[static_cast<std::size_t>(level)]), times, triangles);
    result.passes = passes(quality);
    return result;
}

LevelTimes Bench::measure_auto() {
    LevelChooser chooser;
    std::vector<FrameTime> times;
    std::vector<int> triangles;
    std::array<int, render::k_level_count> chosen{};
    for (int i = 0; i < (k_trial + 1) * command_.frames; ++i) {
        const render::Quality& quality = render::quality_of(chooser.level());
        const FrameTime time = frame(quality, moment(i % command_.frames, command_.frames));
        if (i >= k_trial * command_.frames) {
            times.push_back(time);
            triangles.push_back(rungs_.at(quality.detail).renderer.triangles());
            ++chosen[static_cast<std::size_t>(chooser.level())];
        }
        if (time.drawn) chooser.took(base::Seconds(time.all * 1e-3)); // as in the window
    }
    LevelTimes result = summary("auto", times, triangles);
    for (std::size_t i = 0; i < chosen.size(); ++i)
        if (chosen[i] > 0)
            result.note += fmt::format("{}{} {} %", result.note.empty() ? "" : ", ", render::k_level_names[i],
                                       100 * chosen[i] / command_.frames);
    return result;
}

std::vector<render::PassTime> Bench::passes(const render::Quality& quality) {
    render::Renderer& renderer = rungs_.at(quality.detail).renderer;
    renderer.time_passes(command_.gpu_times ? render::Timing::stamps : render::Timing::finished);
    std::vector<render::PassTime> result;
    std::vector<std::vector<double>> times;
    for (int i = 0; i < k_pass_frames; ++i) {
        frame(quality, moment(i, k_pass_frames));
        result = renderer.pass_times();
        times.resize(result.size());
        for (std::size_t pass = 0; pass < result.size(); ++pass) times[pass].push_back(result[pass].milliseconds);
    }
    renderer.time_passes(render::Timing::off);
    for (std::size_t pass = 0; pass < result.size(); ++pass) result[pass].milliseconds = quantile(times[pass], 0.5);
    return result;
}

/// Full detail, everything solid: the program without effects and the bare minimum, in turn.
void Bench::measure_bare(BenchReport& report) {
    const render::Quality no_effects = render::without_effects();
    Rung& rung = rungs_.at(no_effects.detail);
    std::vector<double> plain, bare;
    for (int i = -2; i < k_bare_frames; ++i) {
        scene::Scene scene = rung.builder.build(moment(std::max(i, 0), k_bare_frames), {});
        for (scene::Item& item : scene.items) item.opacity = item.opacity < 0.1f ? 0.0f : 1.0f;
        const Clock::time_point start = Clock::now();
        rung.renderer.draw(scene, command_.size, no_effects);
        gpu::finish();
        const Clock::time_point middle = Clock::now();
        rung.renderer.draw_bare(scene, command_.size);
        gpu::finish();
        if (i < 0) continue;
        plain.push_back(base::milliseconds(middle - start));
        bare.push_back(base::milliseconds(Clock::now() - middle));
    }
    report.no_effects_ms = quantile(plain, 0.5);
    report.bare_ms = quantile(bare, 0.5);
}

BenchReport Bench::run() {
    BenchReport report;
    frame(render::quality_of(LevelChooser().level()), base::Seconds(0));
    report.start_ms = process_age_ms();
    report.machine = gpu::renderer_name();
    report.lesson = rungs_.at(mesh::Detail::low).world.lesson.id;
    report.width = command_.size.x;
    report.height = command_.size.y;
    report.frames = command_.frames;
    if (command_.level) {
        report.levels.push_back(measure(*command_.level));
    } else {
        // what a window needs: the level that moves and the one that stands
        report.levels.push_back(measure_auto());
        report.levels.push_back(measure(render::Level::full));
        report.peak_mb = peak_memory_mb();
        for (int i = 0; i + 1 < render::k_level_count; ++i)
            report.levels.push_back(measure(static_cast<render::Level>(i)));
    }
    if (report.peak_mb == 0.0) report.peak_mb = peak_memory_mb();
    measure_bare(report);
    return report;
}

} // namespace

int run(const BenchCommand& command) {
    if (command.turntable) {
        const TurntableReport report = turntable(command);
        fmt::print("{}", command.json ? json(report) : table(report));
        return 0;
    }
    if (command.refinement) {
        const RefinementReport report = refinement(command);
        fmt::print("{}", command.json ? json(report) : table(report));
        return 0;
    }
    const BenchReport report = Bench(command).run();
    fmt::print("{}", command.json ? json(report) : table(report));
    return 0;
}

} // namespace viewer
