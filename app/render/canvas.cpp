#include "render/canvas.h"

#include <glm/ext/matrix_transform.hpp>

namespace render {

glm::mat4 to_part(const Canvas& canvas) {
    const glm::vec2 size(canvas.size), whole(canvas.whole), origin(canvas.origin);
    const glm::vec2 shift = (whole - 2.0f * origin) / size - 1.0f;
    return glm::scale(glm::translate(glm::mat4(1.0f), glm::vec3(shift, 0.0f)), glm::vec3(whole / size, 1.0f));
}

glm::vec2 pixel_of(const glm::vec4& clip, glm::ivec2 size) {
    return (glm::vec2(clip) / clip.w * 0.5f + 0.5f) * glm::vec2(size);
}

} // namespace render
