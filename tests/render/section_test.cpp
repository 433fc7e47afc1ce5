#include "render_fixture.h"

#include <cstdlib>

namespace {

using namespace render_test;
using anatomy::Kind;

using SectionTest = RendererTest;

/// Skin round a muscle round a bone, cut open through their common middle, seen from the side that is taken away.
scene::Scene nested() {
    scene::Scene scene = empty_scene();
    scene.items = {item(1, glm::vec3(0.0f), 0.2f), item(2, glm::vec3(0.0f), 1.6f), item(3, glm::vec3(0.0f), 0.8f)};
    scene.items[0].kind = Kind::bone;
    scene.items[1].kind = Kind::skin;
    scene.items[2].kind = Kind::muscle;
    scene.clip = {true, {0.0f, 0.0f, 1.0f}, 0.0f};
    return scene;
}
// 46 pixels a metre at the plane: bone within 4 pixels of the middle, muscle within 18, skin within 36
constexpr glm::ivec2 k_on_bone = k_middle, k_on_muscle{80 + 11, 60}, k_on_fat{80 + 27, 60}, k_beside{80 + 50, 60};

bool yellow(const std::array<int, 3>& c) { return c[0] > 170 && c[1] > 130 && c[2] < c[1] - 45; }
bool red(const std::array<int, 3>& c) { return c[0] > 60 && c[0] > 2 * c[1] && c[0] > 2 * c[2]; }
bool pale(const std::array<int, 3>& c) { return c[0] > 120 && c[0] < 2 * c[1]; }

TEST_P(SectionTest, EachStructureFillsItsOwnPartOfTheCut) {
    for (const render::Quality& quality : {k_moving, k_still}) {
        const auto pixels = picture(nested(), quality);
        EXPECT_TRUE(yellow(at(pixels, k_on_fat)));
        EXPECT_TRUE(red(at(pixels, k_on_muscle)));
        EXPECT_TRUE(pale(at(pixels, k_on_bone)) && !yellow(at(pixels, k_on_bone)));
        EXPECT_EQ(at(pixels, k_beside), at(picture(empty_scene(), quality), k_beside));
    }
}

TEST_P(SectionTest, WhatIsNotShownLeavesItsPlaceToWhatLiesRoundIt) {
    scene::Scene scene = nested();
    scene.items.pop_back();
    EXPECT_TRUE(yellow(at(picture(scene), k_on_muscle)));
    scene.items.erase(scene.items.begin() + 1);
    EXPECT_EQ(at(picture(scene), k_on_fat), at(picture(empty_scene()), k_on_fat));
}

TEST_P(SectionTest, CutOfAGlassyThingIsSolidUntilItIsHardlyThere) {
    scene::Scene scene = nested();
    const auto solid = at(picture(scene), k_on_fat);
    scene.items[1].opacity = 0.2f;
    const auto glassy = at(picture(scene), k_on_fat);
    for (std::size_t c = 0; c < 3; ++c) EXPECT_NEAR(glassy[c], solid[c], 40);
    scene.items[1].opacity = 0.1f;
    EXPECT_FALSE(yellow(at(picture(scene), k_on_fat)));
}

TEST_P(SectionTest, ClickOnACutPicksTheInnermostStructureThere) {
    picture(nested());
    EXPECT_EQ(renderer_->pick(k_on_bone), 1);
    EXPECT_EQ(renderer_->pick(k_on_muscle), 3);
    EXPECT_EQ(renderer_->pick(k_on_fat), 2);
    EXPECT_EQ(renderer_->pick(k_beside), -1);
    glm::vec3 point(0.0f);
    ASSERT_TRUE(renderer_->point_under(k_on_muscle, point));
    EXPECT_NEAR(point.z, 0.0f, 2e-3f);
    EXPECT_NEAR(point.x, 0.24f, 0.03f);
}

TEST_P(SectionTest, SeenFromTheSideThatIsKeptThereIsNoCut) {
    scene::Scene scene = nested();
    scene.clip.normal = {0.0f, 0.0f, -1.0f};
    picture(scene);
    EXPECT_EQ(renderer_->pick(k_on_bone), 2); // the skin's outside
    EXPECT_FALSE(yellow(at(picture(scene), k_on_bone)));
}

TEST_P(SectionTest, ParallelViewShowsTheSameCut) {
    scene::Scene scene = nested();
    scene.camera.orthographic = true;
    const auto pixels = picture(scene);
    EXPECT_TRUE(red(at(pixels, k_on_muscle)));
    EXPECT_EQ(renderer_->pick(k_on_muscle), 3);
}

TEST_P(SectionTest, SlantingPlaneAndAMovedItemAreCutWhereTheyAre) {
    scene::Scene scene = nested();
    scene.clip.normal = glm::vec3(0.6f, 0.0f, 0.8f);
    for (scene::Item& i : scene.items) i.transform = glm::translate(glm::mat4(1.0f), {0.3f, 0.2f, 0.0f}) * i.transform;
    scene.clip.offset = 0.6f * 0.3f;
    picture(scene);
    EXPECT_EQ(renderer_->pick({80 + 14, 60 - 9}), 1);
    EXPECT_EQ(renderer_->pick({80 + 14, 60 - 9 - 13}), 3);
}

TEST_P(SectionTest, MovingThePlaneOrTheShapeMovesTheCut) {
    scene::Scene scene = nested();
    picture(scene);
    ASSERT_EQ(renderer_->pick(k_on_muscle), 3);
    scene.clip.offset = 0.6f; // before the muscle, still in the skin
    picture(scene);
    EXPECT_EQ(renderer_->pick(k_on_muscle), 2);
    scene.clip.offset = 0.0f;
    const mesh::Mesh source = cube();
    auto shape = std::make_shared<scene::Shape>();
    for (const glm::vec3& p : source.positions) shape->positions.push_back(p + glm::vec3(0.0f, 5.0f, 0.0f));
    shape->normals = source.normals;
    scene.items[2].shape = shape;
    picture(scene);
    EXPECT_EQ(renderer_->pick(k_on_muscle), 2);
}

TEST_P(SectionTest, MirroredThingsAreFilledToo) {
    scene::Scene scene = nested();
    for (scene::Item& i : scene.items) i.transform = glm::scale(i.transform, glm::vec3(-1.0f, 1.0f, 1.0f));
    EXPECT_TRUE(red(at(picture(scene), k_on_muscle)));
    EXPECT_EQ(renderer_->pick(k_on_muscle), 3);
}

TEST_P(SectionTest, SkinHasALineOfItsOwnRoundTheFat) {
    scene::Scene scene = empty_scene();
    scene.items = {item(1, glm::vec3(0.0f), 0.1f)};
    scene.items[0].kind = Kind::skin;
    scene.items[0].casts_shadow = false;
    scene.clip = {true, {0.0f, 0.0f, 1.0f}, 0.0f};
    scene.camera.eye = {0.0f, 0.0f, 0.25f}; // 888 pixels a metre at the plane: the edge is 44 pixels from the middle
    const auto pixels = picture(scene, k_still);
    EXPECT_TRUE(yellow(at(pixels, k_middle)));
    EXPECT_FALSE(yellow(at(pixels, {80 + 43, 60})));
    EXPECT_TRUE(pale(at(pixels, {80 + 43, 60})));
}

TEST_P(SectionTest, SelectedCutHasALineRoundIt) {
    scene::Scene scene = nested();
    const auto plain = picture(scene);
    scene.items[2].selected = true;
    const auto selected = picture(scene);
    int changed = 0;
    for (int x = 80 + 19; x < 80 + 30; ++x) changed += at(plain, {x, 60}) != at(selected, {x, 60}) ? 1 : 0;
    EXPECT_GE(changed, 1);
}

INSTANTIATE_TEST_SUITE_P(Apis, SectionTest, support::apis(), support::api_label);

} // namespace
