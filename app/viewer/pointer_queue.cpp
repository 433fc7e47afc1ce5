#include "viewer/pointer_queue.h"

#include <algorithm>

namespace viewer {

void PointerQueue::button(int button, bool down) {
    if (button < 0 || button >= static_cast<int>(last_.down.size())) return;
    const bool held = std::ranges::any_of(last_.down, [](bool d) { return d; });
    const bool moved = last_.position != position_;
    last_.position = position_;
    // A drag arrives where it ends before the button goes up.
    if (held && moved) states_.push_back(last_);
    last_.down[static_cast<std::size_t>(button)] = down;
    states_.push_back(last_);
}

void PointerQueue::wheel(float notches) {
    last_.position = position_;
    const bool turning = !states_.empty() && states_.back().wheel != 0.0f && states_.back().position == position_;
    if (!turning) states_.push_back(last_);
    states_.back().wheel += notches;
}

std::optional<PointerQueue::State> PointerQueue::next() {
    if (states_.empty()) return std::nullopt;
    const State state = states_.front();
    states_.pop_front();
    return state;
}

} // namespace viewer
