#pragma once
// "Did you mean": the known word nearest to an unknown one.

#include <span>
#include <string>
#include <string_view>

namespace base {

/// Number of single-character insertions, deletions, substitutions and swaps of neighbours from a to b (Damerau 1964).
int edit_distance(std::string_view a, std::string_view b);

/// The nearest of `known` when it is near enough to be a slip of the keys (distance at most a third of the
/// longer word, and at least 1); empty otherwise.
std::string nearest_word(std::string_view word, std::span<const std::string> known);

/// "did you mean 'x'?", or empty when nothing is near.
std::string did_you_mean(std::string_view word, std::span<const std::string> known);

} // namespace base
