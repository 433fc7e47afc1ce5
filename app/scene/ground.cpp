#include "scene/ground.h"

#include "scene/contact.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace scene {

namespace {

// Periosteum and what else never thins out over bone, metres; and the least that is left to give way.
constexpr float k_over_bone = 0.002f, k_least_depth = 0.003f;
// The depth that gives way changes at most so steeply: no step in the flesh where a bone begins.
constexpr float k_steepest = 0.8f;

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

mesh::HeightField Ground::skin_under(const HandPrint& print, const base::Rigid& frame, LegPart part,
                                     std::span<const glm::vec3> skin) const {
    mesh::HeightField field = print.surface;
    std::ranges::fill(field.height, -mesh::HeightField::k_nothing);
    const glm::mat4 back = frame.inverse().matrix();
    const glm::vec2 low = field.low, high = field.at(field.columns - 1, field.rows - 1);
    const auto& corners = triangles_[static_cast<std::size_t>(part)];
    for (std::size_t i = 0; i + 2 < corners.size(); i += 3) {
        const auto place = [&](std::size_t k) { return glm::vec3(back * glm::vec4(skin[corners[i + k]], 1.0f)); };
        const glm::vec3 a = place(0), b = place(1), c = place(2);
        // y is the same in the plane and round the axis
        if (std::max({a.y, b.y, c.y}) < low.y || std::min({a.y, b.y, c.y}) > high.y) continue;
        if (!print.holds() && (std::max({a.x, b.x, c.x}) < low.x || std::min({a.x, b.x, c.x}) > high.x)) continue;
        field.lay(field.chart.to(a), field.chart.to(b), field.chart.to(c), mesh::Side::highest);
    }
    return field;
}

tissue::Bed Ground::bed_under(mesh::HeightField skin, const base::Rigid& frame, LegPart part,
                              const motion::BoneFrames& from_rest) const {
    mesh::HeightField bone = skin;
    std::ranges::fill(bone.height, -mesh::HeightField::k_nothing);
    const glm::vec2 low = bone.low, high = bone.at(bone.columns - 1, bone.rows - 1);
    const glm::dvec3 middle(0.5 * static_cast<double>(low.x + high.x), 0.5 * static_cast<double>(low.y + high.y), 0.0);
    const double reach = 0.5 * glm::distance(glm::dvec2(low), glm::dvec2(high)) + static_cast<double>(tissue::k_deep);
    std::vector<glm::vec3> charted;
    for (std::size_t n = 0; n < bones_.size(); ++n) {
        const auto index = static_cast<std::size_t>(bones_[n]);
        const mesh::Mesh& mesh = world_.model.meshes[index];
        const auto structure = static_cast<std::size_t>(world_.parts[index].structure);
        const anatomy::Body body = world_.atlas.structures[structure].body;
        if (part_of(body) != part) continue;
        const base::Rigid to_hand = frame.inverse() * from_rest[body];
        const glm::dvec3 centre = to_hand.point(glm::dvec3(bounds_[n].centre()));
        if (glm::distance(centre, bone.chart.round > 0.0f ? glm::dvec3(0.0) : middle) >
            reach + static_cast<double>(bounds_[n].radius()))
            continue;
        const glm::mat4 matrix = to_hand.matrix();
        charted.clear();
        for (const glm::vec3& p : mesh.positions)
            charted.push_back(bone.chart.to(glm::vec3(matrix * glm::vec4(p, 1.0f))));
        for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
            bone.lay(charted[mesh.indices[i]], charted[mesh.indices[i + 1]], charted[mesh.indices[i + 2]],
                     mesh::Side::highest);
    }
    tissue::Bed bed{std::move(skin), {}};
    sweep(bed.skin, [&](std::size_t at, std::size_t from) {
        if (!there(bed.skin.height[at])) bed.skin.height[at] = bed.skin.height[from];
    });
    bed.depth.assign(bed.skin.height.size(), tissue::k_deep);
    for (std::size_t i = 0; i < bed.depth.size(); ++i)
        if (there(bone.height[i]))
            bed.depth[i] = std::clamp(bed.skin.height[i] - bone.height[i] - k_over_bone, k_least_depth, tissue::k_deep);
    sweep(bed.skin, [&](std::size_t at, std::size_t from) {
        bed.depth[at] = std::min(bed.depth[at], bed.depth[from] + k_steepest * bed.skin.step);
    });
    return bed;
}

} // namespace scene
