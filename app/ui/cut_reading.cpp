#include "ui/cut_reading.h"

#include <array>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_access.hpp>
#include <glm/mat4x4.hpp>

namespace ui {

namespace {

struct Side {
    glm::vec3 direction;
    const char* name;
};
// In the treatment room: the client lies prone, head toward +Z, right side at -X.
constexpr std::array<Side, 6> k_sides = {{{{0, 1, 0}, "posterior"},
                                          {{0, -1, 0}, "anterior"},
                                          {{0, 0, 1}, "superior"},
                                          {{0, 0, -1}, "inferior"},
                                          {{-1, 0, 0}, "client's right"},
                                          {{1, 0, 0}, "client's left"}}};

const char* side_along(const glm::vec3& direction) {
    constexpr float k_plainly = 0.9f; // of a cosine
    for (const Side& side : k_sides)
        if (glm::dot(side.direction, direction) > k_plainly) return side.name;
    return nullptr;
}

} // namespace

std::string sides_of_picture(const scene::Camera& camera) {
    const glm::mat4 view = camera.view();
    const char* up = side_along(glm::vec3(glm::row(view, 1)));
    const char* right = side_along(glm::vec3(glm::row(view, 0)));
    if (!up || !right) return {};
    return std::string("Up: ") + up + ". To the right: " + right;
}

ScaleBar scale_bar(float units_a_metre, float most) {
    for (const int mm : {200, 100, 50, 20, 10, 5, 2, 1}) {
        const float length = units_a_metre * static_cast<float>(mm) * 1e-3f;
        if (length <= most) return {length, mm < 10 ? std::to_string(mm) + " mm" : std::to_string(mm / 10) + " cm"};
    }
    return {};
}

} // namespace ui
