// What a frame's shapes cost: the whole scene of the main lesson while the knee moves under a lock, and without one.
// Run with --benchmark_repetitions=5 and compare medians.
#include "files/load.h"
#include "scene/build.h"

#include <benchmark/benchmark.h>
#include <map>
#include <string_view>
#include <vector>

namespace {

constexpr base::Seconds k_frame{1.0 / 25.0};

const scene::World& world(mesh::Detail detail) {
    static std::map<mesh::Detail, scene::World> worlds;
    if (const auto found = worlds.find(detail); found != worlds.end()) return found->second;
    const auto make = [&] {
        anatomy::Atlas atlas = files::load_atlas(PINSTRETCH_SOURCE_DIR "/assets/anatomy").value.value();
        lesson::Lesson lesson =
            files::load_lesson(PINSTRETCH_SOURCE_DIR "/assets/lessons/hamstring_str.toml", atlas).value.value();
        mesh::Model model = files::import_model(files::level_file(PINSTRETCH_LEG, detail)).value.value();
        return scene::make_world(std::move(atlas), std::move(model), std::move(lesson));
    };
    return worlds.emplace(detail, make()).first->second;
}

/// The frames in which the knee moves, with a lock on or without one.
std::vector<base::Seconds> moving(const lesson::Lesson& lesson, bool locked) {
    std::vector<base::Seconds> frames;
    for (base::Seconds at = k_frame; at < lesson.duration(); at += k_frame) {
        const lesson::Sample now = lesson::sample(lesson, at);
        if (now.lock.has_value() != locked) continue;
        if (now.pose.knee_flexion != lesson::pose_at(lesson, at - k_frame).knee_flexion) frames.push_back(at);
    }
    return frames;
}

/// Whole frames of the scene, in the order of the lesson.
void build(benchmark::State& state, mesh::Detail detail) {
    const std::vector<base::Seconds> frames = moving(world(detail).lesson, state.range(0) != 0);
    scene::Builder builder(world(detail));
    std::size_t frame = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(builder.build(frames[frame], {}));
        frame = (frame + 1) % frames.size();
    }
}
void at_half(benchmark::State& state) { build(state, mesh::Detail::half); }
void at_least(benchmark::State& state) { build(state, mesh::Detail::least); }
BENCHMARK(at_half)->Arg(0)->Arg(1)->ArgName("locked")->Unit(benchmark::kMillisecond);
BENCHMARK(at_least)->Arg(0)->Arg(1)->ArgName("locked")->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv) {
    if (argc == 3 && argv[1] == files::k_import_child) return files::import_child(argv[2]);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
