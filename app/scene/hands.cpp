#include "scene/hands.h"

#include "base/parallel.h"
#include "base/smooth.h"
#include "scene/contact.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>
#include <numbers>

namespace scene {

namespace {

// How high a travelling hand is lifted over the straight line, metres.
constexpr double k_lift = 0.08;
// Share of the travel during which one shape fades into the other.
constexpr double k_fade = 0.2;
// For differences along a hand's surface, metres.
constexpr float k_beside = 5e-4f;
// A hand eases off and on within this share of the time of its travel: flesh follows it for a moment.
constexpr double k_let_go = 0.42;
// A hand that warms and finds presses lightly, one that waits for its lock more so, newtons. Illustrative.
constexpr double k_glide_newtons = 15.0, k_rest_newtons = 5.0;
// A lock is pressed in during this share of its pressure, while the hand takes up the slack.
constexpr double k_in = 0.6;
// How far the skin beyond the lock is drawn by the pull along the muscle, metres. Illustrative.
constexpr double k_drawn_per_newton = 5e-5, k_most_drawn = 0.006;

/// Beside the couch on the treated side, the pelvic hand nearer the head, palms down over the couch's edge.
base::Rigid away(lesson::Hand hand) {
    const double y = hand == lesson::Hand::right ? 0.95 : 0.45;
    // Half a turn about the model's y axis: the hand's +Z becomes posterior, which is up on the couch.
    const glm::dquat palm_down(0.0, 0.0, 1.0, 0.0);
    return {palm_down, glm::dvec3(-0.62, y, -0.06)};
}

/// One end of a hand's way.
struct End {
    const lesson::HandSpan& span;
    const std::optional<tissue::Lock>& lock;
    const LockSeat* seat = nullptr;
    double position = 0.5;
    double share = 0.0;    ///< of the hand's own pressure
    double pressure = 0.0; ///< of the lock's
};

/// The locking hand: in, then up toward the muscle's origin, then held.
Touch locking(const HandStage& stage, const HandPrint& print, const End& end) {
    const tissue::Lock& lock = *end.lock;
    const LockSeat& seat = *end.seat;
    base::Rigid now = stage.frames[seat.body] * seat.body_frame.inverse() * seat.frame;
    const tissue::MuscleState& muscle = stage.tissue.muscles[static_cast<std::size_t>(lock.muscle)];
    const glm::dvec3 up = now.direction({0.0, 0.0, 1.0});
    glm::dvec3 toward = muscle.path.empty() ? glm::dvec3(0.0) : muscle.path.front() - now.translation;
    toward -= up * glm::dot(toward, up);
    toward = glm::length(toward) > 0.0 ? glm::normalize(toward) : glm::dvec3(0.0);
    const double carried = lock.toward_origin * end.pressure; // as the mechanics have it
    now.translation += toward * carried;
    const double drawn = std::min(k_drawn_per_newton * std::abs(muscle.lock_force), k_most_drawn) * end.pressure;
    const double in = base::smoothstep(0.0, k_in, end.pressure);
    const Press press{base::mix(k_rest_newtons, lock.pressure_n, in), end.share};
    return lay_hand(stage.ground, print, now, part_of(seat.body), press, {toward, carried, drawn});
}

Touch place(const HandStage& stage, const End& end) {
    const auto mesh = stage.world.model.find(end.span.shape);
    const int index = mesh ? stage.world.parts[static_cast<std::size_t>(*mesh)].print : -1;
    const HandPrint* print = index < 0 ? nullptr : &stage.world.prints[static_cast<std::size_t>(index)];
    const auto laid = [&](const base::Rigid& frame, LegPart part, double newtons) {
        return print ? lay_hand(stage.ground, *print, frame, part, {newtons, end.share}, {})
                     : Touch{frame, {}, std::nullopt};
    };
    switch (end.span.place) {
    case lesson::HandPlace::ankle:
        return laid(ankle_hold(stage.world, stage.frames, stage.sample.pose.knee_flexion), LegPart::lower_leg, 0.0);
    case lesson::HandPlace::forefoot: return laid(forefoot_hold(stage.world, stage.frames), LegPart::lower_leg, 0.0);
    case lesson::HandPlace::lock:
        if (end.lock && end.seat && print) return locking(stage, *print, end);
        break;
    case lesson::HandPlace::muscle: {
        if (end.span.muscle < 0) break;
        const base::Rigid frame = skin_contact(stage.world, end.span.muscle, end.position, stage.sample.pose,
                                               stage.ground, print ? print->grip : std::nullopt);
        return laid(frame, LegPart::thigh, k_glide_newtons);
    }
    case lesson::HandPlace::away: break;
    }
    return {away(end.span.hand), {}, std::nullopt};
}

base::Rigid between(const base::Rigid& a, const base::Rigid& b, double t) {
    base::Rigid result;
    result.rotation = glm::slerp(a.rotation, b.rotation, t);
    result.translation = a.translation + (b.translation - a.translation) * t;
    result.translation.z -=
        k_lift * std::sin(std::numbers::pi * t) * base::saturate(glm::distance(a.translation, b.translation) / 0.2);
    return result;
}

/// Hands change their shape while they travel: each keeps its own cup, easing off toward the other end of the way.
Cup eased(Cup cup, double share) {
    for (double& by : cup.by) by *= share;
    cup.wrist *= share;
    return cup;
}

/// A hand that waits beside the couch is not drawn: it fades while it comes and goes.
double presence(const lesson::HandSample& hand) {
    const bool here = hand.span.place != lesson::HandPlace::away;
    const bool was_here = hand.before.place != lesson::HandPlace::away && !hand.before.shape.empty();
    return base::mix(was_here ? 1.0 : 0.0, here ? 1.0 : 0.0, base::saturate(hand.travel));
}

/// The mesh of a hand that cups or closes.
std::shared_ptr<const Shape> cupped(const World& world, int mesh, const Cup& cup) {
    if (cup.stiff()) return nullptr;
    const mesh::Mesh& hand = world.model.meshes[static_cast<std::size_t>(mesh)];
    const int structure = world.parts[static_cast<std::size_t>(mesh)].structure;
    const glm::vec3 anchor(world.atlas.structures[static_cast<std::size_t>(structure)].anchor);
    auto shape = std::make_shared<Shape>(Shape{hand.positions, hand.normals, {}});
    for (std::size_t i = 0; i < shape->positions.size(); ++i) {
        const glm::vec3 p = hand.positions[i] - anchor, n = hand.normals[i];
        const glm::vec3 other = std::abs(n.x) < 0.7f ? glm::vec3(1.0f, 0.0f, 0.0f) : glm::vec3(0.0f, 1.0f, 0.0f);
        const glm::vec3 a = glm::normalize(glm::cross(other, n)) * k_beside, b = glm::cross(n, a);
        const glm::vec3 moved = cup.moved(p);
        shape->positions[i] = moved + anchor;
        shape->normals[i] = glm::normalize(glm::cross(cup.moved(p + a) - moved, cup.moved(p + b) - moved));
    }
    return shape;
}

/// Hands with the cups that their meshes still have to take.
struct Placing {
    std::vector<PlacedHand> hands;
    std::vector<Cup> cups;

    void add(const HandStage& stage, const lesson::HandSample& of, const std::string& shape, const base::Rigid& frame,
             const Cup& cup, double opacity) {
        const auto mesh = stage.world.model.find(shape);
        if (!mesh || opacity <= 0.0) return;
        hands.push_back(
            {*mesh, frame, static_cast<float>(opacity), of.hand, of.span.place, of.travel < 1.0, {}, nullptr});
        cups.push_back(cup);
    }
};

Cup arriving_cup(const Cup& from, const Cup& now, const lesson::HandSample& hand) {
    Cup cup = eased(now, hand.travel);
    if (hand.before.shape != hand.span.shape) return cup;
    for (std::size_t i = 0; i < cup.by.size(); ++i) cup.by[i] += from.by[i] * (1.0 - hand.travel);
    cup.wrist += from.wrist * (1.0 - hand.travel);
    return cup;
}

/// A hand on its way leaves one end and comes to another; one that has arrived has only the latter.
struct Way {
    bool travels;
    double leaving, arriving; ///< how much of a hand that travels lies on the skin there
    explicit Way(const lesson::HandSample& hand)
        : travels(hand.travel < 1.0 && !hand.before.shape.empty()),
          leaving(1.0 - base::smootherstep(hand.on_way / k_let_go)),
          arriving(base::smootherstep((hand.on_way + k_let_go - 1.0) / k_let_go)) {}
};

void add_ends(const lesson::HandSample& hand, const HandSeats& seats, std::vector<End>& ends) {
    const Way way(hand);
    if (!way.travels) {
        ends.push_back({hand.span, hand.lock, seats.lock, hand.position, 1.0, hand.pressure});
        return;
    }
    ends.push_back({hand.before, hand.lock_before, seats.lock_before, hand.before.to_position, way.leaving, 0.0});
    ends.push_back({hand.span, hand.lock, seats.lock, hand.position, way.arriving, 0.0});
}

void travel(Placing& to, const HandStage& stage, const lesson::HandSample& hand, Touch& from, Touch& now) {
    const std::size_t before = to.hands.size();
    const double opacity = presence(hand);
    const base::Rigid frame = between(from.frame, now.frame, hand.travel);
    const double changed =
        hand.before.shape == hand.span.shape ? 1.0 : base::smoothstep(0.5 - k_fade, 0.5 + k_fade, hand.travel);
    to.add(stage, hand, hand.before.shape, frame, eased(from.cup, 1.0 - hand.travel), opacity * (1.0 - changed));
    to.add(stage, hand, hand.span.shape, frame, arriving_cup(from.cup, now.cup, hand), opacity * changed);
    if (to.hands.size() == before) return;
    to.hands.back().dent = Way(hand).leaving > 0.0 ? std::move(from.dent) : std::move(now.dent);
}

} // namespace

LockSeat lock_seat(const World& world, const tissue::Lock& lock, const Ground& ground) {
    LockSeat seat;
    seat.frame = skin_contact(world, lock.muscle, lock.position, lock.set_in, ground, lock.grip);
    if (const int mesh = skin_mesh(world); mesh >= 0) {
        const auto near = std::ranges::min_element(
            ground.skin(), {}, [&](const glm::vec3& p) { return glm::distance(p, glm::vec3(seat.frame.translation)); });
        seat.body = carrier(world.model.meshes[static_cast<std::size_t>(mesh)],
                            static_cast<std::uint32_t>(near - ground.skin().begin()));
    }
    seat.body_frame = motion::frames(world.atlas, lock.set_in)[seat.body];
    return seat;
}

const PlacedHand* locking_hand(const std::vector<PlacedHand>& hands) {
    const auto locks = [](const PlacedHand& hand) { return hand.place == lesson::HandPlace::lock && !hand.travels; };
    const auto found = std::ranges::find_if(hands, locks);
    return found == hands.end() ? nullptr : &*found;
}

std::vector<PlacedHand> place_hands(const HandStage& stage) {
    std::vector<End> ends;
    for (std::size_t i = 0; i < stage.sample.hands.size(); ++i) add_ends(stage.sample.hands[i], stage.seats[i], ends);
    std::vector<Touch> touches(ends.size());
    base::in_parallel(ends.size(), [&](std::size_t i) { touches[i] = place(stage, ends[i]); });

    Placing placing;
    std::size_t next = 0;
    for (const lesson::HandSample& hand : stage.sample.hands) {
        Touch& touch = touches[next++];
        if (Way(hand).travels) {
            travel(placing, stage, hand, touch, touches[next++]);
            continue;
        }
        const std::size_t before = placing.hands.size();
        placing.add(stage, hand, hand.span.shape, touch.frame, touch.cup, presence(hand));
        if (placing.hands.size() > before) placing.hands.back().dent = std::move(touch.dent);
    }
    base::in_parallel(placing.hands.size(), [&](std::size_t i) {
        placing.hands[i].shape = cupped(stage.world, placing.hands[i].mesh, placing.cups[i]);
    });
    return std::move(placing.hands);
}

} // namespace scene
