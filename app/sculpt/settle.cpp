#include "sculpt/settle.h"

#include "sculpt/hand_down.h"
#include "sculpt/parallel.h"
#include "sculpt/settle_parts.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace sculpt {
namespace {

using anatomy::Kind;

constexpr std::array k_flexions_deg = {15.0f, 30.0f, 45.0f, 60.0f, 75.0f, 90.0f, 105.0f, 120.0f, 135.0f, 140.0f};
/// Shorter offsets are left out, metres.
constexpr float k_least = 1e-4f;
constexpr float k_bone_gap = 0.0004f;
/// Of the skin and fat over a vertex this share stays, between these bounds, metres.
constexpr float k_share = 0.45f, k_thinnest = 0.0012f, k_thickest = 0.005f;
/// Above and below these heights nothing moves that the skin could miss, metres.
constexpr float k_hip = 0.80f, k_ankle = 0.20f;
/// Of its distance from the bones a layer keeps this share, up to so many metres.
constexpr float k_layer = 0.6f, k_deepest_layer = 0.008f;
constexpr float k_skin_from_fold = 0.0003f, k_fascia_from_fold = 0.0022f;
/// The fascia lies this far over the muscles, and the skin over it, metres: the outer side of a sheet of 0.8 mm.
constexpr float k_fascia_gap = 0.0011f, k_over_fascia = 0.0006f, k_sheet = 0.0008f;
/// What is farther under the fascia is not its business, metres.
constexpr float k_under_sheet = 0.012f;

bool flesh(Kind kind, const std::string& id) {
    return id != "fascia_lata" && (kind == Kind::muscle || kind == Kind::tendon || kind == Kind::fascia ||
                                   kind == Kind::nerve || kind == Kind::vessel);
}

const anatomy::Structure* structure_of(const anatomy::Atlas& atlas, const mesh::Mesh& mesh) {
    const auto found = atlas.find_structure(mesh.id);
    return found ? &atlas.structures[static_cast<std::size_t>(*found)] : nullptr;
}

/// Height where the skin belongs to thigh and shank in equal parts.
float crease_height(const mesh::Mesh& skin) {
    const auto share = [&](std::size_t v, anatomy::Body body) {
        float sum = 0.0f;
        for (std::size_t k = 0; k < 4; ++k)
            if (skin.joints[v][k] == anatomy::index(body)) sum += skin.weights[v][static_cast<int>(k)];
        return sum;
    };
    float sum = 0.0f, count = 0.0f;
    for (std::size_t v = 0; v < skin.positions.size(); ++v) {
        if (std::min(share(v, anatomy::Body::femur), share(v, anatomy::Body::tibia)) < 0.4f) continue;
        sum += skin.positions[v].y;
        count += 1.0f;
    }
    return sum / std::max(count, 1.0f);
}

float gap_under(const mesh::Distance& skin, const glm::vec3& p) {
    const auto met = skin.surface_within(p, k_thickest / k_share);
    if (!met) return k_thickest;
    return std::min(met->distance, std::clamp(k_share * met->distance, k_thinnest, k_thickest));
}

/// Metres that a point under the sheet must stay under its outer side; negative for one that is not.
float gap_under_sheet(const mesh::Distance& sheet, const glm::vec3& p) {
    const auto met = sheet.surface_within(p, k_under_sheet);
    if (!met) return -1.0f;
    // it lies square before the inner side, not beyond an edge
    if (glm::dot(p - met->point, met->normal) < 0.9f * met->distance) return -1.0f;
    return std::min(k_fascia_gap, met->distance + k_sheet);
}

/// Everything that settles, and the solid things round it.
struct Work {
    Work(const mesh::Model& model, const anatomy::Atlas& atlas, const mesh::Mesh& skin);
    void solve(const PosedLeg& leg);

    const mesh::Model& model;
    const mesh::Mesh& skin_mesh;
    mesh::Distance skin_at_rest;
    float crease;
    Bones bones;
    std::vector<SoftPart> parts;
    std::optional<SoftPart> fascia, skin;
    std::unique_ptr<const Cover> fascia_cover, skin_cover;
    std::vector<std::pair<anatomy::Body, Under>> bone_points; ///< at rest
};

Work::Work(const mesh::Model& m, const anatomy::Atlas& atlas, const mesh::Mesh& s)
    : model(m), skin_mesh(s), skin_at_rest(s), crease(crease_height(s)), bones(m, atlas) {
    bones.move_to(PosedLeg(atlas, 0.0));
    for (std::size_t i = 0; i < model.meshes.size(); ++i) {
        const mesh::Mesh& mesh = model.meshes[i];
        const anatomy::Structure* structure = structure_of(atlas, mesh);
        if (!structure) continue;
        const int index = static_cast<int>(i);
        if (flesh(structure->kind, structure->id)) parts.emplace_back(atlas, mesh, *structure, index);
        if (structure->id == "fascia_lata") fascia.emplace(atlas, mesh, *structure, index);
        if (structure->kind == Kind::skin) skin.emplace(atlas, mesh, *structure, index);
        if (structure->kind == Kind::bone && structure->body != anatomy::Body::pelvis)
            for (const glm::vec3& p : mesh.positions)
                if (p.y > k_ankle) bone_points.push_back({structure->body, {p, gap_under(skin_at_rest, p), p.y}});
    }
    std::optional<mesh::Distance> fascia_at_rest;
    if (fascia) fascia_at_rest.emplace(*fascia->mesh);
    in_parallel(parts.size(), [&](std::size_t i) {
        SoftPart& part = parts[i];
        for (std::size_t v = 0; v < part.bone_gap.size(); ++v) {
            const glm::vec3& p = part.mesh->positions[v];
            if (const auto bone = bones.near(p, k_deepest_layer / k_layer)) {
                part.bone_gap[v] = std::min(k_bone_gap, bone->distance);
                part.layer_gap[v] = std::max(part.bone_gap[v], k_layer * bone->distance);
            }
            part.skin_gap[v] = gap_under(skin_at_rest, p);
            if (fascia_at_rest) part.fascia_gap[v] = gap_under_sheet(*fascia_at_rest, p);
        }
    });
    skin_cover = std::make_unique<const Cover>(skin_mesh, k_skin_from_fold, nullptr);
    if (fascia) fascia_cover = std::make_unique<const Cover>(*fascia->mesh, k_fascia_from_fold, &skin_at_rest);
}

void Work::solve(const PosedLeg& leg) {
    const KneeFold fold(leg.atlas, leg.frames, leg.knee_flexion_deg, crease);
    bones.move_to(leg);
    in_parallel(parts.size(), [&](std::size_t i) { parts[i].posed = parts[i].follower.in(leg); });
    settle_flesh(parts, bones, fold);

    std::vector<Under> under_skin, under_fascia;
    for (const SoftPart& part : parts)
        for (std::size_t v = 0; v < part.now.size(); ++v) {
            const float height = part.mesh->positions[v].y;
            if (height > k_hip || height < k_ankle) continue;
            under_skin.push_back({part.now[v], part.skin_gap[v], height});
            if (part.fascia_gap[v] >= 0.0f) under_fascia.push_back({part.now[v], part.fascia_gap[v], height});
        }
    for (const auto& [body, at] : bone_points) {
        const glm::vec3 p(leg.from_rest[body].point(glm::dvec3(at.point)));
        under_skin.push_back({p, at.gap, at.rest_height});
    }
    if (fascia) {
        fascia->posed = fascia->follower.in(leg);
        fascia->now = fascia->posed.positions;
        fascia_cover->settle_over(std::move(under_fascia), fold, fascia->now);
        for (std::size_t v = 0; v < fascia->now.size(); ++v)
            if (fascia_cover->outer(v) && fascia->mesh->positions[v].y < k_hip)
                under_skin.push_back({fascia->now[v], k_over_fascia, fascia->mesh->positions[v].y});
    }
    skin->posed = skin->follower.in(leg);
    skin->now = skin->posed.positions;
    skin_cover->settle_over(std::move(under_skin), fold, skin->now);
}

mesh::MorphTarget morph_of(const SoftPart& part, float flexion) {
    mesh::MorphTarget morph{flexion, {}, {}, {}};
    for (std::size_t v = 0; v < part.now.size(); ++v) {
        const glm::vec3 moved = part.now[v] - part.posed.positions[v];
        if (glm::dot(moved, moved) < k_least * k_least) continue;
        morph.vertices.push_back(static_cast<std::uint32_t>(v));
        morph.offsets.push_back(glm::inverse(part.posed.carry[v]) * moved);
    }
    return morph;
}

} // namespace

SoftPart::SoftPart(const anatomy::Atlas& atlas, const mesh::Mesh& m, const anatomy::Structure& structure, int i)
    : mesh(&m), kind(structure.kind), index(i), follower(atlas, m, structure), bone_gap(m.positions.size(), k_bone_gap),
      layer_gap(m.positions.size(), k_deepest_layer), fascia_gap(m.positions.size(), -1.0f),
      skin_gap(m.positions.size(), k_thickest), pushed(m.positions.size(), glm::vec3(0.0f)), pushed_rest(pushed) {}

void settle(Levels& levels, const anatomy::Atlas& atlas) {
    mesh::Model& full = levels.front();
    const mesh::Model drawn = full;
    const auto is_skin = [&](const mesh::Mesh& mesh) {
        const anatomy::Structure* structure = structure_of(atlas, mesh);
        return structure && structure->kind == Kind::skin;
    };
    const auto skin = std::ranges::find_if(drawn.meshes, is_skin);
    if (skin == drawn.meshes.end()) return; // single structures have nothing to settle in
    Work work(drawn, atlas, *skin);
    for (const float flexion : k_flexions_deg) {
        work.solve(PosedLeg(atlas, flexion));
        const auto keep = [&](const SoftPart& part) {
            full.meshes[static_cast<std::size_t>(part.index)].morphs.push_back(morph_of(part, flexion));
        };
        std::ranges::for_each(work.parts, keep);
        if (work.fascia) keep(*work.fascia);
        keep(*work.skin);
    }
    for (mesh::Mesh& mesh : full.meshes) {
        const auto empty = [](const mesh::MorphTarget& morph) { return morph.vertices.empty(); };
        if (std::ranges::all_of(mesh.morphs, empty)) mesh.morphs.clear();
    }
    hand_down(levels, atlas);
}

} // namespace sculpt
