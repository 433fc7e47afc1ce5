#include "viewer/tiles.h"

#include "base/assert.h"
#include "render/canvas.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

namespace viewer {

namespace {

constexpr int k_step = render::k_canvas_step;
/// The margin: this part of the height, as far as hollows darken and marks glow, but never more than a tile can spare.
constexpr int k_margin_part = 12, k_most_margin = 384;
/// 16384 pixels in tiles of 1024 and less is more than any driver needs.
constexpr int k_most_cuts = 32;

int down(int pixels) { return pixels / k_step * k_step; }
int up(int pixels) { return down(pixels + k_step - 1); }

/// One direction: `count` parts of `inner` pixels each, of which `drawn` are drawn.
struct Cuts {
    int count, inner, drawn;
};

Cuts cut(int length, int count, int margin) {
    const int inner = up((length + count - 1) / count);
    const int fewest = std::min(length, inner + 2 * margin);
    // so that a tile moved back from the far edge begins at a multiple of the step
    return {(length + inner - 1) / inner, inner, length - down(length - fewest)};
}

/// The cheapest cuts in both directions that the limits allow.
std::pair<Cuts, Cuts> cuts_of(glm::ivec2 picture, const TileLimits& limits) {
    const int margin = std::min(up(picture.y / k_margin_part), k_most_margin);
    std::pair<Cuts, Cuts> best{};
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (int columns = 1; columns <= k_most_cuts; ++columns)
        for (int rows = 1; rows <= k_most_cuts; ++rows) {
            const Cuts x = cut(picture.x, columns, margin), y = cut(picture.y, rows, margin);
            const std::int64_t pixels = std::int64_t{x.drawn} * y.drawn;
            if (pixels > limits.pixels || std::max(x.drawn, y.drawn) > limits.side) continue;
            if (pixels * x.count * y.count >= least) continue;
            least = pixels * x.count * y.count;
            best = {x, y};
        }
    APP_ASSERT(best.first.count > 0);
    return best;
}

} // namespace

std::vector<Tile> tiles_of(glm::ivec2 picture, const TileLimits& limits) {
    APP_ASSERT(picture.x > 0 && picture.y > 0);
    if (std::int64_t{picture.x} * picture.y <= limits.pixels && std::max(picture.x, picture.y) <= limits.side)
        return {{{0, 0}, picture, {0, 0}, picture}};
    const auto [across, upward] = cuts_of(picture, limits);
    const glm::ivec2 inner(across.inner, upward.inner), drawn(across.drawn, upward.drawn);
    std::vector<Tile> tiles;
    for (int row = 0; row < upward.count; ++row)
        for (int column = 0; column < across.count; ++column) {
            Tile tile;
            tile.kept = glm::ivec2(column, row) * inner;
            tile.kept_size = glm::min(inner, picture - tile.kept);
            const glm::ivec2 before = (drawn - inner) / 2 / k_step * k_step;
            tile.origin = glm::clamp(tile.kept - before, glm::ivec2(0), picture - drawn);
            tile.size = drawn;
            tiles.push_back(tile);
        }
    return tiles;
}

void put(const Tile& tile, const std::vector<std::uint8_t>& pixels, files::Image& picture) {
    const auto row_of = [](int width, int x, int y) {
        return (static_cast<std::ptrdiff_t>(y) * width + x) * std::ptrdiff_t{4};
    };
    for (int y = 0; y < tile.kept_size.y; ++y) {
        const int from_bottom = tile.kept.y + y;
        const auto from = pixels.begin() + row_of(tile.size.x, tile.kept.x - tile.origin.x,
                                                  tile.size.y - 1 - (from_bottom - tile.origin.y));
        const auto to = picture.rgba.begin() + row_of(picture.width, tile.kept.x, picture.height - 1 - from_bottom);
        std::copy(from, from + std::ptrdiff_t{4} * tile.kept_size.x, to);
    }
}

} // namespace viewer
