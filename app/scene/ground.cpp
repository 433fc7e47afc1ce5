#include "scene/ground.h"

#include "base/smooth.h"
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
// Round a limb nothing farther from its axis is touched, metres.
constexpr float k_round_reach = 0.09f;
// Flesh is looked for so deep in a bone; below this share of it less and less comes out, so that nothing jumps. What is
// nearer to the bone than the last makes way for what comes out, metres.
constexpr float k_deepest_entry = 0.009f, k_all_comes_out = 0.6f, k_makes_way = 0.0008f;
constexpr float k_square_on = 0.5f, k_surely_in = 0.001f;
// The depth that gives way changes at most so steeply: no step in the flesh where a bone begins.
constexpr float k_steepest = 0.8f;
// A hand low on the thigh reaches over the hollow of the knee: so far down the calf its back belongs to the thigh as
// well, metres, while the knee is straight. As it bends, the calf leaves: for that hand it sinks out of reach.
constexpr float k_over_calf = 0.20f, k_gone = 0.3f;
constexpr double k_leaves_deg = 5.0, k_has_left_deg = 45.0;
// Beyond its edge, as seen from the hand, skin falls away with this slope.
constexpr float k_falls = 6.0f;

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

/// Of the chart of a grid, what is asked for.
struct Window {
    glm::vec2 low, high;
    bool round;

    explicit Window(const mesh::HeightField& grid)
        : low(grid.low), high(grid.at(grid.columns - 1, grid.rows - 1)), round(grid.chart.round > 0.0f) {}
    explicit Window(const HandPrint& print) : low(print.low), high(print.high), round(print.holds()) {}

    /// Whether a ball may lie over it.
    bool meets(const glm::vec3& centre, float radius) const {
        if (centre.y + radius < low.y || centre.y - radius > high.y) return false;
        if (round)
            return centre.x * centre.x + centre.z * centre.z < (k_round_reach + radius) * (k_round_reach + radius);
        return centre.x + radius > low.x && centre.x - radius < high.x;
    }
};

/// Lays a surface over a grid, the highest counts.
void lay(const base::Rigid& to_hand, std::span<const glm::vec3> points, const mesh::Chunks& chunks,
         std::span<const mesh::Bounds> boxes, const Window& window, mesh::HeightField& field) {
    const glm::mat3 turn = glm::mat3_cast(glm::quat(to_hand.rotation));
    const glm::vec3 shift(to_hand.translation);
    std::array<glm::vec3, 3 * mesh::Chunks::k_triangles> charted;
    for (std::size_t n = 0; n < boxes.size(); ++n) {
        if (!window.meets(turn * boxes[n].centre() + shift, boxes[n].radius())) continue;
        const mesh::Chunks::Chunk& chunk = chunks.chunks()[n];
        std::size_t count = 0;
        for (const std::uint32_t v : chunks.vertices(chunk))
            charted[count++] = field.chart.to(turn * points[v] + shift);
        const auto corners = chunks.corners(chunk);
        for (std::size_t i = 0; i + 2 < corners.size(); i += 3)
            field.lay(charted[corners[i]], charted[corners[i + 1]], charted[corners[i + 2]], mesh::Side::highest);
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

Ground::Ground(const World& world) : world_(world) {
    for (std::size_t i = 0; i < world.parts.size(); ++i) {
        const int structure = world.parts[i].structure;
        if (structure < 0) continue;
        const anatomy::Structure& known = world.atlas.structures[static_cast<std::size_t>(structure)];
        if (known.kind != anatomy::Kind::bone) continue;
        const mesh::Mesh& mesh = world.model.meshes[i];
        // Two structures over one bone: to be laid over a grid it wants each vertex once a group; to be asked for its
        // nearest point, a tree down to few triangles, whose vertices would be charted several times over.
        Bone bone{static_cast<int>(i),
                  known.body,
                  {mesh::Chunks(mesh.positions, mesh.indices), {}},
                  {mesh::Distance(mesh), k_deepest_entry}};
        bone.surface.chunks.measure(mesh.positions, bone.surface.boxes);
        bones_.push_back(std::move(bone));
    }
    const int index = skin_mesh(world);
    if (index < 0) return;
    const mesh::Mesh& skin = world.model.meshes[static_cast<std::size_t>(index)];
    const glm::vec3 knee(
        motion::frames(world.atlas, {})[anatomy::Body::femur].point(world.atlas.joints.knee_parent.translation));
    std::array<std::vector<std::uint32_t>, k_leg_part_count> triangles;
    std::vector<std::uint32_t> calf;
    for (std::size_t i = 0; i + 2 < skin.indices.size(); i += 3) {
        const auto add = [&](std::vector<std::uint32_t>& to) {
            to.insert(to.end(), {skin.indices[i], skin.indices[i + 1], skin.indices[i + 2]});
        };
        const LegPart part = part_of(carrier(skin, skin.indices[i]));
        const glm::vec3& p = skin.positions[skin.indices[i]];
        add(triangles[static_cast<std::size_t>(part)]);
        if (part == LegPart::lower_leg && p.y > knee.y - k_over_calf && p.z < knee.z) add(calf);
    }
    calf_.chunks = mesh::Chunks(skin.positions, calf);
    for (std::size_t part = 0; part < triangles.size(); ++part)
        skin_[part].chunks = mesh::Chunks(skin.positions, triangles[part]);
}

void Ground::pose(std::span<const glm::vec3> skin, const motion::BoneFrames& from_rest, base::Angle knee_flexion) {
    posed_ = skin;
    from_rest_ = from_rest;
    calf_gone_ = k_gone * static_cast<float>(base::smoothstep(k_leaves_deg, k_has_left_deg, knee_flexion.degrees()));
    if (posed_.empty()) return;
    for (Surface& part : skin_) part.chunks.measure(posed_, part.boxes);
    calf_.chunks.measure(posed_, calf_.boxes);
}

std::optional<float> Ground::skin_along(const mesh::Ray& ray) const {
    std::optional<float> nearest;
    for (const Surface& part : skin_)
        if (const auto hit = part.chunks.first_hit(ray, posed_, part.boxes); hit && (!nearest || *hit < *nearest))
            nearest = hit;
    return nearest;
}

mesh::HeightField Ground::skin_under(const HandPrint& print, const base::Rigid& frame, LegPart part,
                                     Extent extent) const {
    const Window window = extent == Extent::patch ? Window(print) : Window(print.surface);
    mesh::HeightField field = print.surface;
    std::ranges::fill(field.height, -mesh::HeightField::k_nothing);
    if (part == LegPart::thigh && calf_gone_ < k_gone) {
        lay(frame.inverse(), posed_, calf_.chunks, calf_.boxes, window, field);
        for (float& height : field.height) height -= calf_gone_; // nothing stays nothing
    }
    const Surface& skin = skin_[static_cast<std::size_t>(part)];
    lay(frame.inverse(), posed_, skin.chunks, skin.boxes, window, field);
    return field;
}

tissue::Bed Ground::bed_under(mesh::HeightField skin, const base::Rigid& frame, LegPart part) const {
    mesh::HeightField bone = skin;
    std::ranges::fill(bone.height, -mesh::HeightField::k_nothing);
    const auto lay_bones = [&](LegPart of, mesh::HeightField& field) {
        for (const Bone& one : bones_)
            if (part_of(one.body) == of)
                lay(frame.inverse() * from_rest_[one.body],
                    world_.model.meshes[static_cast<std::size_t>(one.mesh)].positions, one.surface.chunks,
                    one.surface.boxes, Window(field), field);
    };
    if (part == LegPart::thigh && calf_gone_ < k_gone) { // the calf's bones go with it
        lay_bones(LegPart::lower_leg, bone);
        for (float& height : bone.height) height -= calf_gone_;
    }
    lay_bones(part, bone);
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

void Ground::keep_out_of_bone(std::span<const std::uint32_t> which, std::span<glm::vec3> points) const {
    if (which.empty()) return;
    mesh::Bounds box;
    for (const std::uint32_t i : which) box.add(points[i]);
    for (const Bone& bone : bones_) {
        const base::Rigid back = from_rest_[bone.body].inverse();
        const glm::mat3 turn = glm::mat3_cast(glm::quat(back.rotation));
        const glm::vec3 shift(back.translation);
        const mesh::Bounds reach = bone.solid.distance().box().padded(k_makes_way);
        // what comes out of one bone, by less than this, may come into the next
        if (!reach.overlaps(mesh::transformed(box, back.matrix()).padded(k_deepest_entry))) continue;
        const auto matters = [](const mesh::DistanceCells::Range& range) {
            return range.low < k_makes_way && range.high > -k_deepest_entry;
        };
        for (const std::uint32_t i : which) {
            const glm::vec3 p = turn * points[i] + shift;
            if (!reach.contains(p)) continue;
            auto range = bone.solid.range(p);
            if (!range || !matters(*range)) continue;
            range = bone.solid.narrowed(p, *range);
            if (!matters(*range)) continue;
            const float within = std::min(k_deepest_entry, std::max(range->high, -range->low));
            const auto near = bone.solid.distance().surface_within(p, within);
            if (!near) continue;
            const glm::vec3 off = p - near->point;
            // at a sharp edge the normal of one side alone does not tell in from out, and far from one a mistake shows
            const bool inside = glm::dot(off, near->normal) < -k_square_on * near->distance &&
                                (near->distance < k_surely_in || bone.solid.distance().inside(p));
            const float out = inside ? -near->distance : near->distance;
            if (out >= k_makes_way) continue;
            const float room = std::max(out + k_makes_way, 0.0f);
            const glm::vec3 way = near->distance > 1e-5f ? off / out : near->normal;
            const float stays = glm::smoothstep(k_all_comes_out, 1.0f, -out / k_deepest_entry);
            points[i] += glm::transpose(turn) * way * ((1.0f - stays) * (room * room / (4.0f * k_makes_way) - out));
        }
    }
}

} // namespace scene
