#include "viewer/contact_sheet.h"

#include "base/assert.h"

#include <algorithm>
#include <cmath>

namespace viewer {

int sheet_columns(int count, int tile_width, int tile_height) {
    const double wanted = std::sqrt(count * (16.0 / 9.0) * tile_height / tile_width);
    return std::clamp(static_cast<int>(std::lround(wanted)), 1, std::max(1, count));
}

files::Image contact_sheet(const std::vector<files::Image>& tiles, int columns, int gap) {
    APP_ASSERT(!tiles.empty() && columns > 0);
    const int width = tiles[0].width, height = tiles[0].height;
    const int rows = (static_cast<int>(tiles.size()) + columns - 1) / columns;
    files::Image sheet;
    sheet.width = columns * (width + gap) + gap;
    sheet.height = rows * (height + gap) + gap;
    sheet.rgba.assign(static_cast<std::size_t>(sheet.width) * static_cast<std::size_t>(sheet.height) * 4, 255);
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        APP_ASSERT(tiles[i].width == width && tiles[i].height == height);
        const int left = gap + (static_cast<int>(i) % columns) * (width + gap);
        const int top = gap + (static_cast<int>(i) / columns) * (height + gap);
        for (int y = 0; y < height; ++y) {
            const auto from = tiles[i].rgba.begin() + static_cast<std::ptrdiff_t>(y) * width * 4;
            const auto to = sheet.rgba.begin() + (static_cast<std::ptrdiff_t>(top + y) * sheet.width + left) * 4;
            std::copy(from, from + static_cast<std::ptrdiff_t>(width) * 4, to);
        }
    }
    return sheet;
}

} // namespace viewer
