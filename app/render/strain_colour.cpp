#include "render/strain_colour.h"

#include <algorithm>
#include <cmath>

namespace render {

const std::array<glm::vec3, k_strain_samples>& strain_samples() {
    // cividis at fifteenths (Nunez, Anderton & Renslow 2018, doi:10.1371/journal.pone.0199239), rounded to 8 bits:
    // even steps of lightness, the same to eyes with and without red-green colour blindness.
    static const std::array<glm::vec3, k_strain_samples> samples = [] {
        constexpr std::array<std::array<int, 3>, k_strain_samples> k_bytes = {{{0, 34, 78},
                                                                               {0, 46, 108},
                                                                               {30, 58, 111},
                                                                               {53, 70, 108},
                                                                               {71, 81, 108},
                                                                               {87, 93, 109},
                                                                               {102, 105, 112},
                                                                               {117, 117, 117},
                                                                               {132, 130, 121},
                                                                               {148, 142, 119},
                                                                               {165, 156, 116},
                                                                               {183, 169, 110},
                                                                               {200, 184, 102},
                                                                               {219, 199, 90},
                                                                               {238, 214, 73},
                                                                               {254, 232, 56}}};
        std::array<glm::vec3, k_strain_samples> result{};
        for (std::size_t i = 0; i < k_bytes.size(); ++i)
            result[i] = glm::vec3(k_bytes[i][0], k_bytes[i][1], k_bytes[i][2]) / 255.0f;
        return result;
    }();
    return samples;
}

glm::vec3 strain_colour(float t) {
    if (t < 0.0f) return k_slack_colour;
    const float at = std::clamp(t, 0.0f, 1.0f) * static_cast<float>(k_strain_samples - 1);
    const std::size_t low = std::min(static_cast<std::size_t>(at), k_strain_samples - 2);
    const float part = at - static_cast<float>(low);
    return strain_samples()[low] * (1.0f - part) + strain_samples()[low + 1] * part;
}

} // namespace render
