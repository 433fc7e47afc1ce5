#pragma once
// Body: the rigid segments of the right leg that bones belong to and muscles are tied to.

#include <array>
#include <optional>
#include <string_view>

namespace anatomy {

/// Segments in the order of the kinematic chain. `toes` is the forefoot distal to the metatarsophalangeal line.
enum class Body { pelvis, femur, patella, tibia, talus, calcaneus, toes };
inline constexpr int k_body_count = 7;

/// Names used in files, indexed by Body.
inline constexpr std::array<std::string_view, k_body_count> k_body_names = {"pelvis", "femur",     "patella", "tibia",
                                                                            "talus",  "calcaneus", "toes"};

constexpr int index(Body body) { return static_cast<int>(body); }

constexpr std::optional<Body> body_from_name(std::string_view name) {
    for (int i = 0; i < k_body_count; ++i)
        if (k_body_names[static_cast<std::size_t>(i)] == name) return static_cast<Body>(i);
    return std::nullopt;
}

} // namespace anatomy
