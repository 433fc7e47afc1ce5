#include "sculpt/hull.h"

#include "base/assert.h"
#include "sculpt/grid.h"

#include <algorithm>
#include <cmath>
#include <glm/vec2.hpp>
#include <numbers>
#include <openvdb/tools/Composite.h>
#include <openvdb/tools/LevelSetFilter.h>
#include <openvdb/tools/LevelSetRebuild.h>

namespace sculpt {
namespace {

FatRow row_at(const std::vector<FatRow>& rows, float height) {
    if (height <= rows.front().height) return rows.front();
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const FatRow &a = rows[i - 1], &b = rows[i];
        if (height > b.height) continue;
        const float t = (height - a.height) / (b.height - a.height);
        const auto mix = [t](float x, float y) { return x + (y - x) * t; };
        return {height, mix(a.front, b.front), mix(a.outer, b.outer), mix(a.back, b.back), mix(a.inner, b.inner)};
    }
    return rows.back();
}

/// The level set's narrow band is wide enough for what reads it (skin and its cuts).
class Hull final : public Primitive {
public:
    Hull(const Box& box, openvdb::FloatGrid::Ptr grid, const glm::vec3& axis)
        : Primitive(box), grid_(std::move(grid)), axis_(axis) {}

    float distance(const glm::vec3& p) const override { return value_at(*grid_, p); }

    Fibre fibre(const glm::vec3& p, const glm::vec3& side) const override {
        const float turn = std::atan2(p.z - axis_.z, p.x - axis_.x) - std::atan2(side.z, side.x);
        const float round = std::abs(std::remainder(turn, 2.0f * std::numbers::pi_v<float>));
        return {std::clamp((box().high.y - p.y) / (box().high.y - box().low.y), 0.0f, 1.0f),
                round / std::numbers::pi_v<float>};
    }

    /// As wide as the box all along: fibres keep their distance.
    std::optional<CrossSection> section(float s) const override {
        const glm::vec3 half = 0.5f * (box().high - box().low);
        return CrossSection{{axis_.x, box().high.y - 2.0f * half.y * s, axis_.z}, {1, 0, 0}, {0, 0, 1}, half.x, half.z};
    }

private:
    openvdb::FloatGrid::Ptr grid_;
    glm::vec3 axis_;
};

} // namespace

float fat_at(const HullSpec& spec, const glm::vec3& p) {
    const FatRow row = row_at(spec.fat, p.y);
    const glm::vec2 out(p.x - spec.axis.x, p.z - spec.axis.z);
    const float squared = std::max(out.x * out.x + out.y * out.y, 1e-6f);
    const float sideways = out.x * out.x / squared;
    return sideways * (out.x < 0.0f ? row.outer : row.inner) +
           (1.0f - sideways) * (out.y > 0.0f ? row.front : row.back);
}

Solid make_hull(const HullSpec& spec, const std::vector<const Program*>& inside) {
    APP_ASSERT(!spec.fat.empty() && !inside.empty());
    Box box;
    for (const Program* program : inside) box.add(program->box());
    float most = 0.0f;
    for (const FatRow& row : spec.fat) most = std::max({most, row.front, row.outer, row.back, row.inner});
    box = box.padded(most + spec.close + 4.0f * spec.voxel);
    const Field thickened = [&](const glm::vec3& p) {
        float d = 1e6f;
        for (const Program* program : inside)
            if (program->box().distance(p) < d) d = std::min(d, program->distance(p));
        return d - fat_at(spec, p);
    };
    const auto rough = sample(thickened, box, spec.voxel);
    constexpr float k_band = 6.0f; // voxels on either side in which the result is a true distance
    auto grid = openvdb::tools::levelSetRebuild(*rough, 0.0f, k_band);
    openvdb::tools::LevelSetFilter<openvdb::FloatGrid> filter(*grid);
    filter.offset(-spec.close); // outwards
    filter.offset(spec.close);
    for (int i = 0; i < spec.smooth; ++i) filter.mean(1);
    if (spec.sheet > 0.0f) { // smoothing wears ridges down, and what a sheet wraps must not come through it
        const auto whole = openvdb::tools::levelSetRebuild(*rough, 0.0f, k_band);
        openvdb::tools::csgUnion(*grid, *whole);
    }
    return std::make_shared<Hull>(box, grid, spec.axis);
}

} // namespace sculpt
