#pragma once
// Picture detail: how finely the picture is drawn while it moves, so that a machine without a graphics card moves too.

#include "base/seconds.h"

#include <glm/vec2.hpp>

namespace viewer {

class PictureDetail {
public:
    /// A frame at this detail took so long.
    void took(base::Seconds time);

    /// Part of the picture's width and height that is drawn, 1 or less.
    float part() const;
    glm::ivec2 scaled(glm::ivec2 pixels) const;

private:
    int level_ = 0;    ///< 0: full
    int agreeing_ = 0; ///< frames in a row that asked for the same change; negative: for less detail
};

} // namespace viewer
