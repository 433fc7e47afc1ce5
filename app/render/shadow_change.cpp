#include "render/shadow_change.h"

#include "base/parallel.h"
#include "render/canvas.h"
#include "render/frame_uniforms.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <initializer_list>

namespace render {

namespace {
constexpr int k_square = 4; ///< texels that are looked at together
constexpr int k_still = 2;  ///< steps of depth, a tenth of a millimetre
// As in shaders/shadow.glsl: how far a surface is lifted before it is looked up, and how far around that, texels ...
constexpr float k_lift = 2.0f, k_around = 2.5f;
/// ... how far it may lie before its own shadow, twice, in depth ...
constexpr float k_bias = 0.0012f;
/// ... and how far before itself a tilted one looks for what shades it, for each metre beside itself.
constexpr float k_tilt = 1.5f;
/// The floor is dark in texels of some centimetres, softly (shaders/floor.frag); metres.
constexpr float k_floor_around = 0.18f;
constexpr float k_farthest = 65535.0f; ///< depth 1
/// Pixels that every change may spread.
constexpr float k_beside = 1.0f;

/// Depths between which something came into a shadow or out of it.
struct Span {
    float nearest = 2.0f, farthest = -1.0f;
    bool empty() const { return farthest < nearest; }
    bool meets(float low, float high) const { return low <= farthest && high >= nearest; }
    void add(const Span& other) {
        nearest = std::min(nearest, other.nearest);
        farthest = std::max(farthest, other.farthest);
    }
};

/// For each square of the map.
class Grid {
public:
    explicit Grid(int side)
        : side_((side + k_square - 1) / k_square), spans_(static_cast<std::size_t>(side_ * side_)) {}
    int side() const { return side_; }
    Span& at(int x, int y) { return spans_[static_cast<std::size_t>(y * side_ + x)]; }
    const Span& at(int x, int y) const { return spans_[static_cast<std::size_t>(y * side_ + x)]; }
    /// Each with the changes less than so many squares away.
    Grid grown(glm::ivec2 reach) const;

private:
    int side_;
    std::vector<Span> spans_;
};

Grid Grid::grown(glm::ivec2 reach) const {
    Grid across = *this, all = *this;
    const auto from = [](int i, int by) { return std::max(i - by, 0); };
    const auto to = [this](int i, int by) { return std::min(i + by, side_ - 1); };
    for (int y = 0; y < side_; ++y)
        for (int x = 0; x < side_; ++x)
            if (!at(x, y).empty())
                for (int i = from(x, reach.x); i <= to(x, reach.x); ++i) across.at(i, y).add(at(x, y));
    for (int y = 0; y < side_; ++y)
        for (int x = 0; x < side_; ++x)
            if (!across.at(x, y).empty())
                for (int i = from(y, reach.y); i <= to(y, reach.y); ++i) all.at(x, i).add(across.at(x, y));
    return all;
}

/// One square of both maps; `told` becomes `now` where they differ.
Span compare(ShadowMap& told, const ShadowMap& now, glm::ivec2 square) {
    int nearest = 65536, farthest = -1;
    const glm::ivec2 from = square * k_square, to = glm::min(from + k_square, glm::ivec2(now.side));
    for (int y = from.y; y < to.y; ++y)
        for (int x = from.x; x < to.x; ++x) {
            const auto i =
                static_cast<std::size_t>(y) * static_cast<std::size_t>(now.side) + static_cast<std::size_t>(x);
            const int a = told.depths[i], b = now.depths[i];
            if (std::abs(a - b) <= k_still) continue;
            nearest = std::min({nearest, a, b});
            farthest = std::max({farthest, a, b});
            told.depths[i] = now.depths[i];
        }
    if (farthest < 0) return {};
    return {static_cast<float>(nearest) / k_farthest, static_cast<float>(farthest) / k_farthest};
}

/// What changes of shadow can be seen on.
class Receivers {
public:
    Receivers(const ShadowMap& map, const mesh::Model& model, const scene::Scene& scene, glm::ivec2 size,
              const Grid& changed, float softness);
    /// May be asked from several threads.
    Region on(const scene::Item& item) const;
    Region on_floor() const;

private:
    /// In the map: squares, and depth.
    using Place = glm::vec3;
    void add_whole(const scene::Item& item, const glm::vec3 (&corners)[3], Region& region) const {
        add_points({corners[0], corners[1], corners[2]}, to_clip_ * item.transform, region);
    }
    void add_triangle(const scene::Item& item, const Place (&at)[3], const glm::vec3 (&corners)[3],
                      Region& region) const;
    void add_patches(const Place (&at)[3], glm::ivec2 from, glm::ivec2 to, Region& region) const;
    bool changed_at(const Place& place) const;
    void add_points(std::initializer_list<glm::vec3> points, const glm::mat4& to_clip, Region& region) const;
    bool meets(const Span& span, float low, float high) const {
        return span.meets(low - before_ - k_bias, high + k_bias);
    }

    const mesh::Model& model_;
    glm::ivec2 size_;
    const Grid& changed_; ///< as it is
    float squares_;       ///< in the map's width
    glm::mat4 to_map_, to_world_, to_clip_;
    float lift_;   ///< metres
    float before_; ///< how much nearer to the light what shades a point may be looked for, depth
    Grid near_;    ///< with what lies around
};

Receivers::Receivers(const ShadowMap& map, const mesh::Model& model, const scene::Scene& scene, glm::ivec2 size,
                     const Grid& changed, float softness)
    : model_(model), size_(size), changed_(changed),
      squares_(static_cast<float>(map.side) / static_cast<float>(k_square)), to_map_(map.from_world),
      to_world_(glm::inverse(map.from_world)), to_clip_(view_projection(scene, size)), near_(0) {
    const glm::mat3 rows = glm::transpose(glm::mat3(map.from_world));
    const glm::vec2 texels = glm::vec2(glm::length(rows[0]), glm::length(rows[1])) * static_cast<float>(map.side);
    const float texel = 1.0f / std::min(texels.x, texels.y);
    lift_ = k_lift * texel;
    before_ = k_tilt * (softness + k_around * texel) * glm::length(rows[2]);
    near_ = changed.grown(glm::ivec2(glm::ceil((softness * texels + k_around) / static_cast<float>(k_square))));
}

void Receivers::add_points(std::initializer_list<glm::vec3> points, const glm::mat4& to_clip, Region& region) const {
    glm::vec2 low(1e6f), high(-1e6f);
    for (const glm::vec3& point : points) {
        const glm::vec4 clip = to_clip * glm::vec4(point, 1.0f);
        if (clip.w < k_beside_eye) {
            region.add_all();
            return;
        }
        low = glm::min(low, pixel_of(clip, size_));
        high = glm::max(high, pixel_of(clip, size_));
    }
    region.add(low - k_beside, high + k_beside);
}

/// A large triangle over many squares: of each that changed, what lies on the triangle's plane.
void Receivers::add_patches(const Place (&at)[3], glm::ivec2 from, glm::ivec2 to, Region& region) const {
    const glm::vec3 normal = glm::cross(at[1] - at[0], at[2] - at[0]);
    const float least = std::min({at[0].z, at[1].z, at[2].z}), most = std::max({at[0].z, at[1].z, at[2].z});
    const bool upright = std::abs(normal.z) < 1e-6f;
    const auto depth = [&](int x, int y) {
        if (upright) return least;
        const glm::vec2 off = glm::vec2(x, y) - glm::vec2(at[0]);
        return glm::clamp(at[0].z - (normal.x * off.x + normal.y * off.y) / normal.z, least, most);
    };
    for (int y = from.y; y <= to.y; ++y)
        for (int x = from.x; x <= to.x; ++x) {
            if (near_.at(x, y).empty()) continue;
            const float a = depth(x, y), b = depth(x + 1, y), c = depth(x, y + 1), d = depth(x + 1, y + 1);
            const float low = std::min({a, b, c, d}), high = upright ? most : std::max({a, b, c, d});
            if (!meets(near_.at(x, y), low, high)) continue;
            const auto world = [&](int i, int j, float z) {
                return glm::vec3(to_world_ * glm::vec4(glm::vec2(i, j) / squares_, z, 1.0f));
            };
            add_points({world(x, y, low), world(x + 1, y, low), world(x, y + 1, low), world(x + 1, y + 1, low),
                        world(x, y, high), world(x + 1, y, high), world(x, y + 1, high), world(x + 1, y + 1, high)},
                       to_clip_, region);
        }
}

void Receivers::add_triangle(const scene::Item& item, const Place (&at)[3], const glm::vec3 (&corners)[3],
                             Region& region) const {
    const glm::vec3 low = glm::min(at[0], glm::min(at[1], at[2])), high = glm::max(at[0], glm::max(at[1], at[2]));
    if (high.x < 0.0f || high.y < 0.0f || low.x >= squares_ || low.y >= squares_) return;
    const glm::ivec2 last(near_.side() - 1);
    const glm::ivec2 from(glm::max(glm::vec2(low), 0.0f)), to = glm::min(glm::ivec2(high), last);
    if (from != to)
        add_patches(at, from, to, region);
    else if (meets(near_.at(from.x, from.y), low.z, high.z))
        add_whole(item, corners, region);
}

bool Receivers::changed_at(const Place& place) const {
    const glm::ivec2 square(glm::floor(glm::vec2(place)));
    if (std::min(square.x, square.y) < 0 || std::max(square.x, square.y) >= near_.side()) return false;
    return meets(near_.at(square.x, square.y), place.z, place.z);
}

Region Receivers::on(const scene::Item& item) const {
    Region region(size_);
    if (item.opacity <= 0.0f) return region;
    const mesh::Mesh& mesh = model_.meshes[static_cast<std::size_t>(item.mesh)];
    const std::vector<glm::vec3>& positions = item.shape ? item.shape->positions : mesh.positions;
    const std::vector<glm::vec3>& normals = item.shape ? item.shape->normals : mesh.normals;
    std::vector<Place> places(positions.size());
    const glm::mat4 to_map = to_map_ * item.transform;
    const float lift = lift_ / std::cbrt(std::abs(glm::determinant(glm::mat3(item.transform))));
    for (std::size_t i = 0; i < places.size(); ++i) {
        const glm::vec3 lifted = normals.empty() ? positions[i] : positions[i] + normals[i] * lift;
        const glm::vec3 at(to_map * glm::vec4(lifted, 1.0f)); // no division: parallel light
        places[i] = {at.x * squares_, at.y * squares_, std::min(at.z, 1.0f)};
    }
    // what is seen through has its shadows at vertices, but for the room's large triangles
    const bool at_vertices = (item.opacity < 1.0f || item.ghost) && item.kind != anatomy::Kind::room;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const std::uint32_t a = mesh.indices[i], b = mesh.indices[i + 1], c = mesh.indices[i + 2];
        const glm::vec3 corners[3] = {positions[a], positions[b], positions[c]};
        if (!at_vertices)
            add_triangle(item, {places[a], places[b], places[c]}, corners, region);
        else if (changed_at(places[a]) || changed_at(places[b]) || changed_at(places[c]))
            add_whole(item, corners, region);
    }
    return region;
}

/// Under each square that changed, as far around as its shadow is soft.
Region Receivers::on_floor() const {
    Region region(size_);
    const glm::vec4 onward = to_world_ * glm::vec4(0.0f, 0.0f, 1.0f, 0.0f);
    if (onward.y >= 0.0f) return region;
    for (int y = 0; y < changed_.side(); ++y)
        for (int x = 0; x < changed_.side(); ++x) {
            if (changed_.at(x, y).empty()) continue;
            for (const glm::vec2 corner :
                 {glm::vec2(x, y), glm::vec2(x + 1, y), glm::vec2(x, y + 1), glm::vec2(x + 1, y + 1)}) {
                const glm::vec4 above = to_world_ * glm::vec4(corner / squares_, 0.0f, 1.0f);
                const float depth = -above.y / onward.y;
                if (!meets(changed_.at(x, y), std::min(depth, 1.0f), std::min(depth, 1.0f))) continue;
                const glm::vec3 on = above + onward * depth;
                const float r = k_floor_around;
                add_points({on + glm::vec3(-r, 0.0f, -r), on + glm::vec3(r, 0.0f, -r), on + glm::vec3(-r, 0.0f, r),
                            on + glm::vec3(r, 0.0f, r)},
                           to_clip_, region);
            }
        }
    return region;
}
} // namespace

Region ShadowChanges::to(const ShadowMap& map, const scene::Scene& scene, glm::ivec2 size, float softness) {
    Region region(size);
    if (!told_ || told_->from_world != map.from_world || told_->side != map.side) {
        told_ = map;
        region.add_all();
        return region;
    }
    Grid changed(map.side);
    bool any = false;
    for (int y = 0; y < changed.side(); ++y)
        for (int x = 0; x < changed.side(); ++x) {
            changed.at(x, y) = compare(*told_, map, {x, y});
            any |= !changed.at(x, y).empty();
        }
    if (!any) return region;
    const Receivers receivers(map, *model_, scene, size, changed, softness);
    std::vector<Region> on(scene.items.size(), Region(size));
    base::in_parallel(on.size(), [&](std::size_t i) { on[i] = receivers.on(scene.items[i]); });
    for (const Region& each : on) region.add(each);
    region.add(receivers.on_floor());
    return region;
}

} // namespace render
