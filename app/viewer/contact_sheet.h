#pragma once
// Contact sheet: many pictures of one size on a sheet.

#include "files/load.h"

#include <vector>

namespace viewer {

/// Columns that make a sheet of `count` tiles of this shape about as wide as 16:9.
int sheet_columns(int count, int tile_width, int tile_height);

/// Tiles row by row on a white sheet with `gap` pixels around each. All tiles must have the size of the first.
files::Image contact_sheet(const std::vector<files::Image>& tiles, int columns, int gap);

} // namespace viewer
