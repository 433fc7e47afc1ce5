#pragma once
// Ground: what a hand can lie on: the skin of one part of the leg and the bones under it.

#include "mesh/chunks.h"
#include "mesh/distance_cells.h"
#include "motion/pose.h"
#include "scene/hand_print.h"
#include "scene/world.h"
#include "tissue/dent.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace scene {

/// Parts of the leg that may come to lie over one another as it bends: a hand presses only the one it is on.
enum class LegPart { thigh, lower_leg };
inline constexpr int k_leg_part_count = 2;
LegPart part_of(anatomy::Body body);

/// Poses the skin once for all hands of a moment.
class Ground {
public:
    explicit Ground(const World& world);

    /// What all that follows lies on; both must outlive it. `skin` may be empty.
    void pose(std::span<const glm::vec3> skin, const motion::BoneFrames& from_rest, base::Angle knee_flexion);
    std::span<const glm::vec3> skin() const { return posed_; }

    /// How far along a ray the skin lies first.
    std::optional<float> skin_along(const mesh::Ray& ray) const;
    /// Skin of a part over the grid of a print in a frame; -k_nothing where there is none. Quicker when only the skin
    /// under the print's patch is asked for; what else comes with it is not all there is.
    enum class Extent { grid, patch };
    mesh::HeightField skin_under(const HandPrint& print, const base::Rigid& frame, LegPart part, Extent extent) const;
    /// The same with its holes filled and the bones under it.
    tissue::Bed bed_under(mesh::HeightField skin, const base::Rigid& frame, LegPart part) const;
    /// Moves points of flesh that are in a bone out to its surface; those a little outside make way for them.
    void keep_out_of_bone(std::span<const std::uint32_t> which, std::span<glm::vec3> points) const;

private:
    struct Surface {
        mesh::Chunks chunks;
        std::vector<mesh::Bounds> boxes;
    };
    struct Bone {
        int mesh = 0;
        anatomy::Body body = anatomy::Body::femur;
        Surface surface; ///< where it rests
        mesh::DistanceCells solid;
    };

    const World& world_;
    std::array<Surface, k_leg_part_count> skin_; ///< boxes as posed
    Surface calf_;                               ///< the upper back of the lower leg, also in its own part
    float calf_gone_ = 0.0f;                     ///< m that it counts as lower than it is for a hand on the thigh
    std::vector<Bone> bones_;
    std::span<const glm::vec3> posed_;
    motion::BoneFrames from_rest_;
};

} // namespace scene
