// What the tissue costs: the whole leg each frame, one strand, one path; against the number of muscles and of nodes.
// Run with --benchmark_repetitions=5 and compare medians; see README.md, "How fast it is".
#include "files/load.h"
#include "tissue/hold.h"
#include "tissue/path.h"
#include "tissue/solver.h"

#include <benchmark/benchmark.h>

namespace {

const anatomy::Atlas& atlas() {
    static const anatomy::Atlas loaded = files::load_atlas(PINSTRETCH_SOURCE_DIR "/assets/anatomy").value.value();
    return loaded;
}

int biceps() { return atlas().find_muscle("biceps_femoris_long_head").value(); }

motion::Pose knee(double degrees) {
    motion::Pose pose;
    pose.knee_flexion = base::Angle::degrees(degrees);
    return pose;
}

tissue::Lock lock(double pressure_n) {
    tissue::Lock made;
    made.muscle = biceps();
    made.position = 0.5;
    made.pressure_n = pressure_n;
    made.set_in = knee(120.0);
    return made;
}

/// A knee that goes straight, a little further each frame.
double next_knee(double& degrees) {
    degrees = degrees < 0.5 ? 120.0 : degrees - 0.4;
    return degrees;
}

/// Everything of every muscle for one frame, one of them locked. The argument is how many muscles there are.
void whole_leg(benchmark::State& run) {
    anatomy::Atlas some = atlas();
    some.muscles.resize(static_cast<std::size_t>(run.range(0)));
    const tissue::Solver solver(some);
    const std::optional<tissue::Lock> held = lock(80.0);
    tissue::TissueState state;
    double degrees = 120.0;
    for (auto _ : run) {
        solver.evaluate(knee(next_knee(degrees)), held, {}, state);
        benchmark::DoNotOptimize(state.muscles.data());
    }
}
BENCHMARK(whole_leg)->Arg(4)->Arg(10)->Arg(20)->Arg(static_cast<std::int64_t>(atlas().muscles.size()))->Unit(benchmark::kMicrosecond);

/// Equilibrium of one unlocked strand that is taut.
void strand_solve(benchmark::State& run) {
    const tissue::Strand strand(atlas().muscles[static_cast<std::size_t>(biceps())]);
    const tissue::Piece whole = strand.piece(0.0, strand.slack_length());
    double share = 1.0;
    for (auto _ : run) {
        share = share > 1.1 ? 1.0 : share + 0.0005;
        benchmark::DoNotOptimize(tissue::balance(strand.law(), whole, share * whole.slack()));
    }
}
BENCHMARK(strand_solve);

/// One locked strand; with 40 N the hand slips, with 1000 N it holds.
void locked_strand(benchmark::State& run) {
    const anatomy::MusclePath& muscle = atlas().muscles[static_cast<std::size_t>(biceps())];
    const tissue::Strand strand(muscle);
    const tissue::Lock held = lock(static_cast<double>(run.range(0)));
    for (auto _ : run)
        benchmark::DoNotOptimize(
            tissue::Hold::with(strand, held, 0.3623, 0.4215, 0.0, muscle.max_isometric_force).pull());
}
BENCHMARK(locked_strand)->Arg(40)->Arg(1000);

/// Where the material lies, against the number of nodes asked for.
void lay_out_nodes(benchmark::State& run) {
    const anatomy::MusclePath& muscle = atlas().muscles[static_cast<std::size_t>(biceps())];
    const tissue::Strand strand(muscle);
    const auto hold = tissue::Hold::with(strand, lock(80.0), 0.3623, 0.4215, 0.0, muscle.max_isometric_force);
    const int nodes = static_cast<int>(run.range(0));
    for (auto _ : run)
        for (int i = 0; i < nodes; ++i) benchmark::DoNotOptimize(hold.place_of(strand.slack_length() * i / (nodes - 1)));
}
BENCHMARK(lay_out_nodes)->RangeMultiplier(2)->Range(16, 512);

/// Path, length and moment arms about all coordinates of one muscle; the argument is its number in the atlas.
void path_and_moment_arms(benchmark::State& run) {
    const int muscle = static_cast<int>(run.range(0));
    run.SetLabel(atlas().muscles[static_cast<std::size_t>(muscle)].id);
    const motion::Pose pose = knee(60.0);
    const auto frames = motion::frames(atlas(), pose);
    const auto twists = motion::twists(atlas(), pose);
    tissue::MuscleState state;
    for (auto _ : run) {
        tissue::trace(atlas(), muscle, frames, twists, state);
        benchmark::DoNotOptimize(state.length);
    }
}
BENCHMARK(path_and_moment_arms)->DenseRange(0, static_cast<int>(atlas().muscles.size()) - 1);

/// What all muscles share: where the bones are and how they move with each coordinate.
void frames_and_twists(benchmark::State& run) {
    double degrees = 120.0;
    for (auto _ : run) {
        const motion::Pose pose = knee(next_knee(degrees));
        benchmark::DoNotOptimize(motion::frames(atlas(), pose));
        benchmark::DoNotOptimize(motion::twists(atlas(), pose));
    }
}
BENCHMARK(frames_and_twists);

} // namespace

BENCHMARK_MAIN();
