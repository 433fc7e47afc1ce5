#pragma once
// Lesson: steps, key frames, locks, hands, cameras and texts as read from a lesson file. All times are absolute
// seconds on the lesson's time line (the reader adds each step's start).

#include "base/seconds.h"
#include "motion/pose.h"
#include "tissue/tissue_state.h"

#include <array>
#include <glm/vec3.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lesson {

/// Whom a text speaks to.
enum class Audience { student, instructor, client };
inline constexpr int k_audience_count = 3;
inline constexpr std::array<std::string_view, k_audience_count> k_audience_names = {"student", "instructor", "client"};

/// A named viewpoint in world space (client lying prone: +Y up from the floor, +Z toward the head, -X the client's
/// right; origin below the standing model's origin, see scene::couch_transform).
struct Camera {
    std::string id, name;
    glm::vec3 eye{0.0f}, target{0.0f};                      ///< metres
    base::Angle field_of_view = base::Angle::degrees(30.0); ///< vertical
    bool operator==(const Camera&) const = default;
};

struct PoseKey {
    base::Seconds at{0};
    motion::Pose pose;
    double activation = 0.0; ///< 0..1, how hard the client tenses Lesson::active
};

/// A lock held from `from` until `to`. `lock.set_in` is filled by the reader: the pose at `from`.
struct LockSpan {
    base::Seconds from{0}, to{0};
    tissue::Lock lock;
};

enum class Hand { right, left };
enum class HandPlace {
    lock,     ///< on the skin over the lock
    muscle,   ///< on the skin over `muscle` at `position` (finding, soothing, palpating)
    ankle,    ///< holding round the ankle; moves with the leg
    forefoot, ///< holding the forefoot; moves with the foot
    away      ///< beside the couch
};
inline constexpr std::array<std::string_view, 2> k_hand_names = {"right", "left"};
inline constexpr std::array<std::string_view, 5> k_hand_place_names = {"lock", "muscle", "ankle", "forefoot", "away"};

/// One of the therapist's hands in one shape at one place. Between spans of the same hand it moves smoothly.
struct HandSpan {
    Hand hand = Hand::right;
    std::string shape; ///< structure id of the hand mesh, e.g. "hand_right_reinforced_thumb"
    HandPlace place = HandPlace::away;
    int muscle = -1; ///< index into Atlas::muscles for `muscle` and `lock` (there the lock's)
    /// Fraction along it at the span's start and end. `muscle`: the hand glides from one to the other. `lock`: the same
    /// place on the thigh at both ends; the fraction changes because the path grows longer beyond the hand.
    double position = 0.5, to_position = 0.5;
    base::Seconds from{0}, to{0};
    bool operator==(const HandSpan&) const = default;
};

/// How a layer or a structure is shown during a step.
struct LayerView {
    std::string layer;
    float opacity = 1.0f;
    bool operator==(const LayerView&) const = default;
};

struct Step {
    std::string id, title;
    base::Seconds start{0}, duration{0};
    std::string camera; ///< Camera::id
    std::array<std::string, k_audience_count> text;
    std::vector<LayerView> layers;      ///< complete: every layer of the atlas, resolved by the reader
    std::vector<std::string> highlight; ///< structure ids
    std::vector<std::string> sources;   ///< atlas source ids
    bool show_strain = false;           ///< colour the locked muscle by strain
    std::vector<int> strained;          ///< further muscles to colour by strain, indices into Atlas::muscles
    base::Seconds end() const { return start + duration; }
};

struct Lesson {
    std::string file, id, title;
    std::vector<Audience> audiences;
    std::vector<std::string> sources;
    std::string disclaimer;
    std::vector<Camera> cameras;
    std::vector<Step> steps;
    std::vector<int> active;     ///< muscles that the client tenses, indices into Atlas::muscles
    std::vector<PoseKey> keys;   ///< increasing times, first at 0
    std::vector<LockSpan> locks; ///< disjoint, increasing
    std::vector<HandSpan> hands; ///< for each hand disjoint, increasing
    base::Seconds duration() const { return steps.empty() ? base::Seconds(0) : steps.back().end(); }

    const Camera* find_camera(std::string_view id) const;
};

} // namespace lesson
