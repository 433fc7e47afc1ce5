#pragma once
// Quality: the ladder of levels, from what two cores without a graphics card can move to the picture that stands.

#include "mesh/detail.h"

#include <array>
#include <glm/vec2.hpp>
#include <string_view>

namespace render {

/// What a picture spends its time on.
struct Quality {
    mesh::Detail detail = mesh::Detail::full; ///< of the model, where the caller has it in several
    float scale = 1.0f;                       ///< part of the width and height that is drawn, then stretched
    int samples = 1;                          ///< a pixel, of opaque surfaces; more for comparisons
    int shadow_side = 2048;                   ///< texels; 0: no shadows
    int shadow_every = 1;                     ///< frames in a row that may share a shadow map
    bool contact_shadow = true;               ///< shadows harden toward what casts them
    bool even_shadow = false;   ///< else: their edges are evened out over four by four texels instead of two by two
    bool relief = true;         ///< fibres, pores and weave that are worked out at each pixel
    bool layer_relief = true;   ///< the same on what one looks through; else its light is told at vertices
    bool backdrop_kept = false; ///< from picture to picture, for what moves before it; else drawn behind the rest
    bool layered = true;        ///< transparency independent of order; else back to front by item
    bool two_moments = false;   ///< what lies before what in it goes by mean and variance of depth, not by four moments
    int occlusion_taps = 10;    ///< of the screen-space occlusion at a pixel; 0: only what the model knows
    bool ink = true;            ///< lines found in the depth of the picture, where the look has them
    bool lens = true;           ///< depth of field where the scene asks for it
    bool edges = true;          ///< stairs and dots along edges are smoothed in the finished picture
    bool operator==(const Quality&) const = default;
};

enum class Level { lowest, low, fair, medium, high, full };
inline constexpr int k_level_count = 6;
inline constexpr std::array<std::string_view, k_level_count> k_level_names = {"lowest", "low",  "fair",
                                                                              "medium", "high", "full"};

const Quality& quality_of(Level level);

/// Of so many pictures, each moved by part of a pixel, one that stands is the mean: one in the middle and four pairs.
inline constexpr int k_still_samples = 9;

/// Full detail and size, everything else left out: what benchmarks compare with the bare minimum.
Quality without_effects();

/// Size in which a picture of `size` is drawn, at least one pixel.
glm::ivec2 scaled(glm::ivec2 size, const Quality& quality);

} // namespace render
