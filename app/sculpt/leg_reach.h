#pragma once
// leg_reach: how far the skin, and what lies within it, reach from the middle of the leg in every direction.

#include "mesh/mesh.h"

#include <array>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace sculpt {

/// Radii over height and angle round the right leg, as smooth (cubic B-spline) surfaces through tables; metres.
class LegReach {
public:
    static constexpr int k_angles = 36;
    using Row = std::array<double, k_angles>; ///< from the front by way of the subject's left

    /// A point as seen from the middle of the leg at its height.
    struct Place {
        double radius = 0.0, inner = 0.0, outer = 0.0; ///< of the point, of the muscles and bones, of the skin
        glm::dvec2 outward{0.0, 1.0};                  ///< (x, z)
    };

    /// `skin` must not be empty.
    LegReach(const mesh::Mesh& skin, std::span<const mesh::Mesh> inside);

    Place place(const glm::dvec3& point) const;

private:
    struct Table {
        std::vector<Row> rows;
        double operator()(double row, double angle) const;
    };

    double low_ = 0.0; ///< height of the first row
    std::vector<glm::dvec2> middles_;
    Table inner_, outer_;
};

} // namespace sculpt
