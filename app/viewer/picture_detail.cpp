#include "viewer/picture_detail.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <glm/common.hpp>

namespace viewer {

namespace {

constexpr std::array k_parts = {1.0f, 0.71f, 0.5f};
constexpr base::Seconds k_too_slow{0.06}, k_fast_enough{0.04};
constexpr int k_frames_to_agree = 3; // one slow frame is the system's doing

} // namespace

float PictureDetail::part() const { return k_parts[static_cast<std::size_t>(level_)]; }

glm::ivec2 PictureDetail::scaled(glm::ivec2 pixels) const {
    return glm::max(glm::ivec2(glm::round(glm::vec2(pixels) * part())), glm::ivec2(1));
}

void PictureDetail::took(base::Seconds time) {
    const bool coarsest = level_ + 1 == static_cast<int>(k_parts.size());
    // The time at the next finer level, were every pixel to cost the same.
    const float finer = level_ > 0 ? k_parts[static_cast<std::size_t>(level_ - 1)] / part() : 1.0f;
    const int wish = time > k_too_slow && !coarsest                                            ? -1
                     : level_ > 0 && time * static_cast<double>(finer * finer) < k_fast_enough ? 1
                                                                                               : 0;
    agreeing_ = wish == 0 ? 0 : wish * agreeing_ > 0 ? agreeing_ + wish : wish;
    if (std::abs(agreeing_) < k_frames_to_agree) return;
    level_ -= wish;
    agreeing_ = 0;
}

} // namespace viewer
