#include "render/region.h"

#include <algorithm>
#include <glm/common.hpp>

namespace render {

Region::Region(glm::ivec2 picture)
    : picture_(picture), squares_((picture + k_square - 1) / k_square),
      marks_(static_cast<std::size_t>(squares_.x) * static_cast<std::size_t>(squares_.y)) {}

void Region::add_all() { std::ranges::fill(marks_, 1); }

void Region::add(const glm::vec2& low, const glm::vec2& high) {
    constexpr float k_side = k_square;
    // what is not below 0 is rounded down by the conversion
    if (high.x < 0.0f || high.y < 0.0f) return;
    const glm::ivec2 from(glm::min(glm::max(low, 0.0f) / k_side, glm::vec2(squares_)));
    const glm::ivec2 to = glm::min(glm::ivec2(glm::min(high / k_side, glm::vec2(squares_))) + 1, squares_);
    for (int y = from.y; y < to.y; ++y)
        for (int x = from.x; x < to.x; ++x) mark(x, y) = 1;
}

void Region::add(const gpu::Scissor& rectangle) {
    if (rectangle.size.x > 0 && rectangle.size.y > 0)
        add(glm::vec2(rectangle.origin), glm::vec2(rectangle.origin + rectangle.size - 1));
}

void Region::add(const Region& other) {
    for (std::size_t i = 0; i < marks_.size(); ++i) marks_[i] |= other.marks_[i];
}

bool Region::has(glm::ivec2 pixel) const { return mark(pixel.x / k_square, pixel.y / k_square) != 0; }

bool Region::empty() const { return std::ranges::find(marks_, 1) == marks_.end(); }

Region Region::grown(int pixels) const {
    const int reach = (pixels + k_square - 1) / k_square;
    Region across(picture_), all(picture_);
    // along one axis, then along the other
    for (int y = 0; y < squares_.y; ++y)
        for (int x = 0; x < squares_.x; ++x)
            if (mark(x, y))
                for (int i = std::max(x - reach, 0); i <= std::min(x + reach, squares_.x - 1); ++i)
                    across.mark(i, y) = 1;
    for (int y = 0; y < squares_.y; ++y)
        for (int x = 0; x < squares_.x; ++x)
            if (across.mark(x, y))
                for (int i = std::max(y - reach, 0); i <= std::min(y + reach, squares_.y - 1); ++i) all.mark(x, i) = 1;
    return all;
}

Region Region::coarse() const {
    constexpr int k_block = 2;
    Region region(picture_);
    for (int y = 0; y < squares_.y; ++y)
        for (int x = 0; x < squares_.x; ++x) {
            if (!mark(x, y)) continue;
            region.add(gpu::Scissor{glm::ivec2(x, y) / k_block * k_block * k_square, glm::ivec2(k_block * k_square)});
        }
    return region;
}

double Region::share() const {
    return static_cast<double>(std::ranges::count(marks_, 1)) /
           static_cast<double>(std::max<std::size_t>(marks_.size(), 1));
}

gpu::Scissor Region::pixels(glm::ivec2 low, glm::ivec2 high) const {
    const glm::ivec2 from = low * k_square;
    return {from, glm::max(glm::min(high * k_square, picture_) - from, glm::ivec2(0))};
}

std::vector<gpu::Scissor> Region::rectangles() const {
    std::vector<gpu::Scissor> all;
    Region left = *this;
    for (int y = 0; y < squares_.y; ++y)
        for (int x = 0; x < squares_.x; ++x) {
            if (!left.mark(x, y)) continue;
            int right = x, top = y + 1;
            while (right < squares_.x && left.mark(right, y)) ++right;
            const auto full = [&](int row) {
                for (int i = x; i < right; ++i)
                    if (!left.mark(i, row)) return false;
                return true;
            };
            while (top < squares_.y && full(top)) ++top;
            for (int row = y; row < top; ++row)
                for (int i = x; i < right; ++i) left.mark(i, row) = 0;
            all.push_back(pixels({x, y}, {right, top}));
        }
    return all;
}

} // namespace render
