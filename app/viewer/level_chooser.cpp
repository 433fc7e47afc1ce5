#include "viewer/level_chooser.h"

namespace viewer {

namespace {
constexpr int k_slow_frames = 3;  // one slow frame is the system's doing
constexpr int k_fast_frames = 12; // before the next level is tried
constexpr int k_first_frames = 3; // of a level pay for its shaders and buffers
constexpr double k_smoothing = 0.25;
/// What the next level costs, times as much as this one, while it was never tried. From medium on light is worked out
/// for each pixel: five times as much without a graphics card, two to four with one; and a try costs time and memory.
constexpr std::array<double, render::k_level_count> k_untried_costs = {1.35, 1.45, 3.0, 1.6, 1.6, 1.0};
/// Going up must leave some room, or the next slow frame sends it down again.
constexpr double k_room = 0.85;
} // namespace

LevelChooser::LevelChooser(base::Seconds budget, render::Level most)
    : budget_(budget), most_(most), next_costs_(k_untried_costs) {}

void LevelChooser::go(int step) {
    below_ = step > 0 ? usual_ : std::nullopt;
    usual_.reset();
    level_ = static_cast<render::Level>(static_cast<int>(level_) + step);
    slow_ = fast_ = 0;
    ignored_ = 0;
}

void LevelChooser::took(base::Seconds time) {
    if (ignored_ < k_first_frames) {
        ++ignored_;
        return;
    }
    usual_ = usual_ ? *usual_ + (time - *usual_) * k_smoothing : time;
    const auto at = static_cast<std::size_t>(level_);
    if (below_) next_costs_[at - 1] = *usual_ / *below_;
    slow_ = time > budget_ ? slow_ + 1 : 0;
    if (slow_ >= k_slow_frames && level_ != render::Level::lowest) return go(-1);
    fast_ = *usual_ * next_costs_[at] < budget_ * k_room ? fast_ + 1 : 0;
    if (fast_ >= k_fast_frames && level_ != most_) go(1);
}

} // namespace viewer
