#pragma once
// Image comparison for golden pictures: never rescales, says where and by how much pictures differ, and leaves the
// evidence in the build folder.

#include "files/load.h"

#include <filesystem>
#include <glm/vec2.hpp>
#include <string>

namespace support {

struct Limits {
    int channel_max = 12;    ///< largest difference of one channel that counts as equal, of 255
    double mean_max = 0.15;  ///< mean difference over all channels, of 255
    int pixels_over_max = 0; ///< how many pixels may exceed channel_max
};

struct Difference {
    bool same_size = false;
    int channel_max = 0; ///< largest difference of one channel
    double mean = 0.0;   ///< over all channels of all pixels
    int pixels_over = 0; ///< pixels with a channel beyond Limits::channel_max
    glm::ivec2 worst{0}; ///< where channel_max is, (0,0) top left

    bool within(const Limits& limits) const {
        return same_size && mean <= limits.mean_max && pixels_over <= limits.pixels_over_max;
    }
};

/// Colours only; alpha is compared like a channel.
Difference compare(const files::Image& actual, const files::Image& expected, const Limits& limits);

/// Differences times eight on black, in the larger of the two sizes; pixels that only one has are magenta.
files::Image difference_picture(const files::Image& actual, const files::Image& expected);

/// Empty when the pictures agree. Otherwise a sentence with the numbers and the paths of NAME_actual.png,
/// NAME_expected.png and NAME_diff.png, written into `folder`.
std::string verdict(const std::string& name, const files::Image& actual, const files::Image& expected,
                    const Limits& limits, const std::filesystem::path& folder);

} // namespace support
