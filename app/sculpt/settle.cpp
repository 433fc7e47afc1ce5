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
/// Above this height the fascia lies still, metres.
constexpr float k_fascia_still = 0.72f;
/// Of its distance from the bones a layer keeps this share, up to so many metres.
constexpr float k_layer = 0.35f, k_deepest_layer = 0.004f;
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

/// Between two solved flexions, by number.
struct Blend {
    std::size_t before = 0, after = 0;
    float share = 0.0f; ///< of the one after
};

/// Everything that settles, and the solid things round it.
struct Work {
    Work(const mesh::Model& model, const anatomy::Atlas& atlas, const mesh::Mesh& skin);
    void solve(const PosedLeg& leg);
    void mend(const PosedLeg& leg, const Blend& blend, bool with_skin);
    void mend_all(const anatomy::Atlas& atlas);
    std::vector<Under> under_fascia() const;
    std::vector<Under> under_skin(const PosedLeg& leg) const;
    /// Does the same to every part, on all cores.
    template <class Do>
    void each(const Do& work) {
        in_parallel(parts.size() + 2, [&](std::size_t i) {
            if (i < parts.size()) return work(parts[i]);
            if (i == parts.size()) return work(*skin);
            if (fascia) work(*fascia);
        });
    }

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
    const auto measure = [&](SoftPart& part) {
        for (std::size_t v = 0; v < part.bone_gap.size(); ++v) {
            const glm::vec3& p = part.mesh->positions[v];
            if (const auto bone = bones.near(p, k_deepest_layer / k_layer)) {
                part.bone_gap[v] = std::min(k_bone_gap, bone->distance);
                part.layer_gap[v] = std::max(part.bone_gap[v], k_layer * bone->distance);
            }
            part.skin_gap[v] = gap_under(skin_at_rest, p);
            if (fascia_at_rest) part.fascia_gap[v] = gap_under_sheet(*fascia_at_rest, p);
        }
    };
    in_parallel(parts.size(), [&](std::size_t i) { measure(parts[i]); });
    if (fascia) measure(*fascia);
    skin_cover = std::make_unique<const Cover>(skin_mesh, k_skin_from_fold, nullptr);
    if (fascia) fascia_cover = std::make_unique<const Cover>(*fascia->mesh, k_fascia_from_fold, &skin_at_rest);
}

/// What must stay under the fascia or the skin, of the flesh and the bones as they lie now.
std::vector<Under> Work::under_fascia() const {
    std::vector<Under> points;
    for (const SoftPart& part : parts)
        for (std::size_t v = 0; v < part.now.size(); ++v) {
            const float height = part.mesh->positions[v].y;
            if (part.fascia_gap[v] >= 0.0f && height > k_ankle && height < k_fascia_still)
                points.push_back({part.now[v], part.fascia_gap[v], height});
        }
    return points;
}

std::vector<Under> Work::under_skin(const PosedLeg& leg) const {
    std::vector<Under> points;
    const auto add = [&](const SoftPart& part, std::size_t v, float gap) {
        const float height = part.mesh->positions[v].y;
        if (height > k_ankle && height < k_hip) points.push_back({part.now[v], gap, height});
    };
    for (const SoftPart& part : parts)
        for (std::size_t v = 0; v < part.now.size(); ++v) add(part, v, part.skin_gap[v]);
    for (std::size_t v = 0; fascia && v < fascia->now.size(); ++v)
        if (fascia_cover->outer(v)) add(*fascia, v, k_over_fascia);
    for (const auto& [body, at] : bone_points) {
        const glm::vec3 p(leg.from_rest[body].point(glm::dvec3(at.point)));
        points.push_back({p, at.gap, at.rest_height});
    }
    return points;
}

void Work::solve(const PosedLeg& leg) {
    const KneeFold fold(leg.atlas, leg.frames, leg.knee_flexion_deg, crease);
    bones.move_to(leg);
    each([&](SoftPart& part) {
        part.posed = part.follower.in(leg);
        part.now = part.posed.positions;
    });
    settle_flesh(parts, bones, fold);
    if (fascia) {
        fascia_cover->settle_over(under_fascia(), fold, fascia->now);
        keep_clear(*fascia, bones);
    }
    skin_cover->settle_over(under_skin(leg), fold, skin->now);
    each([&](SoftPart& part) {
        std::vector<glm::vec3>& offsets = part.offsets.emplace_back();
        for (std::size_t v = 0; v < part.now.size(); ++v)
            offsets.push_back(glm::inverse(part.posed.carry[v]) * (part.now[v] - part.posed.positions[v]));
    });
}

/// In a pose between two solved flexions, or in one of them: what the blend of their offsets misses by is added to
/// both.
void Work::mend(const PosedLeg& leg, const Blend& blend, bool with_skin) {
    const KneeFold fold(leg.atlas, leg.frames, leg.knee_flexion_deg, crease);
    bones.move_to(leg);
    each([&](SoftPart& part) {
        if (part.kind == Kind::skin && !with_skin) return;
        part.posed = part.follower.in(leg);
        part.now = part.posed.positions;
        for (std::size_t v = 0; v < part.now.size(); ++v)
            part.now[v] += part.posed.carry[v] *
                           glm::mix(part.offsets[blend.before][v], part.offsets[blend.after][v], blend.share);
        part.blended = part.now;
        if (part.kind != Kind::skin) keep_clear(part, bones);
    });
    if (with_skin) skin_cover->lift_over(under_skin(leg), fold, skin->now);
    each([&](SoftPart& part) {
        if (part.kind == Kind::skin && !with_skin) return;
        for (std::size_t v = 0; v < part.now.size(); ++v) {
            const glm::vec3 moved = part.now[v] - part.blended[v];
            if (moved == glm::vec3(0.0f)) continue;
            const glm::vec3 missing = glm::inverse(part.posed.carry[v]) * moved;
            part.offsets[blend.before][v] += missing;
            if (blend.after != blend.before) part.offsets[blend.after][v] += missing;
        }
    });
}

/// Looks between the solved flexions, then at them again.
void Work::mend_all(const anatomy::Atlas& atlas) {
    const auto between = [&](float share, bool with_skin) {
        for (std::size_t k = 0; k + 1 < k_flexions_deg.size(); ++k)
            mend(PosedLeg(atlas, std::lerp(k_flexions_deg[k], k_flexions_deg[k + 1], share)), {k, k + 1, share},
                 with_skin);
    };
    const auto solved = [&] {
        for (std::size_t k = 0; k < k_flexions_deg.size(); ++k)
            mend(PosedLeg(atlas, k_flexions_deg[k]), {k, k, 0.0f}, true);
    };
    in_parallel(parts.size(), [&](std::size_t i) { calm(parts[i]); });
    between(0.33f, false);
    between(0.67f, false);
    between(0.5f, true);
    solved();
    between(0.5f, true);
    solved();
}

mesh::MorphTarget morph_of(const SoftPart& part, std::size_t k) {
    mesh::MorphTarget morph{k_flexions_deg[k], {}, {}, {}};
    for (std::size_t v = 0; v < part.offsets[k].size(); ++v) {
        const glm::vec3& offset = part.offsets[k][v];
        if (glm::dot(offset, offset) < k_least * k_least) continue;
        morph.vertices.push_back(static_cast<std::uint32_t>(v));
        morph.offsets.push_back(offset);
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
    for (const float flexion : k_flexions_deg) work.solve(PosedLeg(atlas, flexion));
    work.mend_all(atlas);
    work.each([&](const SoftPart& part) {
        std::vector<mesh::MorphTarget>& morphs = full.meshes[static_cast<std::size_t>(part.index)].morphs;
        for (std::size_t k = 0; k < k_flexions_deg.size(); ++k) morphs.push_back(morph_of(part, k));
    });
    for (mesh::Mesh& mesh : full.meshes) {
        const auto empty = [](const mesh::MorphTarget& morph) { return morph.vertices.empty(); };
        if (std::ranges::all_of(mesh.morphs, empty)) mesh.morphs.clear();
    }
    hand_down(levels, atlas);
}

} // namespace sculpt
