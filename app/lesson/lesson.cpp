#include "lesson/lesson.h"

#include <algorithm>

namespace lesson {

const Camera* Lesson::find_camera(std::string_view id) const {
    const auto found = std::ranges::find(cameras, id, &Camera::id);
    return found == cameras.end() ? nullptr : &*found;
}

std::optional<int> Lesson::find_step(std::string_view id) const {
    const auto found = std::ranges::find(steps, id, &Step::id);
    if (found == steps.end()) return std::nullopt;
    return static_cast<int>(found - steps.begin());
}

} // namespace lesson
