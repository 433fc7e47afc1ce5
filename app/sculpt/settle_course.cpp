#include "sculpt/settle_course.h"

#include "base/parallel.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <numeric>

namespace sculpt {
namespace {

using anatomy::Kind;

/// Of the skin and fat over a vertex this share stays, at least so much, metres.
constexpr float k_share = 0.45f, k_thinnest = 0.0012f;
/// Above this height the fascia lies still, metres.
constexpr float k_fascia_still = 0.72f;
/// Of its distance from the bones a layer keeps this share.
constexpr float k_layer = 0.35f;
constexpr float k_skin_from_fold = 0.0003f, k_fascia_from_fold = 0.0022f;
/// The fascia lies this far over the muscles, and the skin over it, metres: the outer side of a sheet of 0.8 mm.
constexpr float k_fascia_gap = 0.0011f, k_over_fascia = 0.0006f, k_sheet = 0.0008f;
/// What is farther under the fascia is not its business, metres.
constexpr float k_under_sheet = 0.012f;

bool flesh(Kind kind, const std::string& id) {
    return id != "fascia_lata" && (kind == Kind::muscle || kind == Kind::tendon || kind == Kind::fascia ||
                                   kind == Kind::nerve || kind == Kind::vessel);
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

mesh::Distance as_it_lies(const SoftPart& part) {
    mesh::Mesh mesh;
    mesh.positions = part.now;
    mesh.indices = part.mesh->indices;
    return mesh::Distance(mesh);
}

/// Metres of skin and fat that must stay over a point; negative for one that was out of the skin from the beginning.
float gap_under(const mesh::Distance& skin, const glm::vec3& p) {
    const auto met = skin.surface_within(p, k_thickest / k_share);
    if (!met) return k_thickest;
    if (glm::dot(p - met->point, met->normal) > 0.0f && !skin.inside(p)) return -met->distance;
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

} // namespace

motion::Pose Course::at(double angle_deg) const {
    motion::Pose pose = from;
    motion::angle_of(pose, tissue::coordinate_of(bend)) = base::Angle::degrees(angle_deg);
    return pose;
}

Settling::Settling(const mesh::Model& model, const anatomy::Atlas& atlas, const mesh::Mesh& skin, const Course& course)
    : atlas_(atlas), course_(course), crease_(crease_height(skin)), bones_(model, atlas, course.bones) {
    for (std::size_t i = 0; i < model.meshes.size(); ++i) {
        const mesh::Mesh& mesh = model.meshes[i];
        const auto found = atlas.find_structure(mesh.id);
        if (!found) continue;
        const anatomy::Structure& structure = atlas.structures[static_cast<std::size_t>(*found)];
        const int index = static_cast<int>(i);
        const mesh::Bounds box = mesh::bounds(mesh);
        const auto part = [&] {
            return SoftPart(atlas, mesh, structure, index, course.bend, course.flesh_low, course.flesh_high);
        };
        if (structure.kind == Kind::skin) skin_.emplace(part());
        if (structure.kind == Kind::bone && structure.body != anatomy::Body::pelvis)
            for (const glm::vec3& p : mesh.positions)
                if (p.y > course.low && p.y < course.high) bone_points_.push_back({structure.body, {p, 0.0f, p.y}});
        if (box.low.y > course.flesh_high || box.high.y < course.low) continue; // far away
        if (flesh(structure.kind, structure.id)) parts_.push_back(part());
        if (structure.id == "fascia_lata") fascia_.emplace(part());
    }
    measure_all();
    const mesh::Distance skin_at_rest(skin);
    skin_cover_ = std::make_unique<const Cover>(skin, k_skin_from_fold, course.least_share, nullptr);
    if (fascia_)
        fascia_cover_ =
            std::make_unique<const Cover>(*fascia_->mesh, k_fascia_from_fold, course.least_share, &skin_at_rest);
    each([&](SoftPart& part) {
        part.offsets.assign(course.degrees.size(),
                            std::vector<glm::vec3>(part.mesh->positions.size(), glm::vec3(0.0f)));
    });
}

/// What lies how far from what before the movement.
void Settling::measure_all() {
    const PosedLeg leg(atlas_, course_.from);
    bones_.move_to(leg);
    each([&](SoftPart& part) { part.now = part.follower.in(leg).positions; });
    const mesh::Distance skin = as_it_lies(*skin_);
    std::optional<mesh::Distance> fascia;
    if (fascia_) fascia.emplace(as_it_lies(*fascia_));
    each([&](SoftPart& part) {
        if (part.kind != Kind::skin) measure(part, skin, fascia ? &*fascia : nullptr);
    });
    base::in_parallel(bone_points_.size(), [&](std::size_t i) {
        auto& [body, at] = bone_points_[i];
        at.gap = gap_under(skin, glm::vec3(leg.from_rest[body].point(glm::dvec3(at.point))));
    });
}

/// What it keeps clear of, and how far.
void Settling::measure(SoftPart& part, const mesh::Distance& skin, const mesh::Distance* fascia) const {
    for (std::size_t v = 0; v < part.bone_gap.size(); ++v) {
        const glm::vec3& p = part.now[v];
        if (const auto bone = bones_.near(p, k_deepest_layer / k_layer)) {
            part.bone_gap[v] = std::min(k_bone_gap, bone->distance);
            part.layer_gap[v] = std::max(part.bone_gap[v], k_layer * bone->distance);
        }
        part.skin_gap[v] = gap_under(skin, p);
        if (fascia) part.fascia_gap[v] = gap_under_sheet(*fascia, p);
    }
}

/// Only the bending knee folds; what turns finds the fold as the knee's own shapes have left it.
KneeFold Settling::fold_in(const PosedLeg& leg) const {
    const double folded = course_.bend == mesh::Bend::knee ? leg.pose.knee_flexion.degrees() : 0.0;
    return KneeFold(leg.atlas, leg.drawn, folded, crease_);
}

void Settling::each(const std::function<void(SoftPart&)>& work) {
    base::in_parallel(parts_.size() + 2, [&](std::size_t i) {
        if (i < parts_.size()) return work(parts_[i]);
        if (i == parts_.size()) return work(*skin_);
        if (fascia_) work(*fascia_);
    });
}

/// What must stay under the fascia or the skin, of the flesh and the bones as they lie now.
std::vector<Under> Settling::under_fascia() const {
    std::vector<Under> points;
    for (const SoftPart& part : parts_) {
        const std::vector<glm::vec3> at = part.whole();
        for (std::size_t v = 0; v < at.size(); ++v) {
            const float height = part.mesh->positions[v].y;
            if (part.fascia_gap[v] >= 0.0f && height > course_.low && height < std::min(course_.high, k_fascia_still))
                points.push_back({at[v], part.fascia_gap[v], height});
        }
    }
    return points;
}

std::vector<Under> Settling::under_skin(const PosedLeg& leg) const {
    std::vector<Under> points;
    const auto add = [&](const glm::vec3& at, float gap, float height) {
        if (height > course_.low && height < course_.high) points.push_back({at, gap, height});
    };
    for (const SoftPart& part : parts_) {
        const std::vector<glm::vec3> at = part.whole();
        for (std::size_t v = 0; v < at.size(); ++v) add(at[v], part.skin_gap[v], part.mesh->positions[v].y);
    }
    for (std::size_t v = 0; fascia_ && v < fascia_->now.size(); ++v)
        if (fascia_cover_->outer(v))
            add(fascia_->now[v], std::min(k_over_fascia, fascia_->skin_gap[v]), fascia_->mesh->positions[v].y);
    for (const auto& [body, at] : bone_points_) {
        const glm::vec3 p(leg.from_rest[body].point(glm::dvec3(at.point)));
        points.push_back({p, at.gap, at.rest_height});
    }
    return points;
}

/// Deep in a bone the nearest way out is not the one that a vertex came in by: it is led there in small steps.
void Settling::lead_past_bones(SoftPart& part, float degrees) {
    std::vector<glm::vec3> offsets(part.now.size(), glm::vec3(0.0f)); // at rest
    const int steps = static_cast<int>(std::ceil(std::abs(degrees) / course_.fascia_step));
    for (int step = 1; step <= steps; ++step) {
        const PosedLeg leg(atlas_, course_.at(degrees * static_cast<float>(step) / static_cast<float>(steps)));
        bones_.move_to(leg);
        part.posed = part.follower.in(leg);
        for (std::size_t v = 0; v < offsets.size(); ++v)
            part.now[v] = part.posed.positions[v] + part.posed.carry[v] * offsets[v];
        keep_clear(part, bones_);
        for (const std::uint32_t v : part.watched)
            offsets[v] = glm::inverse(part.posed.carry[v]) * (part.now[v] - part.posed.positions[v]);
    }
}

void Settling::solve(std::size_t k) {
    const PosedLeg leg(atlas_, course_.at(course_.degrees[k]));
    const KneeFold fold = fold_in(leg);
    bones_.move_to(leg);
    each([&](SoftPart& part) {
        part.posed = part.follower.in(leg);
        part.now = part.posed.positions;
    });
    settle_flesh(parts_, bones_, fold);
    if (fascia_ && course_.fascia_step > 0.0f) lead_past_bones(*fascia_, course_.degrees[k]);
    if (fascia_) {
        fascia_cover_->settle_over(under_fascia(), fold, fascia_->now);
        keep_clear(*fascia_, bones_);
    }
    skin_cover_->settle_over(under_skin(leg), fold, skin_->now);
    each([&](SoftPart& part) {
        for (std::size_t v = 0; v < part.now.size(); ++v)
            part.offsets[k][v] = glm::inverse(part.posed.carry[v]) * (part.now[v] - part.posed.positions[v]);
    });
}

/// What the blend of the offsets misses by is added to those that take part.
void Settling::mend(const Between& between, bool with_skin) {
    const auto degrees = [&](std::size_t k) { return course_.degrees[k]; };
    const PosedLeg leg(atlas_, course_.at(std::lerp(degrees(between.before), degrees(between.after), between.share)));
    const KneeFold fold = fold_in(leg);
    bones_.move_to(leg);
    each([&](SoftPart& part) {
        if (part.kind == Kind::skin && !with_skin) return;
        part.posed = part.follower.in(leg);
        part.now = part.posed.positions;
        for (std::size_t v = 0; v < part.now.size(); ++v)
            part.now[v] += part.posed.carry[v] *
                           glm::mix(part.offsets[between.before][v], part.offsets[between.after][v], between.share);
        part.blended = part.now;
        const bool led = course_.fascia_step > 0.0f && &part == &*fascia_; // it has its way, no other fits both ends
        if (part.kind != Kind::skin && !(led && between.after != between.before)) keep_clear(part, bones_);
    });
    if (with_skin) skin_cover_->lift_over(under_skin(leg), fold, skin_->now);
    each([&](SoftPart& part) {
        if (part.kind == Kind::skin && !with_skin) return;
        for (std::size_t v = 0; v < part.now.size(); ++v) {
            const glm::vec3 moved = part.now[v] - part.blended[v];
            if (moved == glm::vec3(0.0f)) continue;
            const glm::vec3 missing = glm::inverse(part.posed.carry[v]) * moved;
            part.offsets[between.before][v] += missing;
            if (between.after != between.before) part.offsets[between.after][v] += missing;
        }
    });
}

void Settling::mend_between(float share, bool with_skin) {
    const std::vector<float>& degrees = course_.degrees;
    for (std::size_t k = 0; k + 1 < degrees.size(); ++k) {
        if ((degrees[k] < 0.0f) != (degrees[k + 1] < 0.0f)) continue; // the way begins between them
        mend({k, k + 1, share}, with_skin);
    }
}

void Settling::mend_solved() {
    for (std::size_t k = 0; k < course_.degrees.size(); ++k) mend({k, k, 0.0f}, true);
}

void Settling::run() {
    // from the beginning outward to either side: each begins with what pushed in the one before
    const auto first_up =
        static_cast<std::size_t>(std::ranges::upper_bound(course_.degrees, 0.0f) - course_.degrees.begin());
    for (std::size_t k = first_up; k-- > 0;) solve(k);
    for (SoftPart& part : parts_) std::ranges::fill(part.pushed_rest, glm::vec3(0.0f));
    for (std::size_t k = first_up; k < course_.degrees.size(); ++k) solve(k);
    base::in_parallel(parts_.size(), [&](std::size_t i) { calm(parts_[i]); });
    mend_between(0.33f, false);
    mend_between(0.67f, false);
    mend_between(0.5f, true);
    mend_solved();
    mend_between(0.5f, true);
    mend_solved();
}

} // namespace sculpt
