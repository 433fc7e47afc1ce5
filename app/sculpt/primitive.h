#pragma once
// Primitive: one solid of a shape program as a signed distance function. Millimetres in the standing model; negative
// inside. Distances are exact or first-order (value over gradient length), good within a few millimetres of the
// surface.

#include "sculpt/box.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace sculpt {

/// Where a point lies along and round a solid.
struct Fibre {
    float s = 0.0f; ///< 0 at the first end, 1 at the last
    /// Share of the half girth between the side asked for and the point: a tube's -1..1, one way round and the other,
    /// with a seam opposite that side; a hull's 0..1, the same both ways. A plate's 0..1, from edge to edge.
    float round = 0.0f;
};

/// A solid cut across its length: an ellipse, or nearly.
struct CrossSection {
    glm::vec3 centre{0.0f}, width_axis{0.0f}, thickness_axis{0.0f}; ///< unit axes across the length
    float half_width = 0.0f, half_thickness = 0.0f;
};

class Primitive {
public:
    explicit Primitive(const Box& box) : box_(box) {}
    virtual ~Primitive() = default;
    Primitive(const Primitive&) = delete;
    Primitive& operator=(const Primitive&) = delete;

    virtual float distance(const glm::vec3& p) const = 0;
    /// Where p lies along the solid's own length and, going round from the line on its `side` (a direction), across it.
    /// A solid without a length says the origin.
    virtual Fibre fibre(const glm::vec3&, const glm::vec3& /*side*/) const { return {}; }
    /// The section at s of a solid that has a length; s is clamped to 0..1.
    virtual std::optional<CrossSection> section(float /*s*/) const { return std::nullopt; }
    /// Holds the whole solid.
    const Box& box() const { return box_; }

private:
    Box box_;
};

using Solid = std::shared_ptr<const Primitive>;

/// rotate_deg: about x, then y, then z of the fixed axes.
Solid make_ellipsoid(const glm::vec3& centre, const glm::vec3& radii, const glm::vec3& rotate_deg);
/// Two balls and the cone that touches both.
Solid make_cone(const glm::vec3& a, const glm::vec3& b, float radius_a, float radius_b);
/// Edges are rounded with `round`, inside the half extents.
Solid make_box(const glm::vec3& centre, const glm::vec3& half, float round, const glm::vec3& rotate_deg);

/// One section of a tube.
struct Station {
    glm::vec3 centre{0.0f};
    float half_width = 0.0f, half_thickness = 0.0f;
    float twist_deg = 0.0f; ///< turns the width direction about the curve
};

enum class Cap { round, flat };

/// A sweep along the centripetal Catmull-Rom curve (Yuksel et al. 2011, doi 10.1016/j.cad.2010.08.008) through the
/// stations. `side` is the direction of width, made perpendicular to the curve; `exponent` is the super-ellipse's.
/// At least 2 stations.
Solid make_tube(const std::vector<Station>& stations, const glm::vec3& side, float exponent, Cap cap);

/// A corner of a plate's grid.
struct PlatePoint {
    glm::vec3 centre{0.0f};
    float thickness = 0.0f;
};

/// A curved sheet: smooth surface through a row-major grid with `columns` columns (>= 2, and >= 2 rows), thickened
/// on both sides alike. Fibres run from the first row to the last; round the plate is across its columns.
Solid make_plate(const std::vector<PlatePoint>& grid, int columns);

/// Signed distance, to first order, to the super-ellipsoid |x/a|^n + |y/b|^n + |z/c|^n = 1.
float superellipsoid_distance(const glm::vec3& p, const glm::vec3& radii, float exponent);

} // namespace sculpt
