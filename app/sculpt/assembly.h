#pragma once
// assembly: solids made of solids: moved ones, whole programs, and a trunk with branches that keep apart.

#include "sculpt/program.h"

#include <glm/mat3x3.hpp>

namespace sculpt {

/// A frame: p outside = turn * p inside + origin (mm). `turn` is orthogonal and may mirror.
struct Placing {
    glm::mat3 turn{1.0f};
    glm::vec3 origin{0.0f};

    glm::vec3 point(const glm::vec3& p) const { return turn * p + origin; }
    /// First `inner`, then this.
    Placing operator*(const Placing& inner) const { return {turn * inner.turn, point(inner.origin)}; }
};

/// Rotation about x, then y, then z of the fixed axes, degrees.
glm::mat3 rotation(const glm::vec3& degrees);

/// `solid`, described in the frame `placing`, as seen from outside.
Solid make_placed(Solid solid, const Placing& placing);

/// All of a program as one solid. Not for an empty program.
Solid make_group(Program program);

/// One branch: `root` melts into the trunk; `whole` only joins what comes out of that.
struct Branch {
    Solid root, whole;
};

/// The trunk and its branches. Roots melt into the trunk over `melt` mm but branches, which may touch each other and
/// the trunk like the fingers of a fist, join over `apart` mm only.
Solid make_branching(Solid trunk, std::vector<Branch> branches, float melt, float apart);

} // namespace sculpt
