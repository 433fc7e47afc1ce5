#include "lesson/lesson.h"

#include <algorithm>

namespace lesson {

const Camera* Lesson::find_camera(std::string_view wanted) const {
    const auto found = std::ranges::find(cameras, wanted, &Camera::id);
    return found == cameras.end() ? nullptr : &*found;
}

std::optional<int> Lesson::find_step(std::string_view wanted) const {
    const auto found = std::ranges::find(steps, wanted, &Step::id);
    if (found == steps.end()) return std::nullopt;
    return static_cast<int>(found - steps.begin());
}

} // namespace lesson
