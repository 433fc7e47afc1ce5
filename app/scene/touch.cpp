#include "scene/touch.h"

#include "base/smooth.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>

namespace scene {

namespace {

// A print smaller than this does not say how the hand should be turned; metres.
constexpr double k_turning_size = 0.02;
// A hand is turned at most so far, as a slope, and a hold moved at most so far, metres.
constexpr double k_most_slope = 0.7, k_most_shift = 0.015;
// An open hand cups at most to a radius of about 55 mm; and it does so from wrist to finger tips, metres.
constexpr double k_most_cup = 9.0;
// Fingers round a limb give way at most so far, metres, over this half width of the hand, and rather less than more.
constexpr double k_most_closing = 0.012, k_hold_half = 0.06, k_finger_stiffness = 0.02;
constexpr double k_slope_step = 1e-4; // metres
// They sink in so far, metres. Illustrative.
constexpr double k_squeeze = 0.0035;
// Metres that flesh comes up to meet the patch of a hand round a limb, an open one or any other. Illustrative.
constexpr float k_hold_fills = 0.014f, k_palm_fills = 0.006f, k_other_fills = 0.003f;
// All but this share of a patch shall lie, for which a hand sinks in at most so much more than its mean, metres.
constexpr float k_last = 0.02f;
constexpr double k_most_uneven = 0.012;
// An open hand's wrist lies so far along it and bends over this length, metres. Where the forearm would enter the
// buttock it rises by at most this slope more (with its mesh's own 56 degrees of the 70 that a wrist has, AAOS 1965)
// and keeps over the skin by the last slope.
constexpr double k_wrist = 0.045, k_wrist_bends = 0.015, k_most_raised = 0.7, k_forearm_over = 0.07;
constexpr glm::dvec2 k_cup_low(-0.06, -0.13), k_cup_high(0.06, 0.045);
// The skin's triangles span the hand's curves: so far beside it, as a share of the grid's step, it keeps clear of the
// flanks of a finger, at most so many metres lower.
constexpr float k_beside = 0.7f, k_most_lower = 0.0014f;

bool there(float height) { return std::abs(height) < mesh::HeightField::k_nothing; }

/// Weighted least squares with up to N unknowns: normal equations, Gauss elimination.
template <std::size_t N>
struct Fit {
    std::array<std::array<double, N + 1>, N> rows{};
    double count = 0.0;

    void add(const std::array<double, N>& basis, double value) {
        for (std::size_t i = 0; i < N; ++i) {
            for (std::size_t k = 0; k < N; ++k) rows[i][k] += basis[i] * basis[k];
            rows[i][N] += basis[i] * value;
        }
        count += 1.0;
    }
    /// Holds an unknown back as `by` more observations of 0 a crossing would.
    void hold(std::size_t unknown, double by) { rows[unknown][unknown] += by * count; }

    std::array<double, N> solve() const {
        auto m = rows;
        for (std::size_t i = 0; i < N; ++i)
            for (std::size_t r = 0; r < N; ++r) {
                if (r == i || m[i][i] == 0.0) continue;
                const double factor = m[r][i] / m[i][i];
                for (std::size_t k = i; k <= N; ++k) m[r][k] -= factor * m[i][k];
            }
        std::array<double, N> x{};
        for (std::size_t i = 0; i < N; ++i) x[i] = m[i][i] == 0.0 ? 0.0 : m[i][N] / m[i][i];
        return x;
    }
};

/// Calls `visit(place, skin - hand)` wherever the print's patch lies over skin.
template <class Visit>
void over_patch(const HandPrint& print, const mesh::HeightField& skin, Visit visit) {
    for (int row = 0; row < skin.rows; ++row)
        for (int column = 0; column < skin.columns; ++column) {
            const auto i = static_cast<std::size_t>(skin.index(column, row));
            if (print.presses[i] > 0.0f && there(skin.height[i]))
                visit(glm::dvec2(skin.at(column, row)), static_cast<double>(skin.height[i] - print.surface.height[i]));
        }
}

/// What the coefficients of a cup belong to.
std::array<double, 8> cup_basis(const mesh::Chart& chart, const glm::dvec2& p) {
    if (chart.round <= 0.0f) {
        const double x = p.x, y = p.y;
        return {x * x, x * y, y * y, x * x * x, x * x * y, x * y * y, y * y * y, 0.0};
    }
    const double a = p.x / static_cast<double>(chart.round), y = std::clamp(p.y, -k_hold_half, k_hold_half);
    return {1.0, std::cos(2.0 * a), std::sin(2.0 * a), std::cos(3.0 * a), std::sin(3.0 * a),
            y,   y * std::cos(a),   y * std::sin(a)};
}

/// Turned about its origin so that the patch lies level on the skin.
base::Rigid levelled(const HandPrint& print, const base::Rigid& frame, const mesh::HeightField& skin) {
    Fit<6> fit;
    over_patch(print, skin, [&](const glm::dvec2& p, double higher) {
        // an open hand cups as well
        const double cups = print.grip == tissue::Grip::palm ? 1.0 : 0.0;
        fit.add({1.0, p.x, p.y, cups * p.x * p.x, cups * p.x * p.y, cups * p.y * p.y}, higher);
    });
    if (fit.count == 0.0) return frame;
    fit.hold(1, k_turning_size * k_turning_size);
    fit.hold(2, k_turning_size * k_turning_size);
    const auto solved = fit.solve();
    const double x = solved[1], y = solved[2];
    const glm::dvec3 up = glm::normalize(
        glm::dvec3(-std::clamp(x, -k_most_slope, k_most_slope), -std::clamp(y, -k_most_slope, k_most_slope), 1.0));
    const glm::dvec3 axis = glm::cross(glm::dvec3(0.0, 0.0, 1.0), up);
    const glm::dquat turn = glm::normalize(glm::dquat(1.0 + up.z, axis.x, axis.y, axis.z));
    return {frame.rotation * turn, frame.translation};
}

/// Moved across the limb so that it lies evenly round it.
base::Rigid centred(const HandPrint& print, const base::Rigid& frame, const mesh::HeightField& skin) {
    Fit<2> fit;
    over_patch(print, skin, [&](const glm::dvec2& p, double farther) {
        const double angle = p.x / static_cast<double>(skin.chart.round);
        fit.add({std::sin(angle), std::cos(angle)}, farther);
    });
    if (fit.count == 0.0) return frame;
    const auto [x, z] = fit.solve();
    glm::dvec3 shift(x, 0.0, z);
    if (const double size = glm::length(shift); size > k_most_shift) shift *= k_most_shift / size;
    return {frame.rotation, frame.point(shift)};
}

double limited(double x, double most) { return std::clamp(x, -most, most); }

/// What is left between a levelled hand and the skin, taken up by cupping or closing.
Cup cupped(const HandPrint& print, const mesh::HeightField& skin) {
    Cup cup{.chart = skin.chart};
    if (print.holds()) {
        Fit<8> fit;
        over_patch(print, skin,
                   [&](const glm::dvec2& p, double farther) { fit.add(cup_basis(cup.chart, p), farther); });
        if (fit.count == 0.0) return cup;
        for (std::size_t i = 1; i < 5; ++i) fit.hold(i, k_finger_stiffness);
        for (std::size_t i = 5; i < 8; ++i) fit.hold(i, k_finger_stiffness * k_hold_half * k_hold_half);
        cup.by = fit.solve();
        cup.by[0] -= k_squeeze;
    } else if (print.grip == tissue::Grip::palm) {
        Fit<8> fit;
        over_patch(print, skin, [&](const glm::dvec2& p, double higher) {
            auto basis = cup_basis(cup.chart, p);
            basis.back() = 1.0; // the height, which pressing decides
            fit.add(basis, higher);
        });
        if (fit.count == 0.0) return cup;
        cup.by = fit.solve();
        cup.by.back() = 0.0;
        for (std::size_t i = 0; i < 3; ++i) cup.by[i] = limited(cup.by[i], k_most_cup);
        for (std::size_t i = 3; i < 7; ++i) cup.by[i] = limited(cup.by[i], k_most_cup / k_cup_high.x);
    }
    return cup;
}

/// How far along its normal the hand goes from its frame: out until it touches, in by what its force presses.
struct Depth {
    double touches = 0.0, pressed = 0.0;
};
Depth along_normal(const HandPrint& print, const tissue::Bed& bed, const std::vector<float>& hand, double newtons) {
    double touches = -1e9, deepest = -1e9, mean = 0.0;
    std::vector<float> patch;
    for (std::size_t i = 0; i < hand.size(); ++i) {
        if (!there(hand[i])) continue;
        const float higher = bed.skin.height[i] - hand[i];
        touches = std::max(touches, static_cast<double>(higher));
        deepest = std::max(deepest, static_cast<double>(higher - tissue::k_most_pressed * bed.depth[i]));
        if (print.presses[i] == 0.0f) continue;
        mean += static_cast<double>(higher);
        patch.push_back(higher);
    }
    if (touches < -1.0) return {};
    if (patch.empty()) return {touches, touches};
    const double lies = mean / static_cast<double>(patch.size());
    double pressed = lies - tissue::press_depth(newtons, print.area);
    // an uneven patch sinks in until it lies, but not forever
    const auto last = patch.begin() + static_cast<std::ptrdiff_t>(k_last * static_cast<float>(patch.size()));
    std::ranges::nth_element(patch, last);
    pressed = std::min(pressed, std::max(static_cast<double>(*last), lies - k_most_uneven));
    return {touches, std::min(std::max(pressed, deepest), touches)};
}

/// The surface of the cupped hand where skin lies under it.
std::vector<float> surface_over(const mesh::HeightField& skin, const HandPrint& print, const Cup& cup) {
    std::vector<float> hand = print.surface.height;
    for (int row = 0; row < skin.rows; ++row)
        for (int column = 0; column < skin.columns; ++column) {
            const auto i = static_cast<std::size_t>(skin.index(column, row));
            if (!there(skin.height[i]))
                hand[i] = mesh::HeightField::k_nothing;
            else if (there(hand[i]) && !cup.stiff())
                hand[i] += static_cast<float>(cup.rise(glm::dvec2(skin.at(column, row))));
        }
    return hand;
}

/// The surface that the skin takes on: lower on the flanks of the hand, where triangles would cut into it.
std::vector<float> cleared(const mesh::HeightField& grid, const std::vector<float>& hand) {
    std::vector<float> lower = hand;
    const auto lowered = [&](std::size_t flank, std::size_t beside) {
        if (!there(hand[flank]) || !there(hand[beside])) return;
        const float by = std::clamp(k_beside * (hand[flank] - hand[beside]), 0.0f, k_most_lower);
        lower[flank] = std::min(lower[flank], hand[flank] - by);
    };
    grid.each_pair([&](std::size_t a, std::size_t b) { lowered(a, b), lowered(b, a); });
    return lower;
}

/// The slope by which the forearm of a hand that is pressed in so far must rise to stay out of the skin.
double raised_forearm(const mesh::HeightField& skin, const std::vector<float>& hand, double pressed) {
    double slope = 0.0;
    for (int row = 0; row < skin.rows; ++row) {
        const double beyond = static_cast<double>(skin.at(0, row).y) - k_wrist;
        if (beyond <= k_wrist_bends) continue;
        for (int column = 0; column < skin.columns; ++column) {
            const auto i = static_cast<std::size_t>(skin.index(column, row));
            if (!there(hand[i]) || !there(skin.height[i])) continue;
            const double missing = static_cast<double>(skin.height[i] - hand[i]) - pressed + k_forearm_over * beyond;
            slope = std::max(slope, missing * (beyond + k_wrist_bends) / (beyond * beyond));
        }
    }
    return std::min(slope, k_most_raised);
}

/// Between tendon and malleolus, and at the edge of the thigh, flesh fills the hand.
float fills(const HandPrint& print) {
    if (print.holds()) return k_hold_fills;
    return print.grip == tissue::Grip::palm ? k_palm_fills : k_other_fills;
}

tissue::Drag drag_of(const HandPrint& print, const base::Rigid& frame, const Pull& pull) {
    const glm::dvec3 local = glm::conjugate(frame.rotation) * pull.toward;
    const glm::dvec2 flat(local.x, local.y);
    if (print.holds() || glm::length(flat) < 1e-6) return {};
    const glm::dvec2 toward = glm::normalize(flat);
    return {glm::vec2(toward), static_cast<float>(pull.carried), static_cast<float>(pull.drawn),
            glm::vec2(print.middle - toward * pull.carried), glm::vec2(print.across, print.along)};
}

} // namespace

double Cup::rise(const glm::dvec2& at) const {
    const auto sum = [&](const glm::dvec2& p) {
        const auto basis = cup_basis(chart, p);
        double all = 0.0;
        for (std::size_t i = 0; i < by.size(); ++i) all += by[i] * basis[i];
        return all;
    };
    if (chart.round > 0.0f) return limited(sum(at), k_most_closing);
    // beyond the open hand it goes on straight, but for the forearm, which the wrist keeps as it was
    const glm::dvec2 q = glm::clamp(at, k_cup_low, k_cup_high), on(at.x - q.x, std::min(at.y - q.y, 0.0));
    const double beyond = std::max(at.y - k_wrist, 0.0);
    const double far = glm::length(on), height = sum(q) + wrist * beyond * beyond / (beyond + k_wrist_bends);
    return far == 0.0 ? height : height + (height - sum(q - on * (k_slope_step / far))) * far / k_slope_step;
}

glm::vec3 Cup::moved(const glm::vec3& p) const {
    glm::vec3 c = chart.to(p);
    c.z += static_cast<float>(rise(glm::dvec2(c)));
    return chart.from(c);
}

Touch lay_hand(const Ground& ground, const HandPrint& print, const base::Rigid& frame, LegPart part, const Press& press,
               const Pull& pull) {
    const mesh::HeightField before = ground.skin_under(print, frame, part, Ground::Extent::patch);
    Touch touch{print.holds() ? centred(print, frame, before) : levelled(print, frame, before), {}, std::nullopt};
    mesh::HeightField skin = ground.skin_under(print, touch.frame, part, Ground::Extent::grid);
    touch.cup = cupped(print, skin);
    std::vector<float> hand = surface_over(skin, print, touch.cup);
    tissue::Bed bed = ground.bed_under(std::move(skin), touch.frame, part);
    base::Rigid pressed = touch.frame;
    if (!print.holds()) {
        Depth depth = along_normal(print, bed, hand, press.newtons);
        if (print.grip == tissue::Grip::palm) {
            touch.cup.wrist = raised_forearm(bed.skin, hand, depth.pressed);
            hand = surface_over(bed.skin, print, touch.cup);
            depth = along_normal(print, bed, hand, press.newtons);
        }
        pressed.translation = touch.frame.point({0.0, 0.0, depth.pressed});
        touch.frame.translation = touch.frame.point({0.0, 0.0, base::mix(depth.touches, depth.pressed, press.share)});
        for (float& height : bed.skin.height) height -= static_cast<float>(depth.pressed);
    }
    // hand and dent go in by the same share of their ways: at no share of it is the hand in the skin
    if (press.share > 0.0) {
        const std::vector<float> surface = cleared(bed.skin, hand);
        touch.dent = tissue::make_dent(pressed, std::move(bed),
                                       {surface, print.clings, fills(print), static_cast<float>(press.share)},
                                       drag_of(print, pressed, pull));
    }
    return touch;
}

} // namespace scene
