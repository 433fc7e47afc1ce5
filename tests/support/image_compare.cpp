#include "support/image_compare.h"

#include <algorithm>
#include <cstdlib>
#include <sstream>

namespace support {

namespace {
std::size_t offset(const files::Image& image, int x, int y) {
    return (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)) * 4;
}
} // namespace

Difference compare(const files::Image& actual, const files::Image& expected, const Limits& limits) {
    Difference result;
    result.same_size = actual.width == expected.width && actual.height == expected.height &&
                       actual.rgba.size() == expected.rgba.size();
    if (!result.same_size) return result;
    double sum = 0.0;
    for (int y = 0; y < actual.height; ++y)
        for (int x = 0; x < actual.width; ++x) {
            int most = 0;
            for (std::size_t c = offset(actual, x, y), end = c + 4; c < end; ++c) {
                const int delta = std::abs(int{actual.rgba[c]} - int{expected.rgba[c]});
                sum += delta;
                most = std::max(most, delta);
            }
            if (most > limits.channel_max) ++result.pixels_over;
            if (most > result.channel_max) {
                result.channel_max = most;
                result.worst = {x, y};
            }
        }
    result.mean = actual.rgba.empty() ? 0.0 : sum / static_cast<double>(actual.rgba.size());
    return result;
}

files::Image difference_picture(const files::Image& actual, const files::Image& expected) {
    files::Image result{std::max(actual.width, expected.width), std::max(actual.height, expected.height), {}};
    result.rgba.assign(offset(result, 0, result.height), 255);
    for (int y = 0; y < result.height; ++y)
        for (int x = 0; x < result.width; ++x) {
            const std::size_t to = offset(result, x, y);
            const bool both = x < actual.width && y < actual.height && x < expected.width && y < expected.height;
            for (std::size_t c = 0; c < 3; ++c) {
                const int magenta = c == 1 ? 0 : 255;
                const int delta = both ? 8 * std::abs(int{actual.rgba[offset(actual, x, y) + c]} -
                                                      int{expected.rgba[offset(expected, x, y) + c]})
                                       : magenta;
                result.rgba[to + c] = static_cast<std::uint8_t>(std::min(delta, 255));
            }
        }
    return result;
}

std::string verdict(const std::string& name, const files::Image& actual, const files::Image& expected,
                    const Limits& limits, const std::filesystem::path& folder) {
    const Difference difference = compare(actual, expected, limits);
    if (difference.within(limits)) return {};
    std::filesystem::create_directories(folder);
    const std::filesystem::path base = folder / name;
    files::write_png(actual, base.string() + "_actual.png");
    files::write_png(expected, base.string() + "_expected.png");
    files::write_png(difference_picture(actual, expected), base.string() + "_diff.png");
    std::ostringstream text;
    text << name << " differs from what was expected: ";
    if (!difference.same_size)
        text << "it is " << actual.width << " x " << actual.height << " pixels instead of " << expected.width << " x "
             << expected.height;
    else
        text << difference.pixels_over << " pixels by more than " << limits.channel_max << " (allowed "
             << limits.pixels_over_max << "), worst " << difference.channel_max << " at (" << difference.worst.x << ", "
             << difference.worst.y << "), mean " << difference.mean << " (allowed " << limits.mean_max << ")";
    text << "; see " << base.string() << "_{actual,expected,diff}.png";
    return text.str();
}

} // namespace support
