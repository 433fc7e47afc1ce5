#pragma once
// Region: some of the squares that a picture is divided into. A value.

#include "gpu/state.h"

#include <glm/vec2.hpp>
#include <vector>

namespace render {

/// Pixels are counted from the lower left.
class Region {
public:
    static constexpr int k_square = 16; ///< pixels a side

    Region() = default;
    /// Nothing of a picture of this size.
    explicit Region(glm::ivec2 picture);

    void add_all();
    /// Every square that touches the rectangle; what lies beside the picture is left out.
    void add(const glm::vec2& low, const glm::vec2& high);
    void add(const gpu::Scissor& rectangle);
    void add(const Region& other); ///< of the same picture
    bool has(glm::ivec2 pixel) const;
    bool empty() const;
    /// With all squares that are less than so many pixels away, along each axis.
    Region grown(int pixels) const;
    /// With all of each block of 2 x 2 squares that has one of it: larger, in fewer rectangles.
    Region coarse() const;
    /// Of all squares.
    double share() const;
    bool operator==(const Region&) const = default;
    /// Side by side, together the region.
    std::vector<gpu::Scissor> rectangles() const;

private:
    char& mark(int x, int y) { return marks_[static_cast<std::size_t>(y * squares_.x + x)]; }
    char mark(int x, int y) const { return marks_[static_cast<std::size_t>(y * squares_.x + x)]; }
    gpu::Scissor pixels(glm::ivec2 low, glm::ivec2 high) const;

    glm::ivec2 picture_{0}, squares_{0};
    std::vector<char> marks_;
};

} // namespace render
