// The camera: limits that nothing can break, and the way to and from the lesson's own views.
#include "document/orbit_camera.h"
#include "document/verbs.h"
#include "lesson/sample.h"
#include "small_world.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <gtest/gtest.h>
#include <numbers>

namespace {

using namespace document;

float distance(const scene::Camera& camera) { return glm::distance(camera.eye, camera.target); }

scene::Camera beside() {
    scene::Camera camera;
    camera.eye = {-2.0f, 1.2f, 0.5f};
    camera.target = {-0.08f, 0.8f, 0.5f};
    return camera;
}

TEST(OrbitCamera, KeepsDistanceTargetAndTheHorizon) {
    scene::Camera camera = beside();
    for (int i = 0; i < 50; ++i) {
        camera = orbited(camera, 0.37, 0.01 * (i % 7 - 2));
        EXPECT_NEAR(distance(camera), distance(beside()), 1e-3);
        EXPECT_EQ(camera.target, beside().target);
        EXPECT_EQ(camera.up, glm::vec3(0, 1, 0));
    }
}

TEST(OrbitCamera, YawGoesToTheEyesRightAndPitchUp) {
    const scene::Camera camera = beside();
    const glm::vec3 right = glm::normalize(glm::cross(camera.target - camera.eye, camera.up));
    EXPECT_GT(glm::dot(orbited(camera, 0.1, 0.0).eye - camera.eye, right), 0.0f);
    EXPECT_GT(orbited(camera, 0.0, 0.1).eye.y, camera.eye.y);
}

TEST(OrbitCamera, StaysAllowedWhateverIsDoneToIt) {
    scene::Camera camera = beside();
    const glm::vec3 home = camera.target;
    ASSERT_TRUE(is_allowed(camera));
    // A fixed pseudo-random walk (Lehmer, Park & Miller 1988).
    unsigned long long state = 12345;
    const auto next = [&] {
        state = state * 48271 % 2147483647;
        return static_cast<double>(state) / 2147483647.0 * 2.0 - 1.0;
    };
    for (int i = 0; i < 4000; ++i) {
        switch (i % 4) {
        case 0: camera = orbited(camera, next() * 2.0, next() * 2.0); break;
        case 1: camera = zoomed(camera, next() * 8.0, {}, home); break;
        case 2: camera = panned(camera, next() * 0.5, next() * 0.5, home); break;
        default: camera = zoomed(camera, next() * 3.0, glm::vec3(-0.1f, 0.85f, 0.6f), home); break;
        }
        ASSERT_TRUE(is_allowed(camera)) << i;
        ASSERT_LE(glm::distance(camera.target, home), k_target_reach + 1e-3f);
    }
}

TEST(OrbitCamera, ZoomStopsAtBothEnds) {
    const scene::Camera camera = beside();
    EXPECT_NEAR(distance(zoomed(camera, -500.0, {}, camera.target)), k_farthest, 1e-3);
    // Straight down on a point high above the couch nothing but the limit is in the way.
    scene::Camera above = camera;
    above.target = {0.0f, 1.2f, 0.5f};
    above.eye = {0.1f, 2.2f, 0.5f};
    EXPECT_NEAR(distance(zoomed(above, 500.0, {}, above.target)), k_nearest, 1e-3);
}

TEST(OrbitCamera, ZoomTowardAPointLeavesItsDirection) {
    const scene::Camera camera = beside();
    const glm::vec3 point(-0.1f, 0.9f, 0.8f);
    const scene::Camera nearer = zoomed(camera, 2.0, point, camera.target);
    EXPECT_LT(glm::distance(nearer.eye, point), glm::distance(camera.eye, point));
    EXPECT_NEAR(glm::dot(glm::normalize(point - nearer.eye), glm::normalize(point - camera.eye)), 1.0f, 1e-5f);
}

TEST(OrbitCamera, CannotGoBelowTheFloorOrIntoTheCouch) {
    scene::Camera low = orbited(beside(), 0.0, -3.0);
    EXPECT_GE(low.eye.y, k_lowest_eye);
    scene::Camera couch = beside();
    couch.eye = {-0.7f, 0.4f, 1.0f};
    couch.target = {-0.1f, 0.75f, 1.0f};
    const scene::Camera into = zoomed(couch, 10.0, {}, couch.target);
    EXPECT_TRUE(is_allowed(into));
    EXPECT_LE(into.eye.x, -0.4f);
}

TEST(OrbitCamera, FromAboveHasTheHeadAtTheTop) {
    const scene::Camera top = turned(beside(), {0, -1, 0});
    EXPECT_GT(top.eye.y, top.target.y + 0.99f * distance(top));
    const glm::mat4 view = top.view();
    const glm::vec4 toward_head = view * glm::vec4(0, 0, 1, 0);
    EXPECT_GT(toward_head.y, 0.99f);
    // and turning it by nothing does not lose the heading
    const glm::vec4 again = orbited(top, 0.0, 0.0).view() * glm::vec4(0, 0, 1, 0);
    EXPECT_GT(again.y, 0.99f);
}

TEST(OrbitCamera, BetweenGoesFromOneToTheOtherTheShortWayRound) {
    const scene::Camera a = orbited(beside(), std::numbers::pi * 0.9, 0.0),
                        b = orbited(beside(), -std::numbers::pi * 0.9, 0.0);
    EXPECT_EQ(between(a, b, 0.0), a);
    EXPECT_EQ(between(a, b, 1.0), b);
    const scene::Camera middle = between(a, b, 0.5);
    EXPECT_LT(glm::distance(middle.eye, a.eye), 0.7f);
    EXPECT_NEAR(distance(middle), distance(a), 1e-3);
}

TEST(CameraVerbs, TheUsersCameraHoldsUntilHome) {
    const scene::World world = test::small_world();
    Document document(world);
    EXPECT_FALSE(document.view.options.camera);
    apply(document, world, Orbit{0.5, 0.1});
    ASSERT_TRUE(document.view.options.camera);
    apply(document, world, HomeView{});
    EXPECT_TRUE(advance(document, world, base::Seconds(100.0))); // on its way, from where it was
    EXPECT_TRUE(advance(document, world, base::Seconds(100.3)));
    EXPECT_TRUE(document.view.options.camera);
    EXPECT_FALSE(advance(document, world, base::Seconds(101.0)));
    EXPECT_FALSE(document.view.options.camera);
}

TEST(CameraVerbs, TheNextStepTakesTheCameraBackWithinASecond) {
    const scene::World world = test::small_world();
    Document document(world);
    apply(document, world, {Orbit{0.5, 0.1}, Seek{base::Seconds(5.0)}});
    advance(document, world, base::Seconds(1.0));
    EXPECT_TRUE(document.view.options.camera); // the same step
    EXPECT_FALSE(document.camera_move);
    apply(document, world, NextStep{});
    EXPECT_TRUE(document.camera_move);
    advance(document, world, base::Seconds(2.0));
    advance(document, world, base::Seconds(3.0));
    EXPECT_FALSE(document.view.options.camera);
}

TEST(CameraVerbs, WithReducedMotionTheCameraIsThereAtOnce) {
    const scene::World world = test::small_world();
    Document document(world);
    document.preferences.reduced_motion = true;
    apply(document, world, Focus{test::k_femur, {}});
    EXPECT_FALSE(advance(document, world, base::Seconds(1.0)));
    ASSERT_TRUE(document.view.options.camera);
    EXPECT_LT(glm::distance(document.view.options.camera->target, glm::vec3(-0.075f, 0.815f, 0.665f)), 0.05f);
}

TEST(CameraVerbs, DraggingEndsAMoveUnderWay) {
    const scene::World world = test::small_world();
    Document document(world);
    apply(document, world, LookFrom{Side::top});
    advance(document, world, base::Seconds(1.0));
    apply(document, world, Orbit{0.1, 0.0});
    EXPECT_FALSE(document.camera_move);
    EXPECT_FALSE(advance(document, world, base::Seconds(1.1)));
}

TEST(CameraVerbs, FocusOnAPointTurnsAboutItAndNeverBacksAway) {
    const scene::World world = test::small_world();
    Document document(world);
    document.preferences.reduced_motion = true;
    const float before = distance(current_camera(document, world));
    const glm::vec3 point(-0.1f, 0.82f, 0.6f);
    apply(document, world, Focus{test::k_skin, point});
    advance(document, world, base::Seconds(0.0));
    EXPECT_EQ(document.view.options.camera->target, point);
    EXPECT_LE(distance(*document.view.options.camera), before + 1e-3f);
}

TEST(CameraVerbs, EverySideIsLookedFrom) {
    const scene::World world = test::small_world();
    const auto from = [&](Side side) {
        Document document(world);
        document.preferences.reduced_motion = true;
        apply(document, world, LookFrom{side});
        advance(document, world, base::Seconds(0.0));
        return glm::normalize(document.view.options.camera->eye - document.view.options.camera->target);
    };
    EXPECT_LT(from(Side::front).z, -0.9f); // the feet are at -z
    EXPECT_GT(from(Side::back).z, 0.5f);   // raised over the client who lies there
    EXPECT_LT(from(Side::right).x, -0.9f);
    EXPECT_GT(from(Side::left).x, 0.9f);
    EXPECT_GT(from(Side::top).y, 0.99f);
}

TEST(CameraVerbs, OrthographicIsASwitch) {
    const scene::World world = test::small_world();
    Document document(world);
    apply(document, world, ToggleOrthographic{});
    EXPECT_TRUE(current_camera(document, world).orthographic);
    apply(document, world, ToggleOrthographic{});
    EXPECT_FALSE(current_camera(document, world).orthographic);
}

} // namespace
