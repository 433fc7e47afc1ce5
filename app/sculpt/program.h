#pragma once
// Program: primitives joined in order by smooth union, cut and intersection; the signed distance of one structure.

#include "sculpt/field.h"
#include "sculpt/primitive.h"

#include <glm/vec2.hpp>

namespace sculpt {

/// `sink` lowers the surface where the solid passes through it (a crease), or raises it (a vein under the skin): by
/// Step::depth inside the solid, dying away over `blend` mm beside it. `shell` keeps the outermost Step::depth of all
/// that came before it and hollows out the rest (cloth); it has no solid.
enum class Op { add, cut, keep, sink, shell };

struct Step {
    Op op = Op::add;
    float blend = 0.0f;          ///< mm over which the two surfaces melt together; 0 = sharp
    Solid solid;                 ///< none for a shell
    glm::vec2 fibre{0.0f, 1.0f}; ///< where the solid's own length lies in the muscle's fibre coordinate
    float depth = 0.0f;          ///< mm; of Op::sink, negative raises; of Op::shell
    /// A cut along which another structure goes on: not part of the form for shading and for those who borrow it.
    bool seam = false;
};

/// min and max that are smooth where a and b differ by less than k (quadratic polynomial; Quilez 2013).
float smooth_min(float a, float b, float k);
float smooth_max(float a, float b, float k);

class Program {
public:
    Program() = default;
    /// The first step adds.
    explicit Program(std::vector<Step> steps);

    float distance(const glm::vec3& p) const;
    /// How much each solid that adds has to say at p, by nearness; they sum to 1. The others have 0.
    std::vector<float> shares(const glm::vec3& p) const;
    /// The same without the cuts that are seams.
    Program without_seams() const;
    /// The same form without the steps and slits that are left where solids are blended whose distances are not true:
    /// near the surface its distance is smoothed() on a grid of `voxel` mm.
    Program worn(float voxel, int passes) const;
    const Box& box() const { return box_; }
    const std::vector<Step>& steps() const { return steps_; }
    bool empty() const { return steps_.empty(); }

private:
    float joined(const glm::vec3& p) const;

    std::vector<Step> steps_;
    Box box_;
    Field worn_;           ///< null: what the steps say
    float worn_to_ = 0.0f; ///< mm from the surface, to which worn_ holds
};

} // namespace sculpt
