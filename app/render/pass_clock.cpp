#include "render/pass_clock.h"

#include "base/milliseconds.h"
#include "gpu/state.h"

namespace render {

void PassClock::time(Timing timing) {
    timing_ = timing == Timing::stamps && !gpu::has_timestamps() ? Timing::finished : timing;
    passes_.clear();
    times_.clear();
}

void PassClock::begin_frame() {
    if (timing_ == Timing::off) return;
    passes_.clear();
    times_.clear();
    mark(nullptr);
    passes_.clear();
}

void PassClock::mark(const char* pass) {
    if (timing_ == Timing::off) return;
    passes_.push_back(pass);
    if (timing_ == Timing::finished) {
        gpu::finish();
        times_.push_back(Clock::now());
        return;
    }
    const std::size_t at = times_.size();
    if (stamps_.size() <= at) stamps_.push_back(gpu::Timestamp::create());
    stamps_[at].ask();
    times_.emplace_back();
}

std::vector<PassTime> PassClock::read() const {
    std::vector<PassTime> result;
    for (std::size_t i = 0; i < passes_.size(); ++i) {
        const double milliseconds =
            timing_ == Timing::stamps
                ? static_cast<double>(stamps_[i + 1].nanoseconds() - stamps_[i].nanoseconds()) * 1e-6
                : base::milliseconds(times_[i + 1] - times_[i]);
        result.push_back({passes_[i], milliseconds});
    }
    return result;
}

} // namespace render
