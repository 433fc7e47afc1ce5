#pragma once
// UnderSkin: what soft tissue release is said to do inside the tissue, by whom, and how well it is known.

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace anatomy {

/// The four effects that are drawn, in the order of the file.
enum class EffectKind { gel_to_sol, rehydration, collagen, tone };
inline constexpr int k_effect_count = 4;
inline constexpr std::array<std::string_view, k_effect_count> k_effect_names = {"gel_to_sol", "rehydration", "collagen",
                                                                                "tone"};

/// The best that stands behind a statement, weakest first.
enum class Evidence { claim, indirect, one_case, trial };
inline constexpr std::array<std::string_view, 4> k_evidence_names = {"claim", "indirect", "one_case", "trial"};

struct Effect {
    EffectKind kind = EffectKind::gel_to_sol;
    std::string name;   ///< "Gel turns to sol"
    std::string change; ///< what is seen in the picture, from and to: "thick gel to fluid"
    std::string claim;  ///< what is claimed and by whom
    std::string known;  ///< what has been found
    std::string doubt;  ///< why that is weak
    Evidence evidence = Evidence::claim;
    std::vector<std::string> sources; ///< ids of Atlas::sources
};

struct UnderSkin {
    std::string note; ///< on the evidence as a whole
    std::vector<std::string> sources;
    std::array<Effect, k_effect_count> effects;
};

} // namespace anatomy
