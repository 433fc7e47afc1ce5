#pragma once
// Look: how the same scene is lit and drawn: as a printed plate, as a photograph, or for a projector that shows little.

#include <array>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <string_view>

namespace scene {

enum class Look {
    plate,  ///< warm paper, soft light, lines of ink
    studio, ///< dark, one strong light and a bright rim
    plain   ///< white, even light, strong lines and colours
};
inline constexpr int k_look_count = 3;
inline constexpr std::array<std::string_view, k_look_count> k_look_names = {"plate", "studio", "plain"};

/// What makes a look. Light is linear RGB, background and ink are sRGB.
struct Style {
    glm::vec3 key{1.0f}, fill{0.2f}, rim{0.3f}; ///< from the key light, from the eye, from behind
    glm::vec3 sky{0.3f}, ground{0.2f};          ///< from all round, above and below
    float gleam = 1.0f;                         ///< of what moist and polished things mirror
    float exposure = 0.6f;
    float contrast = 0.0f;   ///< 0: as the tone curve leaves it
    float saturation = 1.0f; ///< of tissue colours; strain colours stay those of the legend
    float hollow = 0.6f;     ///< how much darker hollows are
    glm::vec3 background_top{0.93f}, background_bottom{0.78f};
    glm::vec4 ink{0.0f}; ///< of the lines, and their strength
    bool operator==(const Style&) const = default;
};

const Style& style_of(Look look);

/// Whether dark lines would be lost on this background.
bool is_dark(const Style& style);

} // namespace scene
