#pragma once
// HandPrint: the side of a hand that presses, made once from its mesh: what the skin takes the shape of.

#include "anatomy/atlas.h"
#include "mesh/height_field.h"
#include "tissue/tissue_state.h"

#include <optional>
#include <vector>

namespace scene {

/// In the hand's own coordinates: its frame lies at Structure::anchor, +Z away from the skin, or for a hand that holds
/// round a limb +Y along the limb, which it goes round.
struct HandPrint {
    std::optional<tissue::Grip> grip; ///< by the structure's id
    mesh::HeightField surface;        ///< the hand's surface that is nearest to the skin
    std::vector<std::uint32_t> patch; ///< vertices of the mesh that are meant to lie on the skin
    std::vector<float> presses;       ///< 0..1 for each crossing of `surface`: whether it belongs to the patch
    std::vector<float> clings;        ///< the same of where skin clings to the hand: a little beyond the patch
    glm::vec2 low{0.0f}, high{0.0f};  ///< of the patch, m in the chart
    double area = 0.0;                ///< square metres of the patch, seen from the skin
    glm::dvec2 middle{0.0};           ///< of the patch, m in the chart
    double across = 0.0, along = 0.0; ///< m, half axes of the ellipse with its second moments, along x and y
    bool holds() const { return surface.chart.round > 0.0f; }
};

/// nullopt for a structure that is not a hand.
std::optional<HandPrint> hand_print(const mesh::Mesh& mesh, const anatomy::Structure& structure);

} // namespace scene
