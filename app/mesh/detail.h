#pragma once
// Detail: the levels in which the same model is kept, from every wrinkle to what a weak machine or a browser can draw.

#include <array>
#include <string_view>

namespace mesh {

enum class Detail { full, half, low, least };
inline constexpr int k_detail_count = 4;
inline constexpr std::array<std::string_view, k_detail_count> k_detail_names = {"full", "half", "low", "least"};

} // namespace mesh
