#include "sculpt/grid.h"

#include <cmath>
#include <openvdb/tools/Interpolation.h>

namespace sculpt {
namespace {

constexpr int k_leaf = 8; ///< voxels along an edge of an OpenVDB leaf
constexpr int k_half = 4;

/// Samples the half leaf at `origin` (voxels), or fills it with one value when the surface is clearly elsewhere.
void sample_half(openvdb::FloatTree::LeafNodeType& leaf, const openvdb::Coord& origin, const Field& field,
                 float voxel) {
    const auto point = [&](const openvdb::Coord& at, float offset) {
        return glm::vec3(static_cast<float>(at.x()) + offset, static_cast<float>(at.y()) + offset,
                         static_cast<float>(at.z()) + offset) *
               voxel;
    };
    const float centre = field(point(origin, 0.5f * (k_half - 1)));
    // half the diagonal is 2.6 voxels; twice that for fields that are too steep, and one cell more
    const bool far = std::abs(centre) > 6.2f * voxel;
    for (int x = 0; x < k_half; ++x)
        for (int y = 0; y < k_half; ++y)
            for (int z = 0; z < k_half; ++z) {
                const openvdb::Coord at = origin.offsetBy(x, y, z);
                leaf.setValueOn(at, far ? centre : field(point(at, 0.0f)));
            }
}

} // namespace

openvdb::FloatGrid::Ptr sample(const Field& field, const Box& box, float voxel) {
    static const bool once = [] { return openvdb::initialize(), true; }();
    static_cast<void>(once);
    const float background = 4.0f * voxel;
    auto grid = openvdb::FloatGrid::create(background);
    grid->setTransform(openvdb::math::Transform::createLinearTransform(voxel));
    const auto leaf_of = [&](float mm) { return static_cast<int>(std::floor(mm / (voxel * k_leaf))); };
    const Box padded = box.padded(3.0f * voxel);
    openvdb::FloatTree& tree = grid->tree();
    for (int x = leaf_of(padded.low.x); x <= leaf_of(padded.high.x); ++x)
        for (int y = leaf_of(padded.low.y); y <= leaf_of(padded.high.y); ++y)
            for (int z = leaf_of(padded.low.z); z <= leaf_of(padded.high.z); ++z) {
                const openvdb::Coord origin(x * k_leaf, y * k_leaf, z * k_leaf);
                const glm::vec3 middle = (glm::vec3(x, y, z) + 0.5f) * (voxel * k_leaf);
                const float centre = field(middle);
                if (std::abs(centre) > 15.0f * voxel) {
                    if (centre < 0.0f) tree.addTile(1, origin, -background, false);
                    continue;
                }
                auto* leaf = new openvdb::FloatTree::LeafNodeType(origin, background);
                for (int i = 0; i < 8; ++i)
                    sample_half(*leaf, origin.offsetBy((i & 1) * k_half, (i >> 1 & 1) * k_half, (i >> 2) * k_half),
                                field, voxel);
                tree.addLeaf(leaf); // the tree owns it
            }
    return grid;
}

float value_at(const openvdb::FloatGrid& grid, const glm::vec3& p) {
    return openvdb::tools::BoxSampler::sample(grid.tree(), grid.worldToIndex({p.x, p.y, p.z}));
}

} // namespace sculpt
