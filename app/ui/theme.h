#pragma once
// Theme: colours, distances and fonts of the window. Calm, light, one accent; every text colour has at least 4.5:1
// against the ground it stands on (WCAG 2.1, 1.4.3).

#include "ui/discs.h"

#include <filesystem>
#include <glm/vec3.hpp>
#include <imgui.h>

namespace ui {

constexpr ImU32 rgb(unsigned hex, unsigned alpha = 255) {
    return IM_COL32((hex >> 16) & 255u, (hex >> 8) & 255u, hex & 255u, alpha);
}

inline constexpr unsigned k_ground_hex = 0xF6F8F9, k_raised_hex = 0xFFFFFF, k_text_hex = 0x17262C;
inline constexpr unsigned k_muted_hex = 0x4A5D66, k_accent_hex = 0x0A656D, k_error_hex = 0x8C2A1C;
inline constexpr unsigned k_soft_hex = 0xD6E9E9, k_amber_ground_hex = 0xFBEFD5, k_amber_hex = 0x6A4A00;

inline constexpr ImU32 k_ground = rgb(k_ground_hex); ///< panels
inline constexpr ImU32 k_raised = rgb(k_raised_hex); ///< fields and cards on them
inline constexpr ImU32 k_text = rgb(k_text_hex);
inline constexpr ImU32 k_muted = rgb(k_muted_hex);      ///< second-rank text
inline constexpr ImU32 k_accent = rgb(k_accent_hex);    ///< deep teal
inline constexpr ImU32 k_accent_soft = rgb(k_soft_hex); ///< ground of what is current
inline constexpr ImU32 k_line = rgb(0xC9D3D7);          ///< separators, frames
inline constexpr ImU32 k_error = rgb(k_error_hex);
inline constexpr ImU32 k_error_ground = rgb(0xFBE9E6);
inline constexpr ImU32 k_amber = rgb(k_amber_hex); ///< "illustrative"
inline constexpr ImU32 k_amber_ground = rgb(k_amber_ground_hex);

/// Contrast ratio of two sRGB colours, 1..21 (WCAG 2.1 relative luminance).
double contrast(unsigned hex_a, unsigned hex_b);

/// The four sizes of text. `size_*` in window units, whatever the pixel ratio.
struct Fonts {
    ImFont* regular = nullptr;
    ImFont* bold = nullptr;
    ImFont* large = nullptr;   ///< headings
    ImFont* caption = nullptr; ///< presenter and projector
    float size_regular = 15.0f, size_large = 19.0f, size_caption = 34.0f;
    Discs discs;
};

/// Fills ImGui's font atlas: `file` and the bold face beside it, DejaVu Sans when it cannot be read, the built-in font
/// when neither can. `unit` scales the sizes, `pixel_ratio` sharpens them.
Fonts load_fonts(const std::filesystem::path& file, float unit, float pixel_ratio);

/// Colours and distances, in `unit`s.
void apply_theme(float unit);

} // namespace ui
