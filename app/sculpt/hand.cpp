#include "sculpt/hand.h"

#include "sculpt/hand_digit.h"

#include <glm/common.hpp>
#include <utility>

namespace sculpt {
namespace {

/// Millimetres over which a digit's root melts into the palm, and over which touching digits join.
constexpr float k_melt = 7.0f, k_apart = 0.6f, k_web_melt = 9.0f;
/// Paint reaches this far out of the solid that carries it, mm: meshing moves the surface a little, most at sharp
/// edges.
constexpr float k_nail_reach = 0.35f, k_cloth_reach = 1.0f;

Placing turned(float x, float y, float z) { return {rotation({x, y, z}), glm::vec3(0.0f)}; }

Placing moved(const glm::vec3& by) { return {glm::mat3(1.0f), by}; }

/// Every frame with the palm's as the world.
HandFrames in_palm(const HandModel& model, const HandPose& pose) {
    HandFrames frames;
    const auto at = [&](Segment segment) -> Placing& { return frames[static_cast<std::size_t>(segment)]; };
    at(Segment::forearm) = turned(pose.wrist_extension, 0.0f, 0.0f) * turned(0.0f, 0.0f, -pose.wrist_radial);
    at(Segment::elbow) =
        at(Segment::forearm) * moved({0.0f, model.forearm, 0.0f}) * turned(0.0f, -pose.pronation, 0.0f);
    at(Segment::upper_arm) = at(Segment::elbow) * turned(-pose.elbow, 0.0f, 0.0f);
    for (std::size_t d = 0; d < model.digits.size(); ++d) {
        const Digit& digit = model.digits[d];
        Placing* own = &frames[static_cast<std::size_t>(Segment::thumb_1) + 3 * d];
        float second = 0.0f, third = 0.0f;
        if (d == 0) {
            const auto& [radial, palmar, roll, at_second, at_third] = pose.thumb;
            own[0] =
                moved(digit.root) * turned(0.0f, 0.0f, radial) * turned(palmar, 0.0f, 0.0f) * turned(0.0f, roll, 0.0f);
            second = at_second, third = at_third;
        } else {
            const auto& [aside, at_first, at_second, at_third] = pose.fingers[d - 1];
            own[0] = moved(digit.root) * turned(0.0f, 0.0f, aside) * turned(at_first, 0.0f, 0.0f);
            second = at_second, third = at_third;
        }
        own[1] = own[0] * moved({0.0f, -digit.lengths[0], 0.0f}) * turned(second, 0.0f, 0.0f);
        own[2] = own[1] * moved({0.0f, -digit.lengths[1], 0.0f}) * turned(third, 0.0f, 0.0f);
    }
    return frames;
}

/// Skin and muscle between the metacarpals of thumb and index, in the palm's frame: a sheet whose free edge is hollow.
Solid first_web(const HandModel& model, const Placing& thumb) {
    const float length = model.digits[0].lengths[0];
    const glm::vec3& index = model.digits[1].root;
    constexpr std::array<float, 3> k_along_thumb = {0.2f, 0.6f, 0.98f}, k_along_index = {0.3f, 0.55f, 0.8f};
    constexpr float k_hollow = 0.45f; ///< share by which the middle of the free edge lies back
    std::array<glm::vec3, 3> from, to, middle;
    for (std::size_t i = 0; i < 3; ++i) {
        from[i] = thumb.point({0.0f, -k_along_thumb[i] * length, -3.0f});
        to[i] = index * k_along_index[i] + glm::vec3(1.0f - k_along_index[i], 0.0f, 0.0f) * 10.0f -
                glm::vec3(0.0f, 0.0f, 4.0f);
        middle[i] = 0.5f * (from[i] + to[i]);
    }
    middle[2] = glm::mix(middle[2], middle[1], k_hollow);
    std::vector<PlatePoint> grid;
    for (const auto& [row, thickness] : {std::pair(from, 17.0f), std::pair(middle, 13.0f), std::pair(to, 17.0f)})
        for (const glm::vec3& point : row) grid.push_back({point, thickness});
    return make_plate(grid, 3);
}

} // namespace

HandFrames hand_frames(const HandModel& model, const HandPose& pose) {
    HandFrames frames = in_palm(model, pose);
    Placing attitude{rotation(pose.turn), glm::vec3(0.0f)};
    attitude.origin = -attitude.point(frames[static_cast<std::size_t>(pose.rests_on)].point(pose.rests_at));
    Placing world = moved(pose.anchor);
    if (pose.left) world.turn[0][0] = -1.0f;
    for (Placing& frame : frames) frame = world * attitude * frame;
    return frames;
}

void add_hand(const HandModel& model, const HandPose& pose, Shape& shape) {
    const HandFrames frames = hand_frames(model, pose);
    const auto placed = [&](const Solid& solid, Segment on) {
        return make_placed(solid, frames[static_cast<std::size_t>(on)]);
    };
    const auto placed_parts = [&](const std::vector<HandPart>& parts) {
        std::vector<Step> steps;
        for (const HandPart& part : parts) {
            if (part.sleeve != Sleeve::any && part.sleeve != pose.sleeve) continue;
            steps.push_back(part.step);
            steps.back().solid = placed(part.step.solid, part.on);
        }
        return steps;
    };
    const auto paint = [&](const Solid& inside, const glm::vec3& colour, float reach) {
        shape.paint.push_back({.inside = inside, .colour = colour, .reach = reach});
    };
    for (const HandPaint& tint : model.paint) {
        shape.paint.push_back(tint.paint);
        shape.paint.back().inside = placed(tint.paint.inside, tint.on);
    }
    std::vector<Step> trunk = placed_parts(model.parts);
    const Placing thumb = in_palm(model, pose)[static_cast<std::size_t>(Segment::thumb_1)];
    trunk.push_back({Op::add, k_web_melt, placed(first_web(model, thumb), Segment::palm)});
    std::vector<Branch> branches;
    for (std::size_t d = 0; d < model.digits.size(); ++d) {
        const std::span<const Placing, 3> own(&frames[static_cast<std::size_t>(Segment::thumb_1) + 3 * d], 3);
        const DigitSolids digit = make_digit(model.digits[d], own, d == 0);
        branches.push_back(digit.branch);
        paint(digit.nail, model.nail_colour, k_nail_reach);
        paint(digit.nail_edge, model.nail_edge_colour, k_nail_reach);
    }
    shape.steps.push_back(
        {Op::add, 0.0f, make_branching(make_group(Program(std::move(trunk))), std::move(branches), k_melt, k_apart)});
    std::vector<Step> cloth = placed_parts(model.cloth);
    if (cloth.empty()) return;
    const Solid worn = make_group(Program(std::move(cloth)));
    shape.steps.push_back({Op::add, 0.0f, worn});
    paint(worn, model.cloth_colour, k_cloth_reach);
}

} // namespace sculpt
