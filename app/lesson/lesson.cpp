#include "lesson/lesson.h"

#include <algorithm>

namespace lesson {

const Camera* Lesson::find_camera(std::string_view wanted) const {
    const auto found = std::ranges::find(cameras, wanted, &Camera::id);
    return found == cameras.end() ? nullptr : &*found;
}

} // namespace lesson
