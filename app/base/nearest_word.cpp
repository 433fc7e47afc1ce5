#include "base/nearest_word.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace base {

int edit_distance(std::string_view a, std::string_view b) {
    std::vector<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i) + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const int substituted = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, substituted});
        }
    }
    return row.back();
}

std::string nearest_word(std::string_view word, std::span<const std::string> known) {
    std::string best;
    int best_distance = 0;
    for (const std::string& candidate : known) {
        const int distance = edit_distance(word, candidate);
        const int allowed = std::max<int>(1, static_cast<int>(std::max(word.size(), candidate.size())) / 3);
        if (distance <= allowed && (best.empty() || distance < best_distance)) {
            best = candidate;
            best_distance = distance;
        }
    }
    return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string> known) {
    const std::string nearest = nearest_word(word, known);
    return nearest.empty() ? std::string() : "did you mean '" + nearest + "'?";
}

} // namespace base
