#include "scene/strained.h"

#include <algorithm>
#include <numeric>

namespace scene {

std::vector<int> strained_muscles(const lesson::Step& step, const std::optional<tissue::Lock>& lock,
                                  const ViewOptions& options, int muscles) {
    std::vector<int> result;
    if (options.strain_of_all) {
        result.resize(static_cast<std::size_t>(muscles));
        std::iota(result.begin(), result.end(), 0);
        return result;
    }
    if (!options.strain) return result;
    result = step.strained;
    if (step.show_strain && lock) result.push_back(lock->muscle);
    std::ranges::sort(result);
    result.erase(std::ranges::unique(result).begin(), result.end());
    return result;
}

} // namespace scene
