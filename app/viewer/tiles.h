#pragma once
// Tiles: a picture that is too large to be drawn at once, as parts that overlap.

#include "files/load.h"

#include <cstdint>
#include <glm/vec2.hpp>
#include <vector>

namespace viewer {

/// Pixels from the lower left corner of the picture, as OpenGL counts them.
struct Tile {
    glm::ivec2 origin{0}, size{0};    ///< what is drawn, with a margin for effects that look round a pixel
    glm::ivec2 kept{0}, kept_size{0}; ///< the part of it that goes into the picture
    bool operator==(const Tile&) const = default;
};

/// What may be drawn at once.
struct TileLimits {
    int pixels = 9'000'000; ///< about 600 MB of targets with everything that a picture may need
    int side = 16384;       ///< the driver's
};

/// One tile when all of the picture may be drawn at once, else tiles of one size. Together their kept parts are the
/// picture, each pixel once. The limits must allow tiles of several margins.
std::vector<Tile> tiles_of(glm::ivec2 picture, const TileLimits& limits);

/// Puts the kept part of a tile's pixels (RGBA8, top row first) into the picture.
void put(const Tile& tile, const std::vector<std::uint8_t>& pixels, files::Image& picture);

} // namespace viewer
