#include "sculpt/hand_digit.h"

#include <algorithm>

namespace sculpt {
namespace {

/// The shape of every phalanx: how much narrower it is between its joints, and where the bone ends behind the flesh.
constexpr float k_waist = 0.95f;
/// Half a nail's thickness and how far it stands out of the flesh, mm.
constexpr float k_nail_half = 0.55f, k_nail_lift = 0.1f;
constexpr int k_nail_columns = 7, k_nail_rows = 6;

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

/// Height of the flesh over the segment's axis at (x, y), mm.
float height(const Program& flesh, const Placing& frame, float x, float y, float most) {
    float inside = 0.0f, outside = most;
    for (int i = 0; i < 20; ++i) {
        const float middle = 0.5f * (inside + outside);
        (flesh.distance(frame.point({x, y, middle})) < 0.0f ? inside : outside) = middle;
    }
    return inside;
}

/// Grid over the nail, from the fold to the free edge, in the segment's frame.
std::vector<PlatePoint> nail_grid(const Program& flesh, const Digit& digit, const Placing& frame) {
    const float length = digit.nail.x, half = 0.5f * digit.nail.y;
    const float most = digit.depth[2], edge = -(digit.lengths[2] - 0.17f * digit.depth[3]);
    std::vector<PlatePoint> grid;
    for (int row = 0; row < k_nail_rows; ++row) {
        const float t = static_cast<float>(row) / (k_nail_rows - 1);
        const float y = edge + length * (1.0f - t);
        // rounded at the fold, nearly straight at the sides
        const float share = row == 0 ? 0.72f : row == k_nail_rows - 1 ? 0.86f : 1.0f;
        for (int column = 0; column < k_nail_columns; ++column) {
            const float across = 2.0f * static_cast<float>(column) / (k_nail_columns - 1) - 1.0f;
            const float x = across * half * share;
            // the free edge runs on straight where the tip of the flesh falls away
            const float firm = std::max(y, edge + 0.22f * length), beyond = y - firm;
            const float slope =
                (height(flesh, frame, x, firm + 2.0f, most) - height(flesh, frame, x, firm, most)) / 2.0f;
            const float z = height(flesh, frame, x, firm, most) + beyond * std::clamp(slope, -0.1f, 0.4f);
            const float lift = row == 0 ? -0.7f : k_nail_lift;
            const float arch = row == k_nail_rows - 1 ? 0.5f * (1.0f - across * across) : 0.0f;
            grid.push_back({{x, y - arch, z + lift - k_nail_half}, 2.0f * k_nail_half});
        }
    }
    return grid;
}

} // namespace

DigitSolids make_digit(const Digit& digit, std::span<const Placing, 3> frames, bool thumb) {
    const Phalanx first = phalanx(digit, 0), second = phalanx(digit, 1), last = phalanx(digit, 2);
    std::vector<Step> root, steps;
    if (thumb) {
        add_middle(root, first, frames[0]);
        root.push_back({Op::add, 2.5f,
                        make_placed(tube({station(0.0f, 0.0f, second.near),
                                          station(-0.3f * second.length, 0.0f, 0.9f * second.near)}),
                                    frames[1])});
    } else {
        const glm::vec2 stub = 0.9f * first.near;
        root.push_back(
            {Op::add, 0.0f,
             make_placed(tube({station(3.0f, -1.0f, first.near), station(-0.2f * first.length, -1.0f, first.near),
                               station(-0.45f * first.length, -0.5f, stub)}),
                         frames[0])});
        add_middle(steps, first, frames[0]);
    }
    add_middle(steps, second, frames[1]);
    add_tip(steps, last, frames[2]);
    const Program flesh(steps);
    if (!thumb) {
        add_crease(steps, frames[0], -first.length + 2.0f, first.far, 0.8f);
        add_crease(steps, frames[1], -1.8f, second.near, 0.9f);
    }
    add_crease(steps, frames[1], -second.length + 0.3f, second.far, 0.9f);
    for (const float at : {-2.2f, 2.2f}) {
        if (!thumb) add_wrinkle(steps, frames[0], -first.length + at, first.far, 0.5f);
        add_wrinkle(steps, frames[1], -second.length + 0.7f * at, second.far, 0.45f);
    }
    const std::vector<PlatePoint> grid = nail_grid(flesh, digit, frames[2]);
    std::vector<PlatePoint> bed = grid;
    for (PlatePoint& point : bed) point.thickness = 5.0f;
    const Solid nail = make_placed(make_plate(grid, k_nail_columns), frames[2]);
    const std::vector<PlatePoint> edge(grid.end() - 2 * k_nail_columns, grid.end());
    std::vector<PlatePoint> last_rows = edge;
    for (int column = 0; column < k_nail_columns; ++column) {
        const auto at = static_cast<std::size_t>(column);
        last_rows[at].centre = glm::mix(edge[at].centre, edge[at + k_nail_columns].centre, 0.6f);
    }
    steps.push_back({Op::sink, 0.9f, make_placed(make_plate(bed, k_nail_columns), frames[2]), {0.0f, 1.0f}, 0.8f});
    steps.push_back({Op::add, 0.3f, nail});
    return {{make_group(Program(std::move(root))), make_group(Program(std::move(steps)))},
            nail,
            make_placed(make_plate(last_rows, k_nail_columns), frames[2])};
}

} // namespace sculpt
