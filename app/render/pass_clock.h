#pragma once
// PassClock: what each pass of a frame costs, for benchmarks. Off, it does nothing.

#include "gpu/timestamp.h"

#include <chrono>
#include <string>
#include <vector>

namespace render {

enum class Timing {
    off,
    finished, ///< waits until each pass is done: true for software renderers, and slows the frame a little
    stamps    ///< timestamps on the GPU, read when the frame is over; as `finished` where there are none
};

struct PassTime {
    std::string pass;
    double milliseconds = 0.0;
};

class PassClock {
public:
    void time(Timing timing);
    void begin_frame();
    /// `pass` ends here.
    void mark(const char* pass);
    /// Of the last frame, in the order of the marks; waits for the GPU.
    std::vector<PassTime> read() const;

private:
    using Clock = std::chrono::steady_clock;
    Timing timing_ = Timing::off;
    std::vector<const char*> passes_;
    std::vector<Clock::time_point> times_; ///< one more than passes
    std::vector<gpu::Timestamp> stamps_;   ///< as many as ever were needed
};

} // namespace render
