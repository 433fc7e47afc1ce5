#include "sculpt/pack.h"

#include <algorithm>

namespace sculpt {
namespace {

constexpr float k_crease = 1.2f; ///< mm over which the cut edge is rounded

/// A sheet round the others is a hull of them all and takes no space from any.
bool shares(const Shape& shape) {
    const anatomy::Kind kind = shape.kind;
    if (!shape.hull.over.empty()) return false;
    return kind == anatomy::Kind::bone || kind == anatomy::Kind::muscle || kind == anatomy::Kind::tendon ||
           kind == anatomy::Kind::fascia || kind == anatomy::Kind::nerve || kind == anatomy::Kind::vessel;
}

/// Who gives way to whom: a higher rank stands, the lower is cut; equals of the lowest rank meet in the middle.
int rank(const Shape& shape) {
    if (shape.kind == anatomy::Kind::bone) return 3;
    if (shape.kind == anatomy::Kind::nerve || shape.kind == anatomy::Kind::vessel) return 2;
    return shape.firm ? 1 : 0;
}

} // namespace

Field packed(const std::vector<Shape>& shapes, std::size_t index) {
    const Shape& own = shapes[index];
    if (!shares(own) || own.kind == anatomy::Kind::bone)
        return [&own](const glm::vec3& p) { return own.program.distance(p); };
    std::vector<const Program*> firm, soft;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const Shape& other = shapes[i];
        if (i == index || other.program.empty() || !shares(other)) continue;
        if (!other.program.box().overlaps(own.program.box())) continue;
        if (rank(other) > rank(own))
            firm.push_back(&other.program);
        else if (rank(own) == 0 && rank(other) == 0)
            soft.push_back(&other.program);
    }
    return [&own, firm, soft](const glm::vec3& p) {
        const float alone = own.program.distance(p);
        float d = alone;
        for (const Program* other : firm)
            if (other->box().distance(p) < k_firm_gap + k_crease - d)
                d = smooth_max(d, k_firm_gap - other->distance(p), k_crease);
        for (const Program* other : soft)
            // the other's field reaches at least the distance to its box
            if (0.5f * (alone - other->box().distance(p) + k_fascial_gap) > d - k_crease)
                d = smooth_max(d, 0.5f * (alone - other->distance(p) + k_fascial_gap), k_crease);
        return d;
    };
}

} // namespace sculpt
