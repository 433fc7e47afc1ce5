#include "render/draw_list.h"

#include <glm/ext/matrix_clip_space.hpp>
#include <glm/ext/matrix_transform.hpp>
#include <gtest/gtest.h>

namespace {

const glm::mat4 k_view_projection =
    glm::perspective(0.6f, 1.5f, 0.1f, 10.0f) *
    glm::lookAt(glm::vec3(0.0f, 0.0f, 3.0f), glm::vec3(0.0f), glm::vec3(0.0f, 1.0f, 0.0f));

mesh::Bounds box_at(const glm::vec3& centre, float half) {
    return {centre - glm::vec3(half), centre + glm::vec3(half)};
}

TEST(Outside, WhatIsInViewIsKept) {
    EXPECT_FALSE(render::outside(box_at(glm::vec3(0.0f), 0.1f), k_view_projection));
    // larger than the picture: no corner is inside, yet it fills it
    EXPECT_FALSE(render::outside(box_at(glm::vec3(0.0f), 2.5f), k_view_projection));
}

TEST(Outside, WhatIsBesideBehindOrBeyondIsLeftOut) {
    EXPECT_TRUE(render::outside(box_at({3.0f, 0.0f, 0.0f}, 0.1f), k_view_projection));
    EXPECT_TRUE(render::outside(box_at({0.0f, -2.0f, 0.0f}, 0.1f), k_view_projection));
    EXPECT_TRUE(render::outside(box_at({0.0f, 0.0f, 4.0f}, 0.1f), k_view_projection));
    EXPECT_TRUE(render::outside(box_at({0.0f, 0.0f, -9.0f}, 0.1f), k_view_projection));
}

TEST(Transformed, BoxHoldsTheTurnedBox) {
    const glm::mat4 turn = glm::rotate(glm::mat4(1.0f), 0.7853982f, glm::vec3(0.0f, 0.0f, 1.0f));
    const mesh::Bounds turned = mesh::transformed(box_at(glm::vec3(0.0f), 1.0f), turn);
    EXPECT_NEAR(turned.high.x, 1.41421f, 1e-4f);
    EXPECT_NEAR(turned.high.z, 1.0f, 1e-6f);
}

} // namespace
