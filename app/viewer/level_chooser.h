#pragma once
// LevelChooser: the level of quality that holds a frame rate, by the time that frames took and by nothing else.

#include "base/seconds.h"
#include "render/quality.h"

#include <array>
#include <optional>

namespace viewer {

class LevelChooser {
public:
    /// Every frame is to be done in `budget`. Never above `most`: what is above is for pictures that stand.
    explicit LevelChooser(base::Seconds budget = base::Seconds(1.0 / 30.0), render::Level most = render::Level::high);

    render::Level level() const { return level_; }
    /// A frame at level() took so long.
    void took(base::Seconds time);

private:
    void go(int step);

    base::Seconds budget_;
    render::Level most_, level_ = render::Level::low;
    std::array<double, render::k_level_count> next_costs_; ///< times as much as this level: the one above
    std::optional<base::Seconds> usual_;                   ///< time of a frame at this level, smoothed
    std::optional<base::Seconds> below_; ///< the same at the level below, when it was left for this one
    int ignored_ = 0;                    ///< frames since the level was chosen
    int slow_ = 0, fast_ = 0;            ///< frames in a row
};

} // namespace viewer
