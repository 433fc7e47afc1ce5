#include "viewer/progress.h"

#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>
#include <utility>

namespace viewer {

Progress::Progress(std::string what, int total)
    : what_(std::move(what)), total_(total), terminal_(isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
    if (terminal_ && done_ > 0 && done_ < total_) std::fputc('\n', stderr);
}

void Progress::step() {
    ++done_;
    const int percent = total_ > 0 ? done_ * 100 / total_ : 100;
    const int shown = terminal_ ? percent : percent / 10;
    if (shown == shown_) return;
    shown_ = shown;
    constexpr int k_width = 30;
    const int filled = k_width * percent / 100;
    fmt::print(stderr, "{}{:<18} [{:#<{}}{:.<{}}] {:3d} %{}", terminal_ ? "\r" : "", what_, "", filled, "",
               k_width - filled, percent, !terminal_ || done_ == total_ ? "\n" : "");
    std::fflush(stderr);
}

} // namespace viewer
