#include "render_fixture.h"

#include <cstdlib>

namespace {

using namespace render_test;
using render::Quality;

TEST_P(RendererTest, EmptySceneIsTheBackground) {
    scene::Scene scene = empty_scene();
    scene.style.background_top = glm::vec3(0.9f);
    scene.style.background_bottom = glm::vec3(0.3f);
    const auto pixels = picture(scene);
    EXPECT_GT(brightness(pixels, {80, 2}), brightness(pixels, {80, 117}) + 200);
    EXPECT_EQ(renderer_->pick(k_middle), -1);
}

TEST_P(RendererTest, SizeZeroDrawsNothingAndComesBack) {
    scene::Scene scene = empty_scene();
    scene.items = {item(0, glm::vec3(0.0f))};
    EXPECT_EQ(renderer_->draw(scene, glm::ivec2(0, 0), k_still).texture, 0u);
    EXPECT_EQ(renderer_->draw(scene, glm::ivec2(0, 50), k_still).texture, 0u);
    EXPECT_EQ(renderer_->draws(), 0);
    EXPECT_EQ(renderer_->pick({0, 0}), -1);
    EXPECT_TRUE(renderer_->read_pixels().empty());
    EXPECT_NE(renderer_->draw(scene, k_size, k_still).texture, 0u);
}

TEST_P(RendererTest, EmptyMeshIsNoMistake) {
    scene::Scene scene = empty_scene();
    scene.items = {item(0, glm::vec3(0.0f))};
    scene.items[0].mesh = 1;
    picture(scene);
    EXPECT_EQ(renderer_->pick(k_middle), -1);
}

TEST_P(RendererTest, EmptyModelDraws) {
    const mesh::Model model;
    render::Renderer empty(model, shader_folder());
    EXPECT_NE(empty.draw(empty_scene(), k_size, k_still).texture, 0u);
}

TEST_P(RendererTest, EqualSceneIsNotDrawnAgain) {
    scene::Scene scene = empty_scene();
    scene.items = {item(0, glm::vec3(0.0f))};
    renderer_->draw(scene, k_size, k_moving);
    renderer_->draw(scene, k_size, k_moving);
    EXPECT_EQ(renderer_->draws(), 1);
    renderer_->draw(scene, k_size, k_still);
    EXPECT_EQ(renderer_->draws(), 2);
    renderer_->draw(scene, k_size + 1, k_still);
    EXPECT_EQ(renderer_->draws(), 3);
    scene.items[0].selected = true;
    renderer_->draw(scene, k_size + 1, k_still);
    EXPECT_EQ(renderer_->draws(), 4);
}

TEST_P(RendererTest, TheSamePictureComesOutTwice) {
    scene::Scene scene = empty_scene();
    scene.items = {item(0, glm::vec3(0.0f)), item(1, {0.3f, 0.2f, 0.8f}, 0.4f)};
    scene.items[1].opacity = 0.5f;
    const auto first = picture(scene, k_still);
    picture(empty_scene(), k_moving);
    EXPECT_EQ(picture(scene, k_still), first);
}

TEST_P(RendererTest, EdgesAreSmoothFromFairOnThoseOfGlassToo) {
    scene::Scene scene = empty_scene();
    scene.items = {item(0, glm::vec3(0.0f))};
    scene.items[0].transform = glm::rotate(glm::mat4(1.0f), 0.3f, glm::vec3(0.0f, 0.0f, 1.0f));
    scene.items[0].colour = glm::vec3(0.0f);
    scene.items[0].casts_shadow = false;
    scene.style.background_top = scene.style.background_bottom = glm::vec3(1.0f);
    const auto between = [&](render::Level level) {
        Quality quality = render::quality_of(level);
        quality.ink = false;
        const auto pixels = picture(scene, quality);
        const int inside = brightness(pixels, k_middle), outside = brightness(pixels, {4, 60});
        int count = 0;
        for (int y = 30; y < 90; ++y)
            for (int x = 40; x < 120; ++x) {
                const double part = static_cast<double>(brightness(pixels, {x, y}) - inside) / (outside - inside);
                count += part > 0.25 && part < 0.75 ? 1 : 0;
            }
        return count;
    };
    for (const float opacity : {1.0f, 0.5f}) {
        scene.items[0].opacity = opacity;
        EXPECT_EQ(between(render::Level::low), 0) << opacity;
        for (const render::Level level :
             {render::Level::fair, render::Level::medium, render::Level::high, render::Level::full})
            EXPECT_GT(between(level), 40) << opacity << " " << static_cast<int>(level);
    }
}

TEST_P(RendererTest, FacesKeepTheirColoursWhereEdgesAreSmoothed) {
    scene::Scene scene = empty_scene();
    scene.items = {item(0, glm::vec3(0.0f)), item(1, {0.9f, 0.0f, 0.0f}, 0.5f)};
    scene.items[1].opacity = 0.5f;
    Quality quality = k_moving;
    const auto smooth = picture(scene, quality);
    quality.edges = false;
    const auto rough = picture(scene, quality);
    EXPECT_NE(smooth, rough);
    for (const glm::ivec2 pixel : {k_middle, glm::ivec2(70, 50), glm::ivec2(121, 60), glm::ivec2(20, 20)})
        EXPECT_EQ(at(smooth, pixel), at(rough, pixel)) << pixel.x << " " << pixel.y;
}

TEST_P(RendererTest, TheBackgroundIsTheSameRightUpToWhatIsDrawn) {
    scene::Scene scene = empty_scene();
    scene.style.ink.w = 1.0f;
    scene.items = {item(0, glm::vec3(0.0f), 0.6f)};
    scene.items[0].casts_shadow = false;
    const auto pixels = picture(scene, render::quality_of(render::Level::full)); // the first of this renderer
    scene.items.clear();
    const auto empty = picture(scene, render::quality_of(render::Level::full));
    // a middle row, across the bounds of what the finishing passes look at
    for (int x = 0; x < 63; ++x) EXPECT_NEAR(brightness(pixels, {x, 60}), brightness(empty, {x, 60}), 12) << x;
    EXPECT_NE(at(pixels, k_middle), at(empty, k_middle));
}

TEST_P(RendererTest, NearerThingHidesTheFarther) {
    scene::Scene scene = empty_scene();
    scene.items = {item(3, {0.0f, 0.0f, -1.0f}), item(4, {0.0f, 0.0f, 1.0f})};
    picture(scene);
    EXPECT_EQ(renderer_->pick(k_middle), 4);
}

TEST_P(RendererTest, ClipPlaneHidesWhatIsBeyondIt) {
    scene::Scene scene = empty_scene();
    scene.items = {item(2, {-0.6f, 0.0f, 0.0f}, 0.8f), item(3, {0.6f, 0.0f, 0.0f}, 0.8f)};
    scene.clip = {true, {1.0f, 0.0f, 0.0f}, 0.0f};
    picture(scene);
    EXPECT_EQ(renderer_->pick({53, 60}), 2);
    EXPECT_EQ(renderer_->pick({107, 60}), -1);
    scene.clip.on = false;
    picture(scene);
    EXPECT_EQ(renderer_->pick({107, 60}), 3);
}

TEST_P(RendererTest, ShapeReplacesTheVerticesOfTheMesh) {
    scene::Scene scene = empty_scene();
    scene.items = {item(5, glm::vec3(0.0f), 0.6f)};
    picture(scene);
    EXPECT_EQ(renderer_->pick(k_middle), 5);
    const mesh::Mesh source = cube();
    auto shape = std::make_shared<scene::Shape>();
    for (const glm::vec3& p : source.positions) shape->positions.push_back(p + glm::vec3(1.0f, 0.0f, 0.0f));
    shape->normals = source.normals;
    scene.items[0].shape = shape;
    picture(scene);
    EXPECT_EQ(renderer_->pick(k_middle), -1);
    EXPECT_EQ(renderer_->pick({80 + 27, 60}), 5);
}

TEST_P(RendererTest, TwoShapesOfOneMeshAreBothDrawn) {
    const mesh::Mesh source = cube();
    scene::Scene scene = empty_scene();
    for (const float x : {-1.0f, 1.0f}) {
        auto shape = std::make_shared<scene::Shape>();
        for (const glm::vec3& p : source.positions) shape->positions.push_back(p * 0.8f + glm::vec3(x, 0.0f, 0.0f));
        shape->normals = source.normals;
        scene.items.push_back(item(x < 0.0f ? 1 : 2, glm::vec3(0.0f), 0.8f));
        scene.items.back().shape = shape;
    }
    picture(scene);
    EXPECT_EQ(renderer_->pick({80 - 36, 60}), 1);
    EXPECT_EQ(renderer_->pick({80 + 36, 60}), 2);
}

TEST_P(RendererTest, SelectionDrawsALineRoundTheStructure) {
    scene::Scene scene = empty_scene();
    scene.items = {item(0, glm::vec3(0.0f))};
    const auto plain = picture(scene);
    scene.items[0].selected = true;
    const auto selected = picture(scene);
    int changed_outside = 0;
    for (int x = 0; x < 160; ++x)
        if (renderer_->pick({x, 60}) == -1 && at(plain, {x, 60}) != at(selected, {x, 60})) ++changed_outside;
    EXPECT_GE(changed_outside, 2);
    EXPECT_LE(changed_outside, 12);
}

TEST_P(RendererTest, BackgroundFollowsTheCameraAndTheFloorItsShadows) {
    scene::Scene scene = empty_scene();
    Quality quality = k_moving;
    quality.shadow_every = 1;
    scene.camera.eye = {0.0f, 2.5f, 4.0f};
    scene.items = {item(0, {0.0f, 0.6f, 0.0f})};
    scene.items[0].kind = anatomy::Kind::room;
    const auto first = picture(scene, quality);
    scene.key_light.x = -0.9f;
    scene.camera.eye.x = 0.001f; // a camera that stands keeps its picture
    const auto lit_otherwise = picture(scene, quality);
    int moved = 0;
    for (int y = 0; y < k_size.y; ++y)
        for (int x = 0; x < k_size.x; ++x)
            moved += at(first, {x, y}) != at(lit_otherwise, {x, y}) && renderer_->pick({x, y}) == -1 ? 1 : 0;
    EXPECT_GT(moved, 50);
    EXPECT_TRUE(lit_otherwise == picture_anew(scene, quality));
    scene.camera.eye = {1.0f, 2.0f, 4.0f};
    EXPECT_TRUE(picture(scene, quality) == picture_anew(scene, quality));
    scene.style = scene::style_of(scene::Look::studio);
    EXPECT_TRUE(picture(scene, quality) == picture_anew(scene, quality));
}

TEST_P(RendererTest, LineOnTopIsSeenThroughThingsAndTheOtherIsNot) {
    scene::Scene scene = empty_scene();
    scene.items = {item(0, glm::vec3(0.0f))};
    scene.lines = {{{{-2.0f, 0.0f, -1.0f}, {2.0f, 0.0f, -1.0f}}, {1.0f, 0.0f, 0.0f, 1.0f}, 5.0f, true}};
    const auto red = [&] {
        const auto c = at(picture(scene), k_middle);
        return c[0] > 200 && c[1] < 60;
    };
    EXPECT_TRUE(red());
    scene.lines[0].on_top = false;
    EXPECT_FALSE(red());
}

TEST_P(RendererTest, LineToWhatIsCutAwayIsNotDrawn) {
    scene::Scene scene = empty_scene();
    scene.lines = {{{{-0.5f, 0.0f, 0.0f}, {0.5f, 0.0f, 0.0f}}, {1.0f, 0.0f, 0.0f, 1.0f}, 5.0f, true}};
    const auto without_lines = [&] {
        scene::Scene bare = scene;
        bare.lines.clear();
        return picture(bare);
    };
    scene.clip = {true, {1.0f, 0.0f, 0.0f}, 0.4f};
    EXPECT_EQ(picture(scene), without_lines());
    scene.clip.offset = 0.6f;
    EXPECT_NE(picture(scene), without_lines());
}

TEST_P(RendererTest, LargePictureIsDrawn) {
    scene::Scene scene = empty_scene();
    scene.items = {item(6, glm::vec3(0.0f))};
    renderer_->draw(scene, glm::ivec2(8192, 64), k_moving);
    EXPECT_EQ(renderer_->pick({4096, 32}), 6);
}

INSTANTIATE_TEST_SUITE_P(Apis, RendererTest, support::apis(), support::api_label);

} // namespace
