#include "viewer/refinement.h"

#include "base/milliseconds.h"
#include "document/document.h"
#include "gpu/state.h"
#include "platform/context.h"
#include "viewer/easel.h"

#include <chrono>
#include <cmath>
#include <thread>

namespace viewer {

namespace {
using Clock = std::chrono::steady_clock;

/// Moments before those that count: they pay for shaders and buffers.
constexpr int k_trial = 3;

/// From a jump in the lesson, shown at the level that a window begins with, until the picture has faded to full
/// quality.
double until_refined_ms(Easel& easel, const document::Document& document, glm::ivec2 size) {
    const Clock::time_point start = Clock::now();
    while (true) {
        easel.draw(document, size, {base::Seconds(Clock::now().time_since_epoch()), false, true, [] { return true; }});
        gpu::finish();
        const auto due = easel.due();
        if (!due) return base::milliseconds(Clock::now() - start);
        std::this_thread::sleep_for(*due);
    }
}
} // namespace

RefinementReport refinement(const BenchCommand& command) {
    const auto context = platform::windowless();
    Easel easel(command.inputs, std::nullopt);
    document::Document document(easel.rung().world);
    const double duration = easel.rung().world.lesson.duration().count();
    std::vector<double> times;
    for (int i = -k_trial; i < command.frames; ++i) {
        // the golden ratio: all over the lesson, never near the one before
        constexpr double k_golden = 0.6180339887;
        const double share = (i + k_trial + 1) * k_golden;
        document.player.seek(base::Seconds((share - std::floor(share)) * duration));
        const double time = until_refined_ms(easel, document, command.size);
        if (i >= 0) times.push_back(time);
    }
    return {gpu::renderer_name(), command.size.x,        command.size.y,      command.frames,
            quantile(times, 0.5), quantile(times, 0.95), quantile(times, 1.0)};
}

} // namespace viewer
