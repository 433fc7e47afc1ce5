#include "scene/reach.h"

#include "scene/build.h"
#include "scene/couch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>

namespace scene {

namespace {

// Means of men, ANSUR II (2012), metres: trochanter height, acromion to radiale, biacromial breadth; the acromion
// stands at 0.818 of the stature of 1.756 (Drillis & Contini 1966).
constexpr double k_hip_height = 0.901, k_upper_arm = 0.335, k_half_shoulders = 0.208;
constexpr double k_trunk = 0.818 * 1.756 - k_hip_height;
// A shoulder gives so much by moving on the chest before it counts as a miss, metres.
constexpr double k_girdle = 0.03;
// Beside the couch: half its width and half a body's depth, metres; then the ranges of a comfortable stance.
constexpr double k_beside = 0.341 + 0.12, k_farthest = 0.95, k_lowest_squat = 0.18;
constexpr double k_most_lean = 50.0 / 180.0 * std::numbers::pi, k_most_turn = 60.0 / 180.0 * std::numbers::pi;

/// A shape of assets/anatomy/shapes/people_hands.toml in the hand's frame: millimetres and degrees. A left hand
/// mirrors.
struct ArmOfShape {
    std::string_view suffix;
    glm::dvec3 wrist, elbow;
    double extension, to_thumb;
};
constexpr std::array<ArmOfShape, 7> k_shapes = {{
    {"_palm", {0, 62, 12}, {0, 268, 174}, 38, 0},
    {"_reinforced_thumb", {-39, 38, 111}, {-39, 176, 333}, 12, 0},
    {"_soft_fist", {-6, 23, 110}, {-6, 146, 341}, 0, 0},
    {"_forearm", {52, -184, 44}, {-28, 66, 36}, 18, 4},
    {"_elbow", {62, -168, 217}, {-1, 9, 34}, 14, 4},
    {"_hold_ankle", {80, 0, 47}, {297, 0, 194}, 34, 0},
    {"_hold_forefoot", {96, 0, 39}, {354, 0, 84}, 10, 0},
}};

const ArmOfShape* shape_of(const std::string& id) {
    const auto found = std::ranges::find_if(k_shapes, [&](const ArmOfShape& s) { return id.ends_with(s.suffix); });
    return found == k_shapes.end() ? nullptr : &*found;
}

glm::dvec3 in_metres(const std::string& id, const glm::dvec3& mm) {
    const double side = id.find("_left_") == std::string::npos ? 1.0 : -1.0;
    return glm::dvec3(mm.x * side, mm.y, mm.z) * 1e-3;
}

/// x, z of the hips, squat, lean, turn.
using Choice = std::array<double, 5>;

glm::dvec3 shoulder(const Choice& c, lesson::Hand hand) {
    const glm::dvec3 up(0.0, 1.0, 0.0), front(std::cos(c[4]), 0.0, std::sin(c[4]));
    const glm::dvec3 right = glm::cross(front, up);
    const double side = hand == lesson::Hand::right ? k_half_shoulders : -k_half_shoulders;
    return glm::dvec3(c[0], k_hip_height - c[2], c[1]) + (up * std::cos(c[3]) + front * std::sin(c[3])) * k_trunk +
           right * side;
}

Choice within(Choice c) {
    c[0] = std::clamp(c[0], -k_farthest, -k_beside);
    c[2] = std::clamp(c[2], 0.0, k_lowest_squat);
    c[3] = std::clamp(c[3], 0.0, k_most_lean);
    c[4] = std::clamp(c[4], -k_most_turn, k_most_turn);
    return c;
}

double miss(const Choice& c, const Arm& arm) { return glm::distance(shoulder(c, arm.hand), arm.elbow) - k_upper_arm; }

double cost(const Choice& c, const std::vector<Arm>& arms) {
    constexpr double k_ease = 1e-4; // of two stances that reach, the more upright one
    double sum = k_ease * (c[2] * c[2] + c[3] * c[3] + c[4] * c[4]);
    for (const Arm& arm : arms) {
        const double over = std::max(std::abs(miss(c, arm)) - k_girdle, 0.0);
        const double raised = std::max(arm.elbow.y - shoulder(c, arm.hand).y, 0.0);
        sum += over * over + 0.25 * raised * raised;
    }
    return sum;
}

/// Pattern search (Hooke & Jeeves 1961) from several places along the couch.
Choice best(const std::vector<Arm>& arms) {
    double middle = 0.0;
    for (const Arm& arm : arms) middle += arm.elbow.z / static_cast<double>(arms.size());
    Choice found{};
    double least = 1e9;
    for (const double from : {-0.3, 0.0, 0.3}) {
        Choice now{-0.6, middle + from, 0.05, 0.4, 0.0};
        double here = cost(now, arms);
        for (double step = 0.16; step > 0.002;) {
            bool better = false;
            for (std::size_t i = 0; i < now.size(); ++i)
                for (const double way : {step, -step}) {
                    Choice next = now;
                    next[i] += way;
                    next = within(next);
                    if (const double there = cost(next, arms); there < here) now = next, here = there, better = true;
                }
            if (!better) step *= 0.5;
        }
        if (here < least) least = here, found = now;
    }
    return found;
}

} // namespace

double Stance::worst_miss() const {
    double worst = 0.0;
    for (const Arm& arm : arms) worst = std::max(worst, std::abs(arm.miss));
    return worst;
}

std::optional<glm::dvec3> elbow_of(const std::string& shape) {
    const ArmOfShape* known = shape_of(shape);
    return known ? std::optional(in_metres(shape, known->elbow)) : std::nullopt;
}

Stance stand_to(const std::vector<PlacedHand>& hands, const World& world) {
    Stance stance;
    const glm::mat4 to_world = couch_transform();
    for (const PlacedHand& hand : hands) {
        const std::string& id = world.model.meshes[static_cast<std::size_t>(hand.mesh)].id;
        const ArmOfShape* shape = shape_of(id);
        if (!shape || hand.travels || hand.place == lesson::HandPlace::away) continue;
        const auto at = [&](const glm::dvec3& mm) {
            const glm::dvec3 standing = hand.frame.point(in_metres(id, mm));
            return glm::dvec3(to_world * glm::vec4(glm::vec3(standing), 1.0f));
        };
        Arm arm;
        arm.hand = hand.hand;
        arm.mesh = hand.mesh;
        arm.elbow = at(shape->elbow);
        arm.wrist = at(shape->wrist);
        arm.wrist_extension = base::Angle::degrees(shape->extension);
        arm.wrist_to_thumb = base::Angle::degrees(shape->to_thumb);
        stance.arms.push_back(arm);
    }
    if (stance.arms.empty()) return stance;
    const Choice chosen = best(stance.arms);
    stance.hips = {chosen[0], k_hip_height - chosen[2], chosen[1]};
    stance.lean = base::Angle::radians(chosen[3]);
    stance.turn = base::Angle::radians(chosen[4]);
    for (Arm& arm : stance.arms) {
        arm.shoulder = shoulder(chosen, arm.hand);
        arm.miss = miss(chosen, arm);
        arm.raised = arm.elbow.y - arm.shoulder.y;
        const glm::dvec3 up = glm::normalize(arm.shoulder - arm.elbow), down = glm::normalize(arm.wrist - arm.elbow);
        arm.elbow_flexion =
            base::Angle::radians(std::numbers::pi - std::acos(std::clamp(glm::dot(up, down), -1.0, 1.0)));
    }
    return stance;
}

} // namespace scene
