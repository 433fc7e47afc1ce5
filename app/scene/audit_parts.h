#pragma once
// What the audit is put together from: posed meshes, bones to measure against, the posed skin.

#include "mesh/distance.h"
#include "scene/audit.h"

#include <glm/mat4x4.hpp>
#include <span>

namespace scene {

/// A structure of the client as it is drawn, in the standing model (the couch taken away, the pose kept).
struct Posed {
    int structure = -1;
    anatomy::Kind kind = anatomy::Kind::bone;
    const mesh::Mesh* rest = nullptr;
    glm::mat4 from_rest{1.0f}; ///< of a rigid structure
    std::vector<glm::vec3> positions;
    mesh::Bounds box;
};

/// What the item draws; the positions of bones are left out, from_rest says it all.
Posed posed(const World& world, const Item& item);

/// A bone where it rests, asked for the depth of points in it. Most points near a bone lie in its box but not in it:
/// a coarse grid that knows which cells are free answers for these.
class BoneField {
public:
    explicit BoneField(const mesh::Mesh& bone);
    /// Metres below the surface, 0 outside.
    float depth(const glm::vec3& p) const;
    const mesh::Bounds& box() const { return surface_.box(); }

private:
    mesh::Distance surface_;
    glm::ivec3 cells_{0};
    std::vector<bool> free_;
};

/// Deepest vertex of `soft` in a bone that is carried by `bone_from_rest`.
std::optional<Finding> deepest_entry(const Posed& soft, const BoneField& bone, const glm::mat4& bone_from_rest);

/// Change of the volume since rest.
double volume_change(const Posed& muscle);

/// Vertex of `muscle` that stands out of the posed skin the farthest.
std::optional<Finding> farthest_outside(const Posed& muscle, const mesh::Distance& skin);

/// Gap between the patch with which a hand presses and the skin: the vertex with the largest, to either side.
std::optional<Finding> pressing_gap(const World& world, const Item& hand, const mesh::Distance& skin);

/// Gap of the hand's nearest (or deepest) vertex.
std::optional<Finding> holding_gap(const World& world, const Item& hand, const mesh::Distance& skin);

} // namespace scene
