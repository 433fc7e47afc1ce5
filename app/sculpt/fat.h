#pragma once
// fat: what lies between the muscles and the skin, thickened or thinned until the skin has a body's girths.

#include "anatomy/physique.h"
#include "mesh/mesh.h"
#include "sculpt/leg_reach.h"

#include <array>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace sculpt {

struct Cut;

/// A one-to-one and smooth map of the standing model (metres) that leaves alone what lies within the muscles, moves the
/// skin level and away from the leg's middle (or toward it), and stretches what is between. Left and right are treated
/// alike; nothing crosses the midline or the couch.
class Fat {
public:
    /// Measures `skin` and what is `inside` it, and finds how much fat gives the girths wanted. The stations' heights
    /// are those of these meshes. Throws base::Failure when a girth cannot be had without pressing in the muscles.
    Fat(const mesh::Mesh& skin, std::span<const mesh::Mesh> inside, const std::vector<anatomy::GirthStation>& stations,
        const anatomy::Physique& physique);

    glm::dvec3 carry(const glm::dvec3& point) const;
    /// How much thicker the fat over a point has become, metres.
    double added(const glm::dvec3& point) const;

private:
    using Amounts = std::array<double, 4>; ///< thickness added in front, outside, behind, inside; metres

    Amounts at(double height) const;
    glm::dvec3 moved(const glm::dvec3& right_side, const Amounts& amounts) const;
    double girth_with(const std::vector<Cut>& cuts, const anatomy::GirthStation& station, const Amounts& amounts) const;
    double reach_with(const std::vector<Cut>& cuts, double height, const Amounts& amounts) const;
    Amounts solve(const mesh::Mesh& skin, const anatomy::GirthStation& station,
                  const anatomy::Physique& physique) const;

    LegReach reach_;
    std::vector<double> heights_; ///< of the stations, with an end without fat below and above
    std::vector<Amounts> amounts_;
};

} // namespace sculpt
