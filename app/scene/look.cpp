#include "scene/look.h"

namespace scene {

namespace {

constexpr std::array<Style, k_look_count> k_styles = {{
    {.key = {1.08f, 1.03f, 0.94f},
     .fill = {0.50f, 0.50f, 0.49f},
     .rim = {0.22f, 0.22f, 0.21f},
     .sky = {0.36f, 0.37f, 0.38f},
     .ground = {0.25f, 0.215f, 0.18f},
     .gleam = 0.8f,
     .exposure = 0.60f,
     .contrast = 0.08f,
     .saturation = 0.95f,
     .hollow = 0.72f,
     .background_top = {0.972f, 0.953f, 0.914f},
     .background_bottom = {0.925f, 0.893f, 0.836f},
     .ink = {0.17f, 0.105f, 0.085f, 0.80f}},
    {.key = {1.50f, 1.40f, 1.25f},
     .fill = {0.09f, 0.10f, 0.12f},
     .rim = {0.62f, 0.70f, 0.82f},
     .sky = {0.12f, 0.145f, 0.18f},
     .ground = {0.075f, 0.055f, 0.045f},
     .gleam = 1.5f,
     .exposure = 0.50f,
     .contrast = 0.16f,
     .saturation = 1.04f,
     .hollow = 0.85f,
     .background_top = {0.165f, 0.180f, 0.205f},
     .background_bottom = {0.050f, 0.054f, 0.064f},
     .ink = {0.0f, 0.0f, 0.0f, 0.0f}},
    {.key = {0.92f, 0.92f, 0.92f},
     .fill = {0.46f, 0.46f, 0.46f},
     .rim = {0.05f, 0.05f, 0.05f},
     .sky = {0.50f, 0.50f, 0.50f},
     .ground = {0.40f, 0.40f, 0.40f},
     .gleam = 0.35f,
     .exposure = 0.62f,
     .contrast = 0.16f,
     .saturation = 1.35f,
     .hollow = 0.55f,
     .background_top = {1.0f, 1.0f, 1.0f},
     .background_bottom = {1.0f, 1.0f, 1.0f},
     .ink = {0.03f, 0.02f, 0.02f, 1.0f}},
}};

} // namespace

const Style& style_of(Look look) { return k_styles[static_cast<std::size_t>(look)]; }

bool is_dark(const Style& style) {
    constexpr float k_mid_grey = 0.5f;
    return (style.background_top.y + style.background_bottom.y) * 0.5f < k_mid_grey;
}

} // namespace scene
