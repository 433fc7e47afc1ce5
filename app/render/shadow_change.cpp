#include "render/shadow_change.h"

#include "render/canvas.h"

#include <algorithm>
#include <cstdlib>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>

namespace render {

namespace {
constexpr int k_square = 16; ///< texels that are looked at together
constexpr int k_still = 2;   ///< steps of depth, a tenth of a millimetre
/// What shaders/shadow.glsl allows a surface to lie before its own shadow, twice, in depth.
constexpr float k_bias = 0.0012f;
/// The floor is dark in texels of some centimetres, softly (shaders/floor.frag); metres.
constexpr float k_floor = 0.05f, k_floor_around = 0.16f;
constexpr float k_farthest = 65535.0f; ///< depth 1

/// Texels and depths between which something came into a shadow or out of it.
struct Change {
    glm::ivec2 low{1 << 20}, high{-1};
    int nearest = 65536, farthest = -1;
};

/// One square of both maps; `told` becomes `now` where they differ.
Change compare(ShadowMap& told, const ShadowMap& now, glm::ivec2 square) {
    Change change;
    const glm::ivec2 from = square * k_square, to = glm::min(from + k_square, glm::ivec2(now.side));
    for (int y = from.y; y < to.y; ++y)
        for (int x = from.x; x < to.x; ++x) {
            const auto i =
                static_cast<std::size_t>(y) * static_cast<std::size_t>(now.side) + static_cast<std::size_t>(x);
            const int a = told.depths[i], b = now.depths[i];
            if (std::abs(a - b) <= k_still) continue;
            change.low = glm::min(change.low, glm::ivec2(x, y));
            change.high = glm::max(change.high, glm::ivec2(x, y));
            change.nearest = std::min({change.nearest, a, b});
            change.farthest = std::max({change.farthest, a, b});
            told.depths[i] = now.depths[i];
        }
    return change;
}

/// What a change of shadow can be seen on.
class Receivers {
public:
    Receivers(const ShadowMap& map, const glm::mat4& view_projection, glm::ivec2 size, float around)
        : region(size), side_(static_cast<float>(map.side)), to_world_(glm::inverse(map.from_world)),
          to_clip_(view_projection), size_(size), around_(around) {}
    void add(const Change& change);
    Region region;

private:
    void add(const glm::vec4& world);
    glm::vec2 pixel(const glm::vec4& clip) const { return pixel_of(clip, size_); }
    float pixels(float metres, const glm::vec4& world) const;

    float side_;
    glm::mat4 to_world_, to_clip_;
    glm::ivec2 size_;
    float around_;
    glm::vec2 from_{0.0f}, to_{0.0f}; ///< round what was added last
};

/// Of a distance at a place, at most.
float Receivers::pixels(float metres, const glm::vec4& world) const {
    const glm::vec2 here = pixel(to_clip_ * world);
    float most = 0.0f;
    for (int axis = 0; axis < 3; ++axis) {
        glm::vec4 there = world;
        there[axis] += metres;
        most = std::max(most, glm::distance(pixel(to_clip_ * there), here));
    }
    return 1.5f * most; // what lies between the axes
}

void Receivers::add(const glm::vec4& world) {
    const glm::vec4 clip = to_clip_ * world;
    if (clip.w < k_beside_eye) {
        region.add_all();
        return;
    }
    const float around = 1.0f + pixels(world.y < k_floor ? std::max(around_, k_floor_around) : around_, world);
    from_ = glm::min(from_, pixel(clip) - around);
    to_ = glm::max(to_, pixel(clip) + around);
}

void Receivers::add(const Change& change) {
    const glm::vec3 low(glm::vec2(change.low) / side_, static_cast<float>(change.nearest) / k_farthest - k_bias);
    const glm::vec3 high(glm::vec2(change.high + 1) / side_, static_cast<float>(change.farthest) / k_farthest + k_bias);
    from_ = glm::vec2(1e6f);
    to_ = glm::vec2(-1e6f);
    const glm::vec4 onward = to_world_ * glm::vec4(0.0f, 0.0f, 1.0f, 0.0f);
    for (int i = 0; i < 8; ++i) {
        const glm::vec3 at((i & 1) != 0 ? high.x : low.x, (i & 2) != 0 ? high.y : low.y, (i & 4) != 0 ? high.z : low.z);
        const glm::vec4 world = to_world_ * glm::vec4(at, 1.0f);
        add(world);
        // what casts nothing lies beyond the map: the floor
        if (at.z >= 1.0f && onward.y < 0.0f && world.y > 0.0f) add(world - onward * (world.y / onward.y));
    }
    region.add(from_, to_);
}
} // namespace

Region ShadowChanges::to(const ShadowMap& map, const glm::mat4& view_projection, glm::ivec2 size, float around) {
    Receivers seen(map, view_projection, size, around);
    if (!told_ || told_->from_world != map.from_world || told_->side != map.side) {
        told_ = map;
        seen.region.add_all();
        return seen.region;
    }
    const int squares = (map.side + k_square - 1) / k_square;
    for (int y = 0; y < squares; ++y)
        for (int x = 0; x < squares; ++x) {
            const Change change = compare(*told_, map, {x, y});
            if (change.farthest >= 0) seen.add(change);
        }
    return seen.region;
}

} // namespace render
