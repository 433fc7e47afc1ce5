#pragma once
// Proportion: carries points of the drawn body to where they are in another one.

#include "anatomy/physique.h"

#include <glm/mat3x3.hpp>
#include <glm/vec3.hpp>
#include <vector>

namespace anatomy {

/// A number along the height of the body: constant below the first and above the last knot, smooth between (C1).
class Profile {
public:
    struct Knot {
        double height, value;
    };
    Profile() = default;
    explicit Profile(std::vector<Knot> knots) : knots_(std::move(knots)) {}
    double operator()(double height) const;

private:
    std::vector<Knot> knots_;
};

/// A one-to-one and smooth map of the standing model (metres): heights are scaled segment by segment, breadth and depth
/// about the long axis of each leg by factors that change smoothly along it, the trunk about the midline and the couch.
/// Left and right are treated alike. Fat is none of its business: see sculpt/fat.h.
class Proportion {
public:
    /// The drawn body itself: every point stays where it is, to the last bit.
    Proportion() = default;
    Proportion(const DrawnBody& drawn, const Measures& wanted);

    bool is_drawn() const { return same_; }
    glm::dvec3 carry(const glm::dvec3& point) const;
    double height(double drawn_height) const;
    /// Derivative of carry; its determinant is positive.
    glm::dmat3 jacobian(const glm::dvec3& point) const;

private:
    struct Bend {
        double height, change; ///< where the slope of the height changes, and by how much
    };

    bool same_ = true;
    double first_slope_ = 1.0;
    std::vector<Bend> bends_;
    double axis_ = 0.0, spacing_ = 1.0; ///< half the hip joints' spacing; its factor
    Profile leg_breadth_, trunk_breadth_, depth_, from_couch_;
};

} // namespace anatomy
