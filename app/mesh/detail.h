#pragma once
// Detail: the levels in which the same model is kept, from every wrinkle to what a weak machine or a browser can draw.

#include <array>
#include <filesystem>
#include <string_view>

namespace mesh {

enum class Detail { full, half, low };
inline constexpr int k_detail_count = 3;
inline constexpr std::array<std::string_view, k_detail_count> k_detail_names = {"full", "half", "low"};

/// The file of a level beside the full model's: leg.glb, leg_half.glb, leg_low.glb.
inline std::filesystem::path level_file(const std::filesystem::path& full, Detail detail) {
    if (detail == Detail::full) return full;
    std::filesystem::path name = full.stem();
    name += "_";
    name += k_detail_names[static_cast<std::size_t>(detail)];
    name += full.extension();
    return full.parent_path() / name;
}

} // namespace mesh
