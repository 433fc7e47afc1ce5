#include "sculpt/settle_parts.h"

#include "base/parallel.h"
#include "mesh/relief.h"

#include <algorithm>
#include <glm/geometric.hpp>

namespace sculpt {
namespace {

constexpr int k_rounds = 16, k_exact_rounds = 3; ///< the last without smoothing
/// A cover's part on one side of the crease reaches this far to the other, metres.
constexpr float k_overlap = 0.05f;
/// What lies deeper under the cover than this, metres, is safe in this round; in all of them.
constexpr float k_reach = 0.03f, k_safe = 0.008f;
/// Most lift of a round and in all, metres.
constexpr float k_step = 0.005f, k_most = 0.022f;
/// This near to its cut edge a side is not trusted, metres.
constexpr float k_edge = 0.012f;
/// A point this square under its nearest triangle is under it.
constexpr float k_square = 0.9f;
constexpr float k_beside = 0.6f; ///< less square than this it lies beside a sheet
/// Most lift of a round when only mending, metres.
constexpr float k_touch = 0.002f;
constexpr float k_crease_lead = 0.85f; ///< of the way out of the crease over the normal
constexpr int k_fold_passes = 15, k_normal_passes = 8, k_wide_passes = 10, k_lift_passes = 3;
constexpr int k_taut_passes = 160;
constexpr float k_taut = 0.7f; ///< of the way out of a hollow in a pass

/// The outer triangles of one side of the crease as they lie now.
struct Half {
    std::vector<std::uint32_t> triangles; ///< numbers in the cover
    std::unique_ptr<const mesh::Distance> surface;
};

Half half(const mesh::Mesh& mesh, const std::vector<std::uint32_t>& outer, const std::vector<glm::vec3>& now,
          float crease, float side) {
    Half made;
    mesh::Mesh part;
    part.positions = now;
    for (const std::uint32_t t : outer) {
        const std::uint32_t* corner = &mesh.indices[3 * t];
        if (side * (mesh.positions[corner[0]].y - crease) < -k_overlap) continue;
        part.indices.insert(part.indices.end(), corner, corner + 3);
        made.triangles.push_back(t);
    }
    made.surface = std::make_unique<const mesh::Distance>(part);
    return made;
}

/// How a point is missed by the cover.
struct Missed {
    std::uint32_t triangle = 0;
    float above = -1.0f; ///< metres over the cover, gap included; negative under it
};

/// The cover as it lies now: whole, to tell inside from outside, and its two sides of the crease.
struct Lying {
    std::unique_ptr<const mesh::Distance> whole;
    std::array<Half, 2> halves;
};

Missed look(const Under& under, const Lying& cover, const mesh::Mesh& mesh, float crease) {
    Missed result;
    std::optional<mesh::Distance::Nearest> met;
    float nearest = k_reach;
    for (std::size_t h = 0; h < 2; ++h) {
        const float side = h == 0 ? 1.0f : -1.0f;
        if (side * (under.rest_height - crease) < -0.5f * k_overlap) continue; // it belongs to the other
        const auto foot = cover.halves[h].surface->surface_within(under.point, nearest);
        if (!foot) continue;
        const std::uint32_t triangle = cover.halves[h].triangles[foot->triangle];
        nearest = foot->distance;
        met = foot;
        result.triangle = triangle;
        // at the cut edge of a half the foot says nothing
        if (side * (mesh.positions[mesh.indices[3 * triangle]].y - crease) < k_edge - k_overlap) met.reset();
    }
    if (!met) return {};
    const float height = glm::dot(under.point - met->point, met->normal);
    const bool clearly_under = height < -k_square * met->distance && met->distance > under.gap;
    // a sheet has no inside that would tell, and beyond its edges it covers nothing
    if (!cover.whole && std::abs(height) < k_beside * met->distance) return {};
    const bool inside = clearly_under || (cover.whole ? cover.whole->inside(under.point) : height < 0.0f);
    result.above = (inside ? -met->distance : met->distance) + under.gap;
    return result;
}

/// Averages a value over neighbours, `passes` times.
template <class T>
void even_out(const Neighbours& neighbours, std::vector<T>& values, int passes, float much) {
    std::vector<T> next = values;
    for (int pass = 0; pass < passes; ++pass) {
        for (std::size_t v = 0; v < values.size(); ++v) {
            const auto others = neighbours.of(v);
            if (others.empty()) continue;
            T mean{};
            for (const std::uint32_t n : others) mean += values[n];
            next[v] = values[v] + (mean / static_cast<float>(others.size()) - values[v]) * much;
        }
        std::swap(values, next);
    }
}

} // namespace

Cover::Cover(const mesh::Mesh& mesh, float fold_gap, float least_share, const mesh::Distance* skin)
    : mesh_(mesh), fold_gap_(fold_gap), least_share_(least_share), neighbours_(mesh), whole_(!skin),
      outer_(mesh.positions.size(), true) {
    std::vector<std::uint32_t> outside;
    for (std::size_t v = 0; v < outer_.size(); ++v) {
        if (skin) outer_[v] = glm::dot(mesh.normals[v], skin->nearest(mesh.positions[v]).normal) > 0.0f;
        (outer_[v] ? outside : inner_).push_back(static_cast<std::uint32_t>(v));
    }
    for (const std::uint32_t v : inner_)
        partner_.push_back(*std::ranges::min_element(outside, {}, [&](std::uint32_t o) {
            const glm::vec3 off = mesh.positions[o] - mesh.positions[v];
            return glm::dot(off, off);
        }));
    for (std::uint32_t t = 0; t < mesh.indices.size() / 3; ++t) {
        const std::uint32_t* corner = &mesh.indices[3 * t];
        if (outer_[corner[0]] && outer_[corner[1]] && outer_[corner[2]]) triangles_.push_back(t);
    }
}

/// Evens out the skin of the crease, which the bodies' blend leaves crumpled.
void Cover::smooth_fold(const KneeFold& fold, int passes, std::vector<glm::vec3>& now) const {
    std::vector<glm::vec3> next = now;
    for (int pass = 0; pass < passes; ++pass) {
        for (std::size_t v = 0; v < now.size(); ++v) {
            const float much = 0.5f * fold.creased(now[v], mesh_.positions[v].y);
            if (much <= 0.0f) continue;
            glm::vec3 mean(0.0f);
            const auto others = neighbours_.of(v);
            for (const std::uint32_t n : others) mean += now[n];
            next[v] = glm::mix(now[v], mean / static_cast<float>(others.size()), much);
        }
        now = next;
    }
}

/// Skin that is taut spans the hollows beside patella and tendons instead of lining them: it only rises.
void Cover::stretch_taut(const KneeFold& fold, std::vector<glm::vec3>& now) const {
    std::vector<float> taut(now.size());
    for (std::size_t v = 0; v < now.size(); ++v) taut[v] = k_taut * fold.taut(now[v], mesh_.positions[v].y);
    std::vector<glm::vec3> next = now;
    for (int pass = 0; pass < k_taut_passes; ++pass) {
        const std::vector<glm::vec3> normals = mesh::area_normals(now, mesh_.indices);
        for (std::size_t v = 0; v < now.size(); ++v) {
            if (taut[v] <= 0.0f) continue;
            glm::vec3 mean(0.0f);
            const auto others = neighbours_.of(v);
            for (const std::uint32_t n : others) mean += now[n];
            const float hollow = glm::dot(mean / static_cast<float>(others.size()) - now[v], normals[v]);
            next[v] = now[v] + normals[v] * (taut[v] * std::max(hollow, 0.0f));
        }
        now = next;
    }
}

/// Where each vertex rises to: along its normal, flat in a fold and, if asked, in its crease out of the angle.
std::vector<glm::vec3> Cover::outward(const KneeFold& fold, bool in_crease, const std::vector<glm::vec3>& now) const {
    std::vector<glm::vec3> directions = mesh::area_normals(now, mesh_.indices);
    even_out(neighbours_, directions, k_normal_passes, 0.7f);
    for (std::size_t v = 0; v < now.size(); ++v) {
        const glm::vec3& rest = mesh_.positions[v];
        const float crease = in_crease ? k_crease_lead * fold.creased(now[v], rest.y) : 0.0f;
        const float lead = std::max(crease * (1.0f - std::abs(fold.side(rest.y))), fold.flat(now[v], rest));
        const glm::vec3 direction = glm::mix(directions[v], fold.outward(), lead);
        directions[v] = glm::normalize(direction + glm::vec3(1e-9f));
    }
    return directions;
}

/// How far each vertex must rise along its normal. Points that are safe for good leave the list if asked.
std::vector<float> Cover::lifts(std::vector<Under>& under, const KneeFold& fold, const std::vector<glm::vec3>& now,
                                bool drop_safe) const {
    mesh::Mesh all;
    all.positions = now;
    all.indices = mesh_.indices;
    const Lying cover{
        whole_ ? std::make_unique<const mesh::Distance>(all) : nullptr,
        {half(mesh_, triangles_, now, fold.crease(), 1.0f), half(mesh_, triangles_, now, fold.crease(), -1.0f)}};
    std::vector<Missed> missed(under.size());
    constexpr std::size_t k_batch = 512;
    base::in_parallel(under.size() / k_batch + 1, [&](std::size_t batch) {
        for (std::size_t i = batch * k_batch; i < std::min(under.size(), (batch + 1) * k_batch); ++i)
            missed[i] = look(under[i], cover, mesh_, fold.crease());
    });
    std::vector<float> lift(now.size(), 0.0f);
    std::vector<Under> watched;
    for (std::size_t i = 0; i < under.size(); ++i) {
        if (missed[i].above > -k_safe) watched.push_back(under[i]);
        for (std::size_t k = 0; k < 3; ++k) {
            float& most = lift[mesh_.indices[3 * missed[i].triangle + k]];
            most = std::clamp(missed[i].above, most, k_step);
        }
    }
    if (drop_safe) under.swap(watched);
    return lift;
}

void Cover::lift_over(std::vector<Under> under, const KneeFold& fold, std::vector<glm::vec3>& now) const {
    const std::vector<glm::vec3> before = now, out = outward(fold, false, now);
    for (Under& point : under) point.gap = std::min(point.gap, point.gap * least_share_);
    for (int round = 0; round < k_exact_rounds; ++round) {
        std::vector<float> lift = lifts(under, fold, now, round == 0);
        // a little wider, then even: no spikes
        std::vector<float> wide = lift;
        for (std::size_t v = 0; v < wide.size(); ++v)
            for (const std::uint32_t n : neighbours_.of(v)) wide[v] = std::max(wide[v], lift[n]);
        even_out(neighbours_, wide, k_lift_passes, 0.5f);
        for (std::size_t v = 0; v < now.size(); ++v)
            now[v] = fold.kept_back(now[v] + out[v] * std::min(wide[v], k_touch), mesh_.positions[v].y, fold_gap_);
    }
    for (std::size_t i = 0; i < inner_.size(); ++i) now[inner_[i]] += now[partner_[i]] - before[partner_[i]];
}

void Cover::settle_over(std::vector<Under> under, const KneeFold& fold, std::vector<glm::vec3>& now) const {
    for (const int passes : {0, k_fold_passes}) {
        smooth_fold(fold, passes, now);
        for (std::size_t v = 0; v < now.size(); ++v) now[v] = fold.folded(now[v], mesh_.positions[v], fold_gap_);
    }
    const std::vector<glm::vec3> base = now, out = outward(fold, true, base);
    std::vector<float> lift(now.size(), 0.0f); // along `out`
    for (int round = 0; round < k_rounds; ++round) {
        const std::vector<float> more = lifts(under, fold, now, round == 0);
        for (std::size_t v = 0; v < now.size(); ++v) lift[v] = std::min(lift[v] + more[v], k_most);
        even_out(neighbours_, lift, round < k_rounds / 2 ? k_wide_passes : k_lift_passes, 0.5f);
        for (std::size_t i = 0; i < inner_.size(); ++i) lift[inner_[i]] = lift[partner_[i]];
        for (std::size_t v = 0; v < now.size(); ++v)
            now[v] = fold.kept_back(base[v] + out[v] * lift[v], mesh_.positions[v].y, fold_gap_);
    }
    for (std::size_t i = 0; i < inner_.size(); ++i)
        now[inner_[i]] = base[inner_[i]] + now[partner_[i]] - base[partner_[i]];
    lift_over(std::move(under), fold, now);
    if (whole_) stretch_taut(fold, now);
}

} // namespace sculpt
