#pragma once
// Ground: what a hand can lie on: the skin of one part of the leg and the bones under it.

#include "motion/pose.h"
#include "scene/hand_print.h"
#include "scene/world.h"
#include "tissue/dent.h"

#include <array>
#include <span>
#include <vector>

namespace scene {

/// Parts of the leg that may come to lie over one another as it bends: a hand presses only the one it is on.
enum class LegPart { thigh, lower_leg };
inline constexpr int k_leg_part_count = 2;
LegPart part_of(anatomy::Body body);

/// Remembers nothing but storage between calls.
class Ground {
public:
    explicit Ground(const World& world);

    /// Skin of a part over the grid of a print in a frame; -k_nothing where there is none. `skin` is posed.
    mesh::HeightField skin_under(const HandPrint& print, const base::Rigid& frame, LegPart part,
                                 std::span<const glm::vec3> skin);
    /// The same with its holes filled and the bones under it.
    tissue::Bed bed_under(mesh::HeightField skin, const base::Rigid& frame, LegPart part,
                          const motion::BoneFrames& from_rest);

private:
    /// Lays triangles over a grid, the highest counts.
    void lay(const base::Rigid& to_hand, std::span<const glm::vec3> points, std::span<const std::uint32_t> corners,
             mesh::HeightField& field);

    const World& world_;
    int skin_ = -1;
    std::array<std::vector<std::uint32_t>, k_leg_part_count> triangles_; ///< corners, three a triangle
    std::vector<int> bones_;                                             ///< meshes
    std::vector<mesh::Bounds> bounds_;                                   ///< of them
    std::vector<glm::vec3> charted_;                                     ///< reused between calls
};

} // namespace scene
