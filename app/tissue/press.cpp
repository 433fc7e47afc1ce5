// press: moves what lies under a hand as its dent says.
#include "tissue/dent.h"

#include "base/assert.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>

namespace tissue {
namespace {

/// What lies higher than this above the skin under the hand is another part of the leg, metres.
constexpr float k_above = 0.008f;
constexpr float k_thin = 1e-3f, k_stands_out = 1.5e-3f; ///< flesh from so far under the skin to so far out, metres
constexpr int k_rounds = 3;                             ///< to find where the skin over a place comes from

/// 1 at the skin, 0 at the bone, level at both. Its slope is at most 1.5, so that tissue pressed by up to 0.6 of its
/// depth never passes through what lies deeper.
float give(float share) {
    const float t = std::clamp(share, 0.0f, 1.0f);
    return (1.0f - t) * (1.0f - t) * (1.0f + 2.0f * t);
}
float give_slope(float t) { return -6.0f * t * (1.0f - t); }

/// What a value at the crossings is at a place and how it grows along the chart.
template <class T>
struct Slope {
    T value, across, along;

    Slope(std::span<const T> values, const mesh::HeightField::Cell& cell, float step) {
        const T &a = values[cell.at[0]], &b = values[cell.at[1]], &c = values[cell.at[2]], &d = values[cell.at[3]];
        const T near = a + (b - a) * cell.u, far = c + (d - c) * cell.u;
        value = near + (far - near) * cell.v;
        across = ((b - a) * (1.0f - cell.v) + (d - c) * cell.v) / step;
        along = (far - near) / step;
    }
};

/// The map of a dent in the hand's coordinates.
class Map {
public:
    Map(const Dent& dent, bool draws) : dent_(dent), grid_(dent.bed.skin), draws_(draws && !dent.dragged.empty()) {}

    /// Moves a point and the unit normal there; false where the dent does not reach.
    bool operator()(glm::vec3& p, glm::vec3& n) const {
        const glm::vec3 c = grid_.chart.to(p);
        if (!grid_.covers(glm::vec2(c))) return false;
        const auto cell = grid_.cell(glm::vec2(c));
        if (stays(cell)) return false;
        const Slope<float> skin(grid_.height, cell, grid_.step), depth(dent_.bed.depth, cell, grid_.step);
        const float under = skin.value - c.z;
        if (under < -k_above || under >= depth.value) return false;
        // how much of the skin's displacement the point takes, and how that grows
        float taken = 1.0f;
        glm::vec3 grows(0.0f);
        if (const float share = under / depth.value; share >= 0.0f) {
            taken = give(share);
            grows = glm::vec3(skin.across - share * depth.across, skin.along - share * depth.along, -1.0f) *
                    (give_slope(share) / depth.value);
        } else {
            const float above = -under / k_above;
            taken = give(above);
            grows = glm::vec3(-skin.across, -skin.along, 1.0f) * (give_slope(above) / k_above);
        }
        if (draws_)
            turn(Slope<glm::vec3>(dent_.dragged, cell, grid_.step), taken, grows, c, p, n);
        else
            turn(raised(Slope<float>(dent_.pressed, cell, grid_.step)), taken, grows, c, p, n);
        return true;
    }

    /// Whether none of the skin round a place moves.
    bool stays(const mesh::HeightField::Cell& cell) const {
        const auto still = [&](std::size_t i) {
            return draws_ ? dent_.dragged[i] == glm::vec3(0.0f) : dent_.pressed[i] == 0.0f;
        };
        return std::ranges::all_of(cell.at, still);
    }

private:
    struct Move {
        glm::vec3 value, across, along;
    };
    static Move raised(const Slope<float>& by) {
        return {{0.0f, 0.0f, by.value}, {0.0f, 0.0f, by.across}, {0.0f, 0.0f, by.along}};
    }

    /// By the map's derivative: normals turn as its cofactors say.
    template <class By>
    void turn(const By& by, float taken, const glm::vec3& grows, const glm::vec3& c, glm::vec3& p, glm::vec3& n) const {
        const glm::vec3 to = c + by.value * taken;
        glm::vec3 x = by.across * taken + by.value * grows.x + glm::vec3(1.0f, 0.0f, 0.0f);
        const glm::vec3 y = by.along * taken + by.value * grows.y + glm::vec3(0.0f, 1.0f, 0.0f);
        const glm::vec3 z = by.value * grows.z + glm::vec3(0.0f, 0.0f, 1.0f);
        glm::vec3 e_x(1.0f, 0.0f, 0.0f), e_z(0.0f, 0.0f, 1.0f);
        if (grid_.chart.round > 0.0f && c.z > 0.0f) {
            // round an axis one metre across the chart is c.z / round of them, and a hand does not drag
            x = {to.z / c.z, 0.0f, x.z * grid_.chart.round / c.z};
            e_z = {p.x / c.z, 0.0f, p.z / c.z};
            e_x = {e_z.z, 0.0f, -e_z.x};
        }
        const glm::vec3 local(glm::dot(n, e_x), n.y, glm::dot(n, e_z));
        const glm::vec3 now = glm::cross(y, z) * local.x + glm::cross(z, x) * local.y + glm::cross(x, y) * local.z;
        if (const float size = glm::length(now); size > 0.0f)
            n = (e_x * now.x + glm::vec3(0.0f, now.y, 0.0f) + e_z * now.z) / size;
        p = grid_.chart.from(to);
    }

    const Dent& dent_;
    const mesh::HeightField& grid_;
    bool draws_;
};

/// Height of the skin over a place when it is pressed and drawn.
float pressed_skin(const Dent& dent, const glm::vec2& at) {
    const mesh::HeightField& grid = dent.bed.skin;
    if (dent.dragged.empty()) {
        const auto cell = grid.cell(at);
        return mesh::HeightField::sample(grid.height, cell) + mesh::HeightField::sample(dent.pressed, cell);
    }
    glm::vec3 moved(0.0f);
    float height = 0.0f;
    for (int round = 0; round < k_rounds; ++round) {
        const auto cell = grid.cell(at - glm::vec2(moved));
        moved = Slope<glm::vec3>(dent.dragged, cell, grid.step).value;
        height = mesh::HeightField::sample(grid.height, cell) + moved.z;
    }
    return height;
}

/// Tells quickly, without the chart, that a point is out of reach of a dent.
class Reach {
public:
    explicit Reach(const Dent& dent)
        : round_(dent.bed.skin.chart.round > 0.0f), low_(dent.bed.skin.low),
          high_(dent.bed.skin.at(dent.bed.skin.columns - 1, dent.bed.skin.rows - 1)) {
        const auto [lowest, highest] = std::ranges::minmax(dent.bed.skin.height);
        bottom_ = lowest - k_deep;
        top_ = highest + k_above;
        const glm::vec3 low = round_ ? glm::vec3(-top_, low_.y, -top_) : glm::vec3(low_, bottom_);
        const glm::vec3 high = round_ ? glm::vec3(top_, high_.y, top_) : glm::vec3(high_, top_);
        centre_ = glm::vec3(dent.frame.point(glm::dvec3(0.5f * (low + high))));
        square_ = 0.25f * glm::dot(high - low, high - low);
    }
    /// Of a point in the standing model: whether it may be within reach.
    bool near(const glm::vec3& p) const { return glm::dot(p - centre_, p - centre_) < square_; }
    /// Of a point in the hand's frame.
    bool operator()(const glm::vec3& p) const {
        if (p.y < low_.y || p.y > high_.y) return false;
        if (round_) return p.x * p.x + p.z * p.z < top_ * top_;
        return p.x > low_.x && p.x < high_.x && p.z > bottom_ && p.z < top_;
    }

private:
    bool round_;
    glm::vec2 low_, high_;
    float bottom_ = 0.0f, top_ = 0.0f;
    glm::vec3 centre_;
    float square_ = 0.0f;
};

/// Visits the points within reach in the hand's coordinates; `visit` may move the point and its normal and says
/// whether.
template <class Visit>
bool each_within_reach(const Dent& dent, Deformed& inout, const Visit& visit) {
    APP_ASSERT(inout.normals.size() == inout.positions.size());
    const Reach reach(dent);
    const base::Rigid back = dent.frame.inverse();
    const glm::mat3 turn = glm::mat3_cast(glm::quat(back.rotation)), turn_back = glm::transpose(turn);
    const glm::vec3 shift(back.translation), origin(dent.frame.translation);
    bool moved = false;
    for (std::size_t i = 0; i < inout.positions.size(); ++i) {
        if (!reach.near(inout.positions[i])) continue;
        glm::vec3 p = turn * inout.positions[i] + shift;
        if (!reach(p)) continue;
        glm::vec3 n = turn * inout.normals[i];
        if (!visit(p, n)) continue;
        inout.normals[i] = turn_back * n;
        inout.positions[i] = turn_back * p + origin;
        moved = true;
    }
    return moved;
}

} // namespace

bool press(const Dent& dent, bool draws, Deformed& inout) {
    const Map map(dent, draws);
    return each_within_reach(dent, inout, [&](glm::vec3& p, glm::vec3& n) {
        const glm::vec3 from = p;
        return map(p, n) && p != from;
    });
}

void keep_under(const Dent& dent, Deformed& inout) {
    const mesh::HeightField& grid = dent.bed.skin;
    const Map map(dent, true);
    each_within_reach(dent, inout, [&](glm::vec3& p, glm::vec3&) {
        glm::vec3 c = grid.chart.to(p);
        if (!grid.covers(glm::vec2(c)) || map.stays(grid.cell(glm::vec2(c)))) return false;
        const float skin = pressed_skin(dent, glm::vec2(c));
        if (c.z < skin - k_thin || c.z > skin + k_stands_out) return false;
        c.z = skin - k_thin;
        p = grid.chart.from(c);
        return true;
    });
}

} // namespace tissue
