#pragma once
// hand: one articulated forearm and hand, put into any pose. Sizes and solids are described once, for a right hand;
// a pose gives the joint angles. A left hand is the mirror image.

#include "sculpt/assembly.h"
#include "sculpt/shape_file.h"

#include <array>
#include <string_view>

namespace sculpt {

/// What moves as one piece. Each has a frame of its own, mm: in the palm's the origin is the middle of the wrist, +X
/// is toward the thumb, +Y toward the elbow, +Z dorsal. The forearm's coincides with it when the wrist is straight and
/// the elbow's, its proximal half, when the forearm is supinated; the upper arm's when the elbow is straight too (with
/// the origin at the elbow). Of a digit: origin at the joint where the segment begins, -Y to its tip, +Z to the nail.
enum class Segment {
    upper_arm,
    elbow,
    forearm,
    palm,
    thumb_1,
    thumb_2,
    thumb_3,
    index_1,
    index_2,
    index_3,
    middle_1,
    middle_2,
    middle_3,
    ring_1,
    ring_2,
    ring_3,
    little_1,
    little_2,
    little_3
};
inline constexpr std::array<std::string_view, 19> k_segment_names = {
    "upper_arm", "elbow",    "forearm",  "palm",   "thumb_1", "thumb_2", "thumb_3",  "index_1",  "index_2", "index_3",
    "middle_1",  "middle_2", "middle_3", "ring_1", "ring_2",  "ring_3",  "little_1", "little_2", "little_3"};
inline constexpr std::array<std::string_view, 5> k_digit_names = {"thumb", "index", "middle", "ring", "little"};

/// Thumb: metacarpal, proximal, distal; fingers: the three phalanges. Millimetres.
struct Digit {
    glm::vec3 root{0.0f};                    ///< first joint, in the palm's frame
    std::array<float, 3> lengths{};          ///< joint to joint; the last to the end of the flesh
    std::array<float, 4> breadth{}, depth{}; ///< whole ones: at the first joint, the second, the third, near the tip
    glm::vec2 nail{0.0f};                    ///< length, breadth
};

enum class Sleeve { any, long_one, short_one };
inline constexpr std::array<std::string_view, 3> k_sleeve_names = {"any", "long", "short"};

/// A solid that moves with a segment.
struct HandPart {
    Segment on = Segment::palm;
    Step step;
    Sleeve sleeve = Sleeve::any; ///< only in poses with this sleeve
};

/// Paint that moves with a segment; ellipsoids only.
struct HandPaint {
    Segment on = Segment::palm;
    Paint paint;
};

struct HandModel {
    std::string written;    ///< as its file has it; see Shape::written
    float forearm = 260.0f; ///< wrist to elbow, mm
    std::array<Digit, 5> digits;
    std::vector<HandPart> parts; ///< the first one adds
    std::vector<HandPart> cloth; ///< what is worn: never melts into the hand
    std::vector<HandPaint> paint;
    glm::vec3 nail_colour{0.8f}, nail_edge_colour{0.8f}, cloth_colour{0.8f}; ///< linear RGB
};

/// Degrees. Flexion is positive in the digits and the elbow.
struct HandPose {
    bool left = false;
    glm::vec3 anchor{0.0f};           ///< mm in the standing model
    Segment rests_on = Segment::palm; ///< whose point `rests_at` lies at the anchor
    glm::vec3 rests_at{0.0f};
    glm::vec3 turn{0.0f}; ///< of the palm, about x, then y, then z of the fixed axes
    float wrist_extension = 0.0f, wrist_radial = 0.0f;
    float pronation = 90.0f; ///< of the forearm: 0 supinated, 90 thumb up
    float elbow = 0.0f;
    Sleeve sleeve = Sleeve::long_one;
    std::array<float, 5> thumb{}; ///< radial, palmar, roll of the metacarpal; flexion of the two joints
    std::array<std::array<float, 4>, 4> fingers{}; ///< toward the thumb; flexion of the three joints
};

using HandFrames = std::array<Placing, k_segment_names.size()>;

/// Frame of every segment in the standing model.
HandFrames hand_frames(const HandModel& model, const HandPose& pose);

/// The solids and the paint of the hand in this pose, added to the shape's.
void add_hand(const HandModel& model, const HandPose& pose, Shape& shape);

} // namespace sculpt
