#pragma once
// Cuts: the outlines in which the cut plane crosses the items of a picture, on the CPU. Drawn by SectionPass; a click
// on a cut is answered here, without the GPU.

#include "mesh/section.h"
#include "render/draw_list.h"

#include <glm/vec3.hpp>
#include <memory>
#include <vector>

namespace render {

/// An item fainter than this is not filled where it is cut; from here on the cut is solid, however glassy the rest.
inline constexpr float k_section_opacity = 0.15f;

struct Cut {
    const scene::Item* item = nullptr; ///< in the scene that the draw list was made from
    std::shared_ptr<const scene::Shape> shape;
    int mesh = 0;
    glm::mat4 transform{1.0f};
    mesh::Section section; ///< in world space
    glm::vec4 bone{0.0f};  ///< of a long bone: dot(xyz, p) + w is 0 at one end, 1 at the other
    float shaft = 0.0f;    ///< of a long bone: drawn thickness of its shaft's compact bone, metres
};

class Cuts {
public:
    /// Cuts every item of `list` that the scene's plane crosses. What did not move since the last call is kept.
    void update(const scene::Scene& scene, const DrawList& list, const mesh::Model& model);
    /// Outer structures first: those after them lie inside and are drawn over them.
    const std::vector<Cut>& all() const { return cuts_; }
    /// Whether the last update() found other outlines than the one before.
    bool changed() const { return changed_; }

private:
    scene::ClipPlane plane_;
    std::vector<Cut> cuts_;
    bool changed_ = false;
};

/// Whether the plane is on and shows the side that is cut open.
bool cut_is_seen(const scene::Scene& scene);

/// The innermost structure that is cut at a point of the plane; nullptr when there is none.
const Cut* cut_under(const std::vector<Cut>& cuts, const scene::ClipPlane& plane, const glm::vec3& point);

} // namespace render
