#pragma once
// settle_parts: the steps of settle(), from the inside out. Only for settle's own files.

#include "mesh/distance.h"
#include "sculpt/knee_fold.h"
#include "sculpt/posed_part.h"
#include "tissue/volume.h"

#include <array>
#include <memory>

namespace sculpt {

/// Metres: what flesh keeps clear of bone, a layer at most of the bones under it, skin and fat at most over what is
/// under them.
inline constexpr float k_bone_gap = 0.0004f, k_deepest_layer = 0.004f, k_thickest = 0.005f;

/// Vertices joined by an edge, for each vertex.
class Neighbours {
public:
    Neighbours() = default;
    explicit Neighbours(const mesh::Mesh& mesh);
    std::span<const std::uint32_t> of(std::size_t vertex) const {
        return std::span(list_).subspan(first_[vertex], first_[vertex + 1] - first_[vertex]);
    }

private:
    std::vector<std::uint32_t> first_, list_;
};

/// The bones as solids, each carried by its body.
class Bones {
public:
    Bones(const mesh::Model& model, const anatomy::Atlas& atlas, std::span<const anatomy::Body> bodies);
    void move_to(const PosedLeg& leg);

    struct Near {
        float distance = 0.0f;   ///< metres, negative inside
        glm::vec3 outward{0.0f}; ///< unit
    };
    /// The nearest bone if it is nearer than `within` or holds the point.
    std::optional<Near> near(const glm::vec3& p, float within) const;

private:
    struct Bone {
        anatomy::Body body;
        mesh::Distance solid;
        glm::mat4 to_bone{1.0f}, from_bone{1.0f};
    };
    std::vector<Bone> bones_;
};

/// One soft structure while it settles.
struct SoftPart {
    /// Looks after its vertices between these heights, metres; the others may only give way.
    SoftPart(const anatomy::Atlas& atlas, const mesh::Mesh& mesh, const anatomy::Structure& structure, int index,
             mesh::Bend bend, float low, float high);

    /// Where its vertices are in the end: a muscle takes up the volume that it rests with.
    std::vector<glm::vec3> whole() const;

    const mesh::Mesh* mesh;
    anatomy::Kind kind;
    int index; ///< of the mesh in its model
    Follower follower;
    std::optional<tissue::Belly> belly;          ///< of a muscle
    std::vector<std::uint32_t> watched;          ///< the vertices that it looks after
    std::vector<float> bone_gap;                 ///< metres to the bones that a vertex must keep
    std::vector<float> layer_gap;                ///< the same that it should keep
    std::vector<float> fascia_gap;               ///< metres of fascia that must stay over it; negative: none lies there
    std::vector<float> skin_gap;                 ///< metres of skin and fat that must stay over a vertex
    std::vector<glm::vec3> pushed;               ///< by bones, in the pose
    std::vector<glm::vec3> pushed_rest;          ///< the same as offsets at rest, of the pose before
    std::vector<std::vector<glm::vec3>> offsets; ///< at rest, of every solved angle
    PosedVertices posed;
    std::vector<glm::vec3> blended; ///< between two solved angles
    std::vector<glm::vec3> now;     ///< in the pose, settled so far
};

/// Presses the flesh flat where calf meets thigh and pushes it out of the bones; what lies beside it gives way
/// smoothly.
void settle_flesh(std::vector<SoftPart>& flesh, const Bones& bones, const KneeFold& fold);

/// Moves what has entered a bone out of it, vertex by vertex.
void keep_clear(SoftPart& part, const Bones& bones);

/// A vertex that goes another way from one angle to the next than those round it joins them.
void calm(SoftPart& part);

/// A point that must stay under a cover.
struct Under {
    glm::vec3 point{0.0f};
    float gap = 0.0f;         ///< metres below the cover
    float rest_height = 0.0f; ///< metres
};

/// A closed surface over the flesh: the skin, or the outer side of a sheet with the inner one following it.
class Cover {
public:
    /// `fold_gap`: metres from the plane where calf meets thigh. `least_share`: of the gaps, enough in the end. A
    /// sheet's outer side is the one that looks to `skin`;
    /// nullptr for the skin itself.
    Cover(const mesh::Mesh& mesh, float fold_gap, float least_share, const mesh::Distance* skin);
    /// `now` comes as the movement leaves it and goes settled.
    void settle_over(std::vector<Under> under, const KneeFold& fold, std::vector<glm::vec3>& now) const;
    /// Only lifts what has come to lie too low, without regard to its neighbours.
    void lift_over(std::vector<Under> under, const KneeFold& fold, std::vector<glm::vec3>& now) const;
    /// Is this vertex on the outer side?
    bool outer(std::size_t vertex) const { return outer_[vertex]; }

private:
    std::vector<float> lifts(std::vector<Under>& under, const KneeFold& fold, const std::vector<glm::vec3>& now,
                             bool drop_safe) const;
    void stretch_taut(const KneeFold& fold, std::vector<glm::vec3>& now) const;
    void smooth_fold(const KneeFold& fold, int passes, std::vector<glm::vec3>& now) const;
    std::vector<glm::vec3> outward(const KneeFold& fold, bool in_crease, const std::vector<glm::vec3>& now) const;

    const mesh::Mesh& mesh_;
    float fold_gap_, least_share_;
    Neighbours neighbours_;
    bool whole_; ///< it has an inside
    std::vector<bool> outer_;
    std::vector<std::uint32_t> triangles_;       ///< outer ones, by number
    std::vector<std::uint32_t> inner_, partner_; ///< vertices of a sheet's inner side and the outer ones they follow
};

} // namespace sculpt
