#include "sculpt/hand_digit.h"

#include "sculpt/hand_nail.h"

namespace sculpt {
namespace {

/// How much narrower a phalanx is between its joints.
constexpr float k_waist = 0.95f;
/// Where the crease at a finger's root lies, as a share of the first phalanx.
constexpr float k_base_crease = -0.42f;

/// One segment's measures, halved.
struct Phalanx {
    float length = 0.0f;
    glm::vec2 near{0.0f}, far{0.0f}; ///< half breadth, half depth at its two ends
};

Phalanx phalanx(const Digit& digit, std::size_t i) {
    return {digit.lengths[i], 0.5f * glm::vec2(digit.breadth[i], digit.depth[i]),
            0.5f * glm::vec2(digit.breadth[i + 1], digit.depth[i + 1])};
}

Solid tube(std::initializer_list<Station> stations, Cap cap = Cap::round) {
    return make_tube(stations, {1.0f, 0.0f, 0.0f}, 2.2f, cap);
}

Station station(float y, float z, const glm::vec2& half) { return {{0.0f, y, z}, half.x, half.y, 0.0f}; }

/// Flesh of a segment that ends in a joint: thickest at the joints, the palmar pad between them.
void add_middle(std::vector<Step>& steps, const Phalanx& p, const Placing& frame) {
    const glm::vec2 waist = k_waist * 0.5f * (p.near + p.far);
    steps.push_back({Op::add, 2.5f,
                     make_placed(tube({station(0.0f, 0.0f, p.near), station(-0.3f * p.length, 0.2f, waist),
                                       station(-0.7f * p.length, 0.2f, waist), station(-p.length, 0.0f, p.far)}),
                                 frame)});
    const glm::vec2 mean = 0.5f * (p.near + p.far);
    steps.push_back({Op::add, 3.0f,
                     make_placed(make_ellipsoid({0.0f, -0.5f * p.length, -0.36f * mean.y},
                                                {0.86f * mean.x, 0.42f * p.length, 0.74f * mean.y}, glm::vec3(0.0f)),
                                 frame)});
    // the knuckle that the extensor tendon runs over
    steps.push_back({Op::add, 3.0f,
                     make_placed(make_ellipsoid({0.0f, -p.length, 0.28f * p.far.y},
                                                {0.74f * p.far.x, 0.8f * p.far.x, 0.8f * p.far.y}, glm::vec3(0.0f)),
                                 frame)});
}

/// Flesh of the last segment: flat toward the nail, with the pulp beneath.
void add_tip(std::vector<Step>& steps, const Phalanx& p, const Placing& frame) {
    const float end = -(p.length - p.far.y);
    steps.push_back({Op::add, 2.5f,
                     make_placed(tube({station(0.0f, 0.0f, p.near), station(0.45f * end, 0.0f, 0.97f * p.near),
                                       station(0.8f * end, -0.1f * p.far.y, {1.02f * p.far.x, 1.03f * p.far.y}),
                                       station(end, -0.2f * p.far.y, {0.94f * p.far.x, 0.9f * p.far.y})}),
                                 frame)});
    steps.push_back({Op::add, 3.0f,
                     make_placed(make_ellipsoid({0.0f, -0.6f * p.length, -0.42f * p.far.y},
                                                {0.88f * p.far.x, 0.36f * p.length, 0.74f * p.far.y}, glm::vec3(0.0f)),
                                 frame)});
}

/// A crease across the palmar side at `y`.
void add_crease(std::vector<Step>& steps, const Placing& frame, float y, const glm::vec2& half, float depth) {
    steps.push_back({Op::sink,
                     1.9f,
                     make_placed(make_box({0.0f, y, -0.75f * half.y}, {1.1f * half.x, 0.25f, 0.75f * half.y}, 0.2f,
                                          glm::vec3(0.0f)),
                                 frame),
                     {0.0f, 1.0f},
                     depth});
}

/// A wrinkle of the skin over a knuckle.
void add_wrinkle(std::vector<Step>& steps, const Placing& frame, float y, const glm::vec2& half, float depth) {
    steps.push_back(
        {Op::sink,
         1.9f,
         make_placed(make_box({0.0f, y, half.y}, {0.62f * half.x, 0.2f, 0.6f * half.y}, 0.2f, glm::vec3(0.0f)), frame),
         {0.0f, 1.0f},
         depth});
}

/// What melts into the palm: a thumb's metacarpal, a finger's first third.
std::vector<Step> root_of(const Phalanx& first, const Phalanx& second, std::span<const Placing, 3> frames, bool thumb) {
    std::vector<Step> root;
    if (thumb) {
        add_middle(root, first, frames[0]);
        root.push_back({Op::add, 2.5f,
                        make_placed(tube({station(0.0f, 0.0f, second.near),
                                          station(-0.3f * second.length, 0.0f, 0.9f * second.near)}),
                                    frames[1])});
        return root;
    }
    root.push_back(
        {Op::add, 0.0f,
         make_placed(tube({station(3.0f, -1.0f, first.near), station(-0.2f * first.length, -1.0f, first.near),
                           station(-0.45f * first.length, -0.5f, 0.9f * first.near)}),
                     frames[0])});
    add_crease(root, frames[0], k_base_crease * first.length, first.near, 0.8f);
    return root;
}

/// The creases of the palmar side, two at a finger's middle joint, and the wrinkles over the knuckles.
void add_creases(std::vector<Step>& steps, const Phalanx& first, const Phalanx& second,
                 std::span<const Placing, 3> frames, bool thumb) {
    if (!thumb) {
        add_crease(steps, frames[0], k_base_crease * first.length, first.near, 0.8f);
        add_crease(steps, frames[0], -first.length + 2.0f, first.far, 0.8f);
        add_crease(steps, frames[1], -1.8f, second.near, 0.9f);
    }
    add_crease(steps, frames[1], -second.length + 0.3f, second.far, 0.9f);
    for (const float at : {-2.2f, 2.2f}) {
        if (!thumb) add_wrinkle(steps, frames[0], -first.length + at, first.far, 0.5f);
        add_wrinkle(steps, frames[1], -second.length + 0.7f * at, second.far, 0.45f);
    }
}

} // namespace

DigitSolids make_digit(const Digit& digit, std::span<const Placing, 3> frames, bool thumb) {
    const Phalanx first = phalanx(digit, 0), second = phalanx(digit, 1), last = phalanx(digit, 2);
    std::vector<Step> steps;
    if (!thumb) add_middle(steps, first, frames[0]);
    add_middle(steps, second, frames[1]);
    add_tip(steps, last, frames[2]);
    const Nail nail = make_nail(Program(steps), digit, frames[2]);
    add_creases(steps, first, second, frames, thumb);
    steps.push_back({Op::sink, 0.9f, nail.bed, {0.0f, 1.0f}, 0.6f});
    steps.push_back({Op::add, 0.3f, nail.plate});
    return {{make_group(Program(root_of(first, second, frames, thumb))), make_group(Program(std::move(steps)))},
            nail.plate,
            nail.edge};
}

} // namespace sculpt
