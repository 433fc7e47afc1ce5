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

/// Who gives way to whom: a higher rank stands, the lower is cut.
enum class Rank { soft, firm, cord, bone };

Rank rank(const Shape& shape) {
    if (shape.kind == anatomy::Kind::bone) return Rank::bone;
    if (shape.kind == anatomy::Kind::nerve || shape.kind == anatomy::Kind::vessel) return Rank::cord;
    return shape.firm ? Rank::firm : Rank::soft;
}

/// What stands beside a shape: another one, or the mirror image of one.
struct Neighbour {
    const Program* program;
    bool mirrored;

    glm::vec3 own(const glm::vec3& p) const { return mirrored ? glm::vec3(-p.x, p.y, p.z) : p; }
    float distance(const glm::vec3& p) const { return program->distance(own(p)); }
    /// Not more than distance(); quickly. Inside the box anything may be.
    float at_least(const glm::vec3& p) const {
        const float outside = program->box().distance(own(p));
        return outside > 0.0f ? outside : -1e6f;
    }
    bool near(const Box& box) const {
        if (!mirrored) return program->box().overlaps(box);
        return program->box().overlaps({{-box.high.x, box.low.y, box.low.z}, {-box.low.x, box.high.y, box.high.z}});
    }
};

const Program& program_of(const std::vector<Shape>& shapes, const Shape& shape) {
    if (shape.mirror_of.empty()) return shape.program;
    return std::find_if(shapes.begin(), shapes.end(), [&](const Shape& s) { return s.id == shape.mirror_of; })->program;
}

struct Neighbours {
    std::vector<Neighbour> above;  ///< of higher rank
    std::vector<Neighbour> equals; ///< met in the middle
};

Neighbours neighbours(const std::vector<Shape>& shapes, std::size_t index) {
    const Shape& own = shapes[index];
    const Box reach = own.program.box().padded(k_joint_gap);
    Neighbours found;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const Shape& other = shapes[i];
        const Neighbour neighbour{&program_of(shapes, other), !other.mirror_of.empty()};
        if (i == index || !shares(other) || neighbour.program->empty() || !neighbour.near(reach)) continue;
        if (rank(other) > rank(own))
            found.above.push_back(neighbour);
        else if (rank(other) == rank(own))
            found.equals.push_back(neighbour);
    }
    return found;
}

} // namespace

Field packed(const std::vector<Shape>& shapes, std::size_t index) {
    const Shape& own = shapes[index];
    if (!shares(own)) return [&own](const glm::vec3& p) { return own.program.distance(p); };
    const float gap = rank(own) == Rank::bone ? k_joint_gap : k_fascial_gap;
    return [&own, gap, beside = neighbours(shapes, index)](const glm::vec3& p) {
        const float alone = own.program.distance(p);
        float d = alone;
        for (const Neighbour& other : beside.above)
            if (other.at_least(p) < k_firm_gap + k_crease - d)
                d = smooth_max(d, k_firm_gap - other.distance(p), k_crease);
        for (const Neighbour& other : beside.equals)
            if (0.5f * (alone - other.at_least(p) + gap) > d - k_crease)
                d = smooth_max(d, 0.5f * (alone - other.distance(p) + gap), k_crease);
        return d;
    };
}

} // namespace sculpt
