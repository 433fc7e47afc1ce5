#include "scene/hands.h"

#include "base/smooth.h"
#include "scene/contact.h"

#include <cmath>
#include <glm/gtc/quaternion.hpp>
#include <numbers>

namespace scene {

namespace {

// How high a travelling hand is lifted over the straight line, metres.
constexpr double k_lift = 0.08;
// Share of the travel during which one shape fades into the other.
constexpr double k_fade = 0.2;

/// Beside the couch on the treated side, the pelvic hand nearer the head, palms down over the couch's edge.
base::Rigid away(lesson::Hand hand) {
    const double y = hand == lesson::Hand::right ? 0.95 : 0.45;
    // Half a turn about the model's y axis: the hand's +Z becomes posterior, which is up on the couch.
    const glm::dquat palm_down(0.0, 0.0, 1.0, 0.0);
    return {palm_down, glm::dvec3(-0.62, y, -0.06)};
}

base::Rigid place(const HandStage& stage, const lesson::HandSpan& span, double position, double pressure) {
    switch (span.place) {
    case lesson::HandPlace::ankle: return ankle_hold(stage.world, stage.frames, stage.sample.pose.knee_flexion);
    case lesson::HandPlace::forefoot: return forefoot_hold(stage.world, stage.frames);
    case lesson::HandPlace::lock:
        if (stage.lock) {
            base::Rigid pressed = *stage.lock;
            pressed.translation -= pressed.direction({0.0, 0.0, 1.0}) * (stage.dent * pressure);
            return pressed;
        }
        [[fallthrough]];
    case lesson::HandPlace::muscle:
        if (span.muscle < 0) return away(span.hand);
        return skin_contact(stage.world, span.muscle, position, stage.sample.pose, stage.skin);
    case lesson::HandPlace::away: break;
    }
    return away(span.hand);
}

base::Rigid between(const base::Rigid& a, const base::Rigid& b, double t) {
    base::Rigid result;
    result.rotation = glm::slerp(a.rotation, b.rotation, t);
    result.translation = a.translation + (b.translation - a.translation) * t;
    result.translation.z -=
        k_lift * std::sin(std::numbers::pi * t) * base::saturate(glm::distance(a.translation, b.translation) / 0.2);
    return result;
}

/// A hand that waits beside the couch is not drawn: it fades while it comes and goes.
double presence(const lesson::HandSample& hand) {
    const bool here = hand.span.place != lesson::HandPlace::away;
    const bool was_here = hand.before.place != lesson::HandPlace::away && !hand.before.shape.empty();
    return base::mix(was_here ? 1.0 : 0.0, here ? 1.0 : 0.0, base::saturate(hand.travel));
}

void add(std::vector<PlacedHand>& hands, const HandStage& stage, const lesson::HandSample& of, const std::string& shape,
         const base::Rigid& frame, double opacity) {
    const auto mesh = stage.world.model.find(shape);
    if (mesh && opacity > 0.0)
        hands.push_back(
            {*mesh, frame, static_cast<float>(opacity), of.hand, of.span.place, of.travel > 0.0 && of.travel < 1.0});
}

} // namespace

base::Rigid lock_contact(const World& world, const tissue::Lock& lock, std::span<const glm::vec3> skin) {
    return skin_contact(world, lock.muscle, lock.position, lock.set_in, skin);
}

std::vector<PlacedHand> place_hands(const HandStage& stage) {
    std::vector<PlacedHand> hands;
    for (const lesson::HandSample& hand : stage.sample.hands) {
        const double opacity = presence(hand);
        const base::Rigid now = place(stage, hand.span, hand.position, hand.pressure);
        if (hand.travel >= 1.0 || hand.before.shape.empty()) {
            add(hands, stage, hand, hand.span.shape, now, opacity);
            continue;
        }
        const base::Rigid from = place(stage, hand.before, hand.before.to_position, 0.0);
        const base::Rigid frame = between(from, now, hand.travel);
        const double changed =
            hand.before.shape == hand.span.shape ? 1.0 : base::smoothstep(0.5 - k_fade, 0.5 + k_fade, hand.travel);
        add(hands, stage, hand, hand.before.shape, frame, opacity * (1.0 - changed));
        add(hands, stage, hand, hand.span.shape, frame, opacity * changed);
    }
    return hands;
}

} // namespace scene
