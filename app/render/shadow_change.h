#pragma once
// ShadowChanges: where the pictures of shadow maps that follow one another may differ. Pure.

#include "render/region.h"
#include "render/shadow_map.h"

#include <glm/vec2.hpp>
#include <optional>

namespace render {

class ShadowChanges {
public:
    /// Where in a picture of `size` pixels a shadow may have come or gone, with all that lies less than so many metres
    /// beside it. A step or two of depth counts from where it was last told of.
    Region to(const ShadowMap& map, const glm::mat4& view_projection, glm::ivec2 size, float around);

private:
    std::optional<ShadowMap> told_;
};

} // namespace render
