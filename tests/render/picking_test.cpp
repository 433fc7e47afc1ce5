#include "render_fixture.h"

#include <glm/geometric.hpp>

namespace {

using namespace render_test;

using PickingTest = RendererTest;

TEST_P(PickingTest, TheIdUnderThePixelOrNothing) {
    scene::Scene scene = empty_scene();
    scene.items = {item(0, {-0.8f, 0.5f, 0.0f}, 0.5f), item(41, {0.8f, -0.5f, 0.0f}, 0.5f)};
    picture(scene);
    // 0.8 m right and 0.5 m up of the middle, rows counted from the top
    EXPECT_EQ(renderer_->pick({80 - 37, 60 - 23}), 0);
    EXPECT_EQ(renderer_->pick({80 + 37, 60 + 23}), 41);
    EXPECT_EQ(renderer_->pick({80 + 37, 60 - 23}), -1);
    EXPECT_EQ(renderer_->pick({-1, 10}), -1);
    EXPECT_EQ(renderer_->pick({10, 120}), -1);
}

TEST_P(PickingTest, PointUnderThePixelIsOnTheSurface) {
    scene::Scene scene = empty_scene();
    scene.items = {item(0, glm::vec3(0.0f))};
    picture(scene, k_still);
    glm::vec3 point(0.0f);
    ASSERT_TRUE(renderer_->point_under({80, 60}, point));
    EXPECT_NEAR(point.z, 0.5f, 1e-3f);
    EXPECT_NEAR(point.x, 0.0f, 0.02f);
    EXPECT_FALSE(renderer_->point_under({2, 2}, point));
}

TEST_P(PickingTest, FaintThingsLetTheClickThrough) {
    scene::Scene scene = empty_scene();
    scene.items = {item(1, {0.0f, 0.0f, 1.0f}), item(2, {0.3f, 0.0f, -1.0f}, 0.8f)};
    scene.items[0].opacity = 0.2f;
    picture(scene);
    EXPECT_EQ(renderer_->pick({88, 60}), 2);
    EXPECT_EQ(renderer_->pick({70, 60}), 1); // nothing behind it here
    scene.items[0].opacity = 0.8f;
    picture(scene);
    EXPECT_EQ(renderer_->pick({88, 60}), 1);
}

TEST_P(PickingTest, GhostsAndInvisibleThingsCannotBePicked) {
    scene::Scene scene = empty_scene();
    scene.items = {item(1, {0.0f, 0.0f, 1.0f}), item(2, {0.0f, 0.0f, 2.0f}, 0.5f)};
    scene.items[0].ghost = true;
    scene.items[1].opacity = 0.0f;
    picture(scene);
    EXPECT_EQ(renderer_->pick(k_middle), -1);
}

TEST_P(PickingTest, MirroredThingsArePickedToo) {
    scene::Scene scene = empty_scene();
    scene.items = {item(9, glm::vec3(0.0f))};
    scene.items[0].transform = glm::scale(glm::mat4(1.0f), glm::vec3(-1.0f, 1.0f, 1.0f));
    picture(scene);
    glm::vec3 point(0.0f);
    ASSERT_TRUE(renderer_->point_under(k_middle, point));
    EXPECT_NEAR(point.z, 0.5f, 1e-3f); // the front face, not the back one
}

INSTANTIATE_TEST_SUITE_P(Apis, PickingTest, support::apis(), support::api_label);

} // namespace
