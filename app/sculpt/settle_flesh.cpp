#include "sculpt/settle_parts.h"

#include "base/parallel.h"

#include <algorithm>
#include <glm/geometric.hpp>

namespace sculpt {
namespace {

/// Cells over which a push spreads at once, metres.
constexpr float k_cell = 0.008f;
constexpr int k_rounds = 10;
/// What is pushed counts this many times as much as what only gives way.
constexpr float k_push_weight = 20.0f;
/// Flesh and fat between the plane of contact and a muscle, metres: skin and the fascia need room.
constexpr float k_flesh_from_fold = 0.0028f;
/// Vertices farther from bone than this are not looked at again.
constexpr float k_watch = 0.015f;
/// Nearer to bone than this a vertex is looked at in the end, metres.
constexpr float k_clear = 0.001f;
constexpr int k_attempts = 12;
/// So much a vertex may differ from its neighbours in how it moves between two angles, metres.
constexpr float k_jump = 0.003f;
/// Of what pushed in the pose before so much is taken over as a start.
constexpr float k_kept = 0.8f;

/// Averages of displacements over cells of the standing model: neighbours of every structure move together.
class Spread {
public:
    explicit Spread(const mesh::Bounds& box)
        : low_(box.low - k_cell), count_(glm::ivec3((box.high - box.low) / k_cell) + 4),
          cells_(static_cast<std::size_t>(count_.x) * count_.y * count_.z, glm::vec4(0.0f)) {}

    void clear() { std::ranges::fill(cells_, glm::vec4(0.0f)); }
    void add(const glm::vec3& at, const glm::vec3& move, float weight) {
        each(at, [&](std::size_t cell, float share) { cells_[cell] += glm::vec4(move, 1.0f) * (weight * share); });
    }
    glm::vec3 mean(const glm::vec3& at) const {
        glm::vec4 sum(0.0f);
        each(at, [&](std::size_t cell, float share) { sum += cells_[cell] * share; });
        return sum.w > 0.0f ? glm::vec3(sum) / sum.w : glm::vec3(0.0f);
    }

private:
    template <class Visit>
    void each(const glm::vec3& at, const Visit& visit) const {
        const glm::vec3 place = (at - low_) / k_cell;
        const glm::ivec3 from(place);
        const glm::vec3 t = place - glm::vec3(from);
        for (int corner = 0; corner < 8; ++corner) {
            const glm::ivec3 step(corner & 1, corner >> 1 & 1, corner >> 2);
            const glm::ivec3 c = from + step;
            const float share = (step.x ? t.x : 1.0f - t.x) * (step.y ? t.y : 1.0f - t.y) * (step.z ? t.z : 1.0f - t.z);
            visit((static_cast<std::size_t>(c.z) * count_.y + c.y) * count_.x + c.x, share);
        }
    }

    glm::vec3 low_;
    glm::ivec3 count_;
    std::vector<glm::vec4> cells_;
};

/// What a part keeps in mind between the rounds.
struct Watch {
    std::vector<glm::vec3> pressed; ///< where the contact of calf and thigh has put it
    std::vector<std::uint32_t> near;
    std::vector<float> weight;
};

/// Out of the bones along the shortest way; only `vertices` are looked at. Keeps in mind who was pushed and who is
/// near.
void push_out(SoftPart& part, Watch& watch, const Bones& bones, const std::vector<std::uint32_t>& vertices,
              bool exact) {
    std::vector<std::uint32_t> near;
    for (const std::uint32_t v : vertices) {
        watch.weight[v] = 1.0f;
        const auto bone = bones.near(watch.pressed[v] + part.pushed[v], k_watch);
        if (!bone) continue;
        near.push_back(v);
        const float missing = (exact ? part.bone_gap : part.layer_gap)[v] - bone->distance;
        if (missing <= 0.0f) continue;
        part.pushed[v] += bone->outward * missing;
        watch.weight[v] = k_push_weight;
    }
    watch.near = std::move(near);
}

void begin(SoftPart& part, Watch& watch, const Bones& bones, const KneeFold& fold) {
    const std::size_t count = part.posed.positions.size();
    watch.pressed.resize(count);
    watch.weight.assign(count, 1.0f);
    for (std::size_t v = 0; v < count; ++v) {
        watch.pressed[v] = fold.pressed(part.posed.positions[v], part.mesh->positions[v].y, k_flesh_from_fold);
        part.pushed[v] = part.posed.carry[v] * part.pushed_rest[v] * k_kept;
    }
    push_out(part, watch, bones, part.watched, false);
}

} // namespace

void settle_flesh(std::vector<SoftPart>& flesh, const Bones& bones, const KneeFold& fold) {
    if (flesh.empty()) return; // a skin alone, say
    std::vector<Watch> watches(flesh.size());
    base::in_parallel(flesh.size(), [&](std::size_t i) { begin(flesh[i], watches[i], bones, fold); });
    mesh::Bounds box;
    for (const SoftPart& part : flesh) box.add(mesh::bounds(*part.mesh));
    Spread spread(box);
    for (int round = 0; round < k_rounds; ++round) {
        // at last only a touch, so that what was pushed out stays out
        const float give = round + 2 < k_rounds ? 0.7f : round + 1 < k_rounds ? 0.3f : 0.1f;
        spread.clear();
        for (std::size_t i = 0; i < flesh.size(); ++i)
            for (std::size_t v = 0; v < flesh[i].pushed.size(); ++v)
                spread.add(flesh[i].mesh->positions[v], flesh[i].pushed[v], watches[i].weight[v]);
        base::in_parallel(flesh.size(), [&](std::size_t i) {
            SoftPart& part = flesh[i];
            for (std::size_t v = 0; v < part.pushed.size(); ++v)
                part.pushed[v] = glm::mix(part.pushed[v], spread.mean(part.mesh->positions[v]), give);
            push_out(part, watches[i], bones, round + 2 < k_rounds ? watches[i].near : part.watched,
                     round + 2 >= k_rounds);
        });
    }
    base::in_parallel(flesh.size(), [&](std::size_t i) {
        SoftPart& part = flesh[i];
        part.now.resize(part.pushed.size());
        for (std::size_t v = 0; v < part.now.size(); ++v) part.now[v] = watches[i].pressed[v] + part.pushed[v];
        // nor may the volume that was squeezed away come back across the fold
        const std::vector<glm::vec3> whole = part.whole();
        for (std::size_t v = 0; v < part.now.size(); ++v)
            part.now[v] += fold.pressed(whole[v], part.mesh->positions[v].y, k_flesh_from_fold) - whole[v];
        keep_clear(part, bones);
        for (std::size_t v = 0; v < part.now.size(); ++v)
            part.pushed_rest[v] = glm::inverse(part.posed.carry[v]) * (part.now[v] - watches[i].pressed[v]);
    });
}

void keep_clear(SoftPart& part, const Bones& bones) {
    for (const std::uint32_t v : part.watched)
        for (int attempt = 0; attempt < k_attempts; ++attempt) { // between two bones several
            const auto bone = bones.near(part.now[v], k_clear);
            if (!bone || bone->distance >= part.bone_gap[v]) break;
            part.now[v] += bone->outward * (part.bone_gap[v] - bone->distance);
        }
}

void calm(SoftPart& part) {
    const Neighbours neighbours(*part.mesh);
    const auto mean = [&](const std::vector<glm::vec3>& values, std::size_t v) {
        glm::vec3 sum(0.0f);
        for (const std::uint32_t n : neighbours.of(v)) sum += values[n];
        return sum / static_cast<float>(std::max<std::size_t>(1, neighbours.of(v).size()));
    };
    for (std::size_t k = 0; k + 1 < part.offsets.size(); ++k) {
        std::vector<glm::vec3>&before = part.offsets[k], &after = part.offsets[k + 1];
        for (std::size_t v = 0; v < before.size(); ++v) {
            const glm::vec3 meant_before = mean(before, v), meant_after = mean(after, v);
            if (glm::distance(after[v] - before[v], meant_after - meant_before) < k_jump) continue;
            before[v] = meant_before;
            after[v] = meant_after;
        }
    }
}

} // namespace sculpt
