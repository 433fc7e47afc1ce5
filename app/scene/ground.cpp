#include "scene/ground.h"

#include "scene/contact.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>
#include <glm/mat3x3.hpp>

namespace scene {

namespace {

// Periosteum and what else never thins out over bone, metres; and the least that is left to give way.
constexpr float k_over_bone = 0.002f, k_least_depth = 0.001f;
// The depth that gives way changes at most so steeply: no step in the flesh where a bone begins.
constexpr float k_steepest = 0.8f;
// Beyond its edge, as seen from the hand, skin falls away with this slope.
constexpr float k_falls = 6.0f;
// Triangles that reach farther over the end of a grid than this are left out, metres: longer than their edges.
constexpr float k_beside = 0.012f;

bool there(float height) { return std::abs(height) < mesh::HeightField::k_nothing; }

/// Calls `visit(place, before)` for every crossing and its neighbour along a row or column, in all four directions.
template <class Visit>
void sweep(const mesh::HeightField& grid, Visit visit) {
    const auto place = [&](int c, int r) { return static_cast<std::size_t>(grid.index(c, r)); };
    for (int r = 0; r < grid.rows; ++r) {
        for (int c = 1; c < grid.columns; ++c) visit(place(c, r), place(c - 1, r));
        for (int c = grid.columns - 2; c >= 0; --c) visit(place(c, r), place(c + 1, r));
    }
    for (int c = 0; c < grid.columns; ++c) {
        for (int r = 1; r < grid.rows; ++r) visit(place(c, r), place(c, r - 1));
        for (int r = grid.rows - 2; r >= 0; --r) visit(place(c, r), place(c, r + 1));
    }
}

} // namespace

LegPart part_of(anatomy::Body body) {
    switch (body) {
    case anatomy::Body::pelvis:
    case anatomy::Body::femur:
    case anatomy::Body::patella: return LegPart::thigh;
    case anatomy::Body::tibia:
    case anatomy::Body::talus:
    case anatomy::Body::calcaneus:
    case anatomy::Body::toes: break;
    }
    return LegPart::lower_leg;
}

Ground::Ground(const World& world) : world_(world), skin_(skin_mesh(world)) {
    for (std::size_t i = 0; i < world.parts.size(); ++i) {
        const int structure = world.parts[i].structure;
        if (structure < 0 || world.atlas.structures[static_cast<std::size_t>(structure)].kind != anatomy::Kind::bone)
            continue;
        bones_.push_back(static_cast<int>(i));
        bounds_.push_back(mesh::bounds(world.model.meshes[i]));
    }
    if (skin_ < 0) return;
    const mesh::Mesh& skin = world.model.meshes[static_cast<std::size_t>(skin_)];
    for (std::size_t i = 0; i + 2 < skin.indices.size(); i += 3) {
        const LegPart part = part_of(carrier(skin, skin.indices[i]));
        auto& mine = triangles_[static_cast<std::size_t>(part)];
        mine.insert(mine.end(), {skin.indices[i], skin.indices[i + 1], skin.indices[i + 2]});
    }
}

void Ground::lay(const base::Rigid& to_hand, std::span<const glm::vec3> points, std::span<const std::uint32_t> corners,
                 mesh::HeightField& field) {
    const float low = field.low.y - k_beside, high = field.at(0, field.rows - 1).y + k_beside;
    const glm::mat3 turn = glm::mat3_cast(glm::quat(to_hand.rotation));
    const glm::vec3 shift(to_hand.translation);
    charted_.resize(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        charted_[i] = turn * points[i] + shift;
        // y is the same in the plane and round the axis: most points need no more
        if (charted_[i].y > low && charted_[i].y < high) charted_[i] = field.chart.to(charted_[i]);
    }
    for (std::size_t i = 0; i + 2 < corners.size(); i += 3) {
        const glm::vec3 &a = charted_[corners[i]], &b = charted_[corners[i + 1]], &c = charted_[corners[i + 2]];
        if (std::min({a.y, b.y, c.y}) > low && std::max({a.y, b.y, c.y}) < high)
            field.lay(a, b, c, mesh::Side::highest);
    }
}

mesh::HeightField Ground::skin_under(const HandPrint& print, const base::Rigid& frame, LegPart part,
                                     std::span<const glm::vec3> skin) {
    mesh::HeightField field = print.surface;
    std::ranges::fill(field.height, -mesh::HeightField::k_nothing);
    lay(frame.inverse(), skin, triangles_[static_cast<std::size_t>(part)], field);
    return field;
}

tissue::Bed Ground::bed_under(mesh::HeightField skin, const base::Rigid& frame, LegPart part,
                              const motion::BoneFrames& from_rest) {
    mesh::HeightField bone = skin;
    std::ranges::fill(bone.height, -mesh::HeightField::k_nothing);
    const double low = static_cast<double>(bone.low.y), high = static_cast<double>(bone.at(0, bone.rows - 1).y);
    for (std::size_t n = 0; n < bones_.size(); ++n) {
        const auto index = static_cast<std::size_t>(bones_[n]);
        const mesh::Mesh& mesh = world_.model.meshes[index];
        const auto structure = static_cast<std::size_t>(world_.parts[index].structure);
        const anatomy::Body body = world_.atlas.structures[structure].body;
        if (part_of(body) != part) continue;
        const base::Rigid to_hand = frame.inverse() * from_rest[body];
        const double y = to_hand.point(glm::dvec3(bounds_[n].centre())).y;
        const double radius = static_cast<double>(bounds_[n].radius());
        if (y + radius > low && y - radius < high) lay(to_hand, mesh.positions, mesh.indices, bone);
    }
    tissue::Bed bed{std::move(skin), {}};
    bed.depth.assign(bed.skin.height.size(), tissue::k_deep);
    for (std::size_t i = 0; i < bed.depth.size(); ++i)
        if (there(bone.height[i]) && there(bed.skin.height[i]))
            bed.depth[i] = std::clamp(bed.skin.height[i] - bone.height[i] - k_over_bone, k_least_depth, tissue::k_deep);
    sweep(bed.skin, [&](std::size_t at, std::size_t from) {
        bed.depth[at] = std::min(bed.depth[at], bed.depth[from] + k_steepest * bed.skin.step);
        if (!there(bed.skin.height[at]) && there(bed.skin.height[from]))
            bed.skin.height[at] = bed.skin.height[from] - k_falls * bed.skin.step;
    });
    return bed;
}

} // namespace scene
