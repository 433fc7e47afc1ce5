#include "render_fixture.h"

#include <set>

namespace {

using namespace render_test;

using ShadowTest = RendererTest;

TEST_P(ShadowTest, CasterDarkensWhatLiesBehindItFromTheLight) {
    scene::Scene scene = empty_scene();
    scene.key_light = {0.0f, 0.6f, 0.8f};
    scene.items = {item(0, {0.0f, 0.0f, -0.5f}, 2.0f), item(1, {0.0f, 0.375f, 1.0f}, 0.4f)};
    for (const render::Quality& quality : {render::quality_of(render::Level::high), k_still}) {
        scene.items[1].casts_shadow = true;
        const int shadowed = brightness(picture(scene, quality), {80, 60});
        scene.items[1].casts_shadow = false;
        const int lit = brightness(picture(scene, quality), {80, 60});
        EXPECT_GT(lit, shadowed + 60);
    }
}

TEST_P(ShadowTest, ShadowMapIsSharedByAsManyFramesAsTheLevelSays) {
    scene::Scene scene = empty_scene();
    scene.key_light = {0.0f, 0.6f, 0.8f};
    scene.items = {item(0, {0.0f, 0.0f, -0.5f}, 2.0f), item(1, {0.0f, 0.375f, 1.0f}, 0.4f)};
    render::Quality quality = k_moving;
    quality.shadow_every = 3;
    picture(scene, quality);
    scene.items[1].casts_shadow = false;
    std::vector<int> seen;
    for (int frame = 0; frame < 4; ++frame) {
        scene.strain_range += 0.001f; // another scene, the same picture
        seen.push_back(brightness(picture(scene, quality), k_middle));
    }
    EXPECT_EQ(seen[1], seen[0]);
    EXPECT_GT(seen[2], seen[0] + 60);
    EXPECT_EQ(seen[3], seen[2]);
}

TEST_P(ShadowTest, FlatLitFaceHasNoShadowOfItself) {
    scene::Scene scene = empty_scene();
    scene.items = {item(0, glm::vec3(0.0f), 1.6f)};
    const auto pixels = picture(scene, k_still);
    std::set<int> values;
    for (int y = 35; y < 85; y += 5)
        for (int x = 55; x < 105; x += 5) values.insert(brightness(pixels, {x, y}));
    // the highlight varies slowly; a shadow of itself would show as dark stripes
    EXPECT_LT(*values.rbegin() - *values.begin(), 40);
}

/// A room under two cubes, the first of which moves; the room alone settles what the map covers.
scene::Scene two_over_a_room(float first_at, float second_at) {
    scene::Scene scene = empty_scene();
    scene.key_light = {0.0f, 0.6f, 0.8f};
    scene.items = {item(0, {0.0f, -0.2f, -1.0f}, 3.0f), item(1, {first_at, 0.5f, 0.9f}, 0.3f),
                   item(2, {second_at, 0.2f, 0.9f}, 0.3f)};
    scene.items[0].kind = anatomy::Kind::room;
    return scene;
}

TEST_P(ShadowTest, WhatStoodBeforeThrowsItsShadowAndNoOldOneIsLeft) {
    std::vector<scene::Scene> scenes;
    for (const float at : {-0.5f, -0.4f, -0.3f, -0.2f}) scenes.push_back(two_over_a_room(at, 0.4f));
    for (const float at : {0.3f, 0.2f, 0.1f}) scenes.push_back(two_over_a_room(-0.2f, at)); // now the other one
    scenes.push_back(scenes.back());
    scenes.back().items[1].casts_shadow = false;
    scenes.push_back(scenes.back());
    scenes.back().items[2].opacity = 0.8f;
    scenes.push_back(scenes.front());
    scenes.push_back(scenes.front());
    scenes.back().key_light.x = 0.3f;
    scenes.push_back(scenes.back());
    scenes.back().clip = {true, {1.0f, 0.0f, 0.0f}, 0.35f};
    for (const render::Level level : {render::Level::high, render::Level::full}) {
        const render::Quality& quality = render::quality_of(level);
        for (std::size_t i = 0; i < scenes.size(); ++i)
            EXPECT_TRUE(picture(scenes[i], quality) == picture_anew(scenes[i], quality)) << i;
    }
}

INSTANTIATE_TEST_SUITE_P(Apis, ShadowTest, support::apis(), support::api_label);

} // namespace
