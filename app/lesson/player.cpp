#include "lesson/player.h"

#include <algorithm>
#include <cmath>

namespace lesson {

void Player::play() {
    if (at_ >= duration_) at_ = base::Seconds(0);
    playing_ = true;
    last_.reset();
}

void Player::seek(base::Seconds at) { at_ = std::clamp(at, base::Seconds(0), duration_); }

void Player::set_speed(double factor) { speed_ = std::clamp(factor, 0.1, 4.0); }

base::Seconds Player::advance(base::Seconds now) {
    if (!playing_) return at_;
    const base::Seconds passed = last_ ? std::max(now - *last_, base::Seconds(0)) : base::Seconds(0);
    last_ = now;
    const base::Seconds before = at_;
    at_ += passed * speed_;
    // a loop catches only time that runs over its end: who seeks behind it plays on
    if (loop_ && loop_->to > loop_->from && before < loop_->to && at_ >= loop_->to)
        at_ = loop_->from + base::Seconds(std::fmod((at_ - loop_->from).count(), (loop_->to - loop_->from).count()));
    if (at_ >= duration_) {
        at_ = duration_;
        playing_ = false;
    }
    return at_;
}

} // namespace lesson
