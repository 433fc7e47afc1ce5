#pragma once
// What the audit is put together from: posed meshes, bones to measure against, the posed skin.

#include "mesh/distance.h"
#include "scene/audit.h"

#include <glm/mat4x4.hpp>
#include <span>

namespace scene {

/// A structure of the client as it is drawn, in the standing model (the couch taken away, the pose kept).
struct PosedMesh {
    int structure = -1;
    anatomy::Kind kind = anatomy::Kind::bone;
    const mesh::Mesh* rest = nullptr;
    std::vector<glm::vec3> positions;
    mesh::Bounds box;
};

/// From where the mesh rests (a hand's: from the file) to the standing model.
glm::mat4 standing(const Item& item);

/// What the item draws.
PosedMesh posed(const World& world, const Item& item);

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

/// Deepest vertex of `part` in a bone that is carried by `bone_from_rest`.
std::optional<Finding> deepest_entry(const PosedMesh& part, const BoneField& bone, const glm::mat4& bone_from_rest);

/// Change of the volume since rest.
double volume_change(const PosedMesh& muscle);

/// Vertex of `muscle` that stands out of the posed skin the farthest.
std::optional<Finding> farthest_outside(const PosedMesh& muscle, const mesh::Distance& skin);

} // namespace scene
