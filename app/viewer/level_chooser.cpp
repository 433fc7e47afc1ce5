#include "viewer/level_chooser.h"

namespace viewer {

namespace {
constexpr int k_slow_frames = 3;                      // one slow frame is the system's doing
constexpr int k_fast_frames = 12, k_most_patience = 900; // half a minute
constexpr double k_smoothing = 0.25;
/// A level that was never tried costs about so many times as much as the one below.
constexpr double k_next_costs = 1.35;
/// Going up must leave some room, or the next slow frame sends it down again.
constexpr double k_room = 0.85;
} // namespace

LevelChooser::LevelChooser(base::Seconds budget, render::Level most)
    : budget_(budget), most_(most), patience_(k_fast_frames) {}

base::Seconds LevelChooser::expected(std::size_t level) const {
    if (usual_[level]) return *usual_[level];
    return *usual_[static_cast<std::size_t>(level_)] * k_next_costs;
}

void LevelChooser::go(int step) {
    level_ = static_cast<render::Level>(static_cast<int>(level_) + step);
    slow_ = fast_ = 0;
}

void LevelChooser::took(base::Seconds time) {
    auto& usual = usual_[static_cast<std::size_t>(level_)];
    usual = usual ? *usual + (time - *usual) * k_smoothing : time;
    slow_ = time > budget_ ? slow_ + 1 : 0;
    const bool lowest = level_ == render::Level::lowest, highest = level_ == most_;
    if (slow_ >= k_slow_frames && !lowest) {
        if (patience_ < k_most_patience) patience_ *= 2;
        go(-1);
        return;
    }
    if (highest) return;
    const auto above = static_cast<std::size_t>(level_) + 1;
    // what was too slow once is believed less and less
    if (usual_[above]) usual_[above] = *usual_[above] * 0.999;
    fast_ = expected(above) < budget_ * k_room ? fast_ + 1 : 0;
    if (fast_ >= patience_) go(1);
}

} // namespace viewer
