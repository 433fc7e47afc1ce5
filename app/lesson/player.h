#pragma once
// Player: turns a clock it is given into lesson time. It reads no clock itself.

#include "base/seconds.h"

#include <optional>

namespace lesson {

/// Play state. A value; advance() is the only thing that moves time by itself.
class Player {
public:
    explicit Player(base::Seconds duration) : duration_(duration) {}

    void play(); ///< from where it stands; from the beginning when at the end
    void pause() { playing_ = false; }
    bool playing() const { return playing_; }
    /// Sets lesson time, clamped to the lesson; does not change play or pause.
    void seek(base::Seconds at);
    void set_speed(double factor); ///< clamped to 0.1..4
    double speed() const { return speed_; }
    /// Repeat [from, to) while set (loop a step); nullopt plays on and stops at the end.
    struct Loop {
        base::Seconds from, to;
        bool operator==(const Loop&) const = default;
    };
    void set_loop(std::optional<Loop> loop) { loop_ = loop; }
    const std::optional<Loop>& loop() const { return loop_; }
    /// Moves time by (now - last now) x speed while playing, pauses at the end. Returns the lesson time.
    base::Seconds advance(base::Seconds now);
    base::Seconds at() const { return at_; }

private:
    base::Seconds duration_, at_{0};
    std::optional<base::Seconds> last_;
    std::optional<Loop> loop_;
    double speed_ = 1.0;
    bool playing_ = false;
};

} // namespace lesson
