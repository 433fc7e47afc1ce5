#include "mesh/morph.h"

#include <algorithm>
#include <iterator>

namespace mesh {

MorphShares morph_shares(std::span<const MorphTarget> morphs, double degrees) {
    const auto angle = static_cast<float>(degrees);
    const bool up = angle > 0.0f;
    const auto before = [&](auto bound) { return bound(morphs, angle, std::ranges::less{}, &MorphTarget::degrees); };
    // the shape beyond the angle as seen from rest, and the one before it
    const std::ptrdiff_t outer =
        up ? before(std::ranges::lower_bound) - morphs.begin() : before(std::ranges::upper_bound) - morphs.begin() - 1;
    const std::ptrdiff_t inner = up ? outer - 1 : outer + 1;
    const auto there = [&](std::ptrdiff_t i) { // on the same side of rest
        if (i < 0 || i >= std::ssize(morphs)) return false;
        const float at = morphs[static_cast<std::size_t>(i)].degrees;
        return up ? at > 0.0f : at < 0.0f;
    };
    const auto o = static_cast<std::size_t>(outer), i = static_cast<std::size_t>(inner);
    if (angle == 0.0f) return {};
    if (!there(outer)) return there(inner) ? MorphShares{{i, i}, {1.0f, 0.0f}} : MorphShares{};
    const float from = there(inner) ? morphs[i].degrees : 0.0f;
    const float t = (angle - from) / (morphs[o].degrees - from);
    return there(inner) ? MorphShares{{o, i}, {t, 1.0f - t}} : MorphShares{{o, o}, {t, 0.0f}};
}

void add_morphs(std::span<const MorphTarget> morphs, const Bends& bends, std::span<glm::vec3> positions) {
    for (std::size_t b = 0; b < bends.size(); ++b) {
        const auto same = std::ranges::equal_range(morphs, static_cast<Bend>(b), {}, &MorphTarget::bend);
        const std::span<const MorphTarget> of_joint(same.begin(), same.end());
        const MorphShares shares = morph_shares(of_joint, bends[b]);
        for (std::size_t k = 0; k < shares.share.size(); ++k) {
            const float share = shares.share[k];
            if (share == 0.0f) continue;
            const MorphTarget& morph = of_joint[shares.target[k]];
            for (std::size_t i = 0; i < morph.vertices.size(); ++i)
                positions[morph.vertices[i]] += morph.offsets[i] * share;
        }
    }
}

} // namespace mesh
