#include "render/kept_picture.h"

#include "render_fixture.h"
#include "support/image_compare.h"

namespace {

using namespace render_test;

constexpr glm::ivec2 k_film(640, 480);

class KeptPictureTest : public RendererTest {
protected:
    void SetUp() override {
        RendererTest::SetUp();
        if (GetParam() == platform::Api::gles30 && !IsSkipped()) GTEST_SKIP() << "OpenGL ES cannot read depth back";
    }
    /// Draws moment after moment both ways.
    void compare(const std::vector<scene::Scene>& scenes, const render::Quality& quality, double most_drawn,
                 bool backdrop = true) {
        render::KeptPicture kept(*renderer_, model_);
        render::Renderer other(model_, shader_folder());
        for (std::size_t i = 0; i < scenes.size(); ++i) {
            kept.draw(scenes[i], k_film, backdrop, quality);
            const files::Image image{k_film.x, k_film.y, renderer_->read_pixels()};
            render::Canvas canvas(k_film);
            canvas.backdrop = backdrop;
            other.draw(scenes[i], canvas, quality);
            const auto difference =
                support::compare(image, {k_film.x, k_film.y, other.read_pixels()}, {.channel_max = 6});
            EXPECT_LE(difference.pixels_over, 12)
                << i << ": " << difference.channel_max << " at " << difference.worst.x << ", " << difference.worst.y;
            EXPECT_LE(kept.share_drawn(), i > 0 ? most_drawn : 1.0) << i;
        }
    }
};

/// A small cube goes past a large one, high over a floor that it shades, beside one of glass. The floor and the large
/// one alone settle what the shadow map covers.
std::vector<scene::Scene> film() {
    std::vector<scene::Scene> scenes;
    for (int i = 0; i < 6; ++i) {
        scene::Scene scene = empty_scene();
        scene.camera.eye = {0.0f, 3.0f, 9.0f};
        scene.items = {item(0, {-1.5f, 0.8f, -0.5f}, 2.0f), item(1, {0.0f, -1.0f, 0.0f}, 1.0f),
                       item(2, {-0.2f + 0.08f * static_cast<float>(i), 1.0f, 0.6f}, 0.3f),
                       item(3, {0.9f, 0.0f, 0.5f}, 0.5f)};
        scene.items[1].transform =
            glm::scale(glm::translate(glm::mat4(1.0f), glm::vec3(0.0f, -0.6f, 0.0f)), glm::vec3(4.0f, 0.2f, 3.0f));
        scene.items[3].opacity = 0.4f;
        scenes.push_back(scene);
    }
    return scenes;
}

TEST_P(KeptPictureTest, IsThePictureDrawnAnewAtTheLevelOfFilms) {
    compare(film(), render::quality_of(render::Level::high), 0.6);
}

TEST_P(KeptPictureTest, IsThePictureDrawnAnewWithSoftShadows) { compare(film(), k_still, 0.7); }

TEST_P(KeptPictureTest, AGlowGoesRoundWhatMovesNearIt) {
    std::vector<scene::Scene> scenes = film();
    for (scene::Scene& scene : scenes) scene.items[3].highlight = 1.0f;
    for (std::size_t i = 0; i < scenes.size(); ++i)
        scenes[i].items[2].transform =
            glm::scale(glm::translate(glm::mat4(1.0f), glm::vec3(0.3f + 0.08f * static_cast<float>(i), 0.0f, 1.2f)),
                       glm::vec3(0.2f));
    compare(scenes, render::quality_of(render::Level::high), 0.7);
}

TEST_P(KeptPictureTest, WithoutABackdropAndWithLines) {
    std::vector<scene::Scene> scenes = film();
    for (std::size_t i = 0; i < scenes.size(); ++i) {
        scene::Line line;
        line.points = {{0.2f + 0.05f * static_cast<float>(i), 0.3f, 1.0f}, {0.6f, 0.6f, 1.0f}, {0.2f, 0.35f, 1.0f}};
        scenes[i].lines = {line};
    }
    compare(scenes, render::quality_of(render::Level::high), 0.7, false);
}

TEST_P(KeptPictureTest, AnotherPictureBetweenMakesTheNextOneWhole) {
    render::KeptPicture kept(*renderer_, model_);
    const std::vector<scene::Scene> scenes = film();
    const render::Quality& quality = render::quality_of(render::Level::high);
    for (const glm::ivec2 between : {k_film, k_film / 2}) {
        kept.draw(scenes[0], k_film, true, quality);
        renderer_->draw(scenes[3], between, quality);
        kept.draw(scenes[1], k_film, true, quality);
        EXPECT_EQ(kept.share_drawn(), 1.0) << between.x;
        kept.draw(scenes[2], k_film, true, quality);
        EXPECT_LT(kept.share_drawn(), 0.6) << between.x;
    }
}

TEST_P(KeptPictureTest, NothingIsDrawnWhenNothingChangedAndAllWhenTheViewDoes) {
    render::KeptPicture kept(*renderer_, model_);
    scene::Scene scene = film().front();
    kept.draw(scene, k_film, true, k_moving);
    EXPECT_EQ(kept.share_drawn(), 1.0);
    const int draws = renderer_->draws();
    kept.draw(scene, k_film, true, k_moving);
    EXPECT_EQ(kept.share_drawn(), 0.0);
    EXPECT_EQ(renderer_->draws(), draws);
    scene.camera.eye.x += 0.1f;
    kept.draw(scene, k_film, true, k_moving);
    EXPECT_EQ(kept.share_drawn(), 1.0);
    kept.draw(scene, k_film, true, k_still);
    EXPECT_EQ(kept.share_drawn(), 1.0) << "another quality";
}

INSTANTIATE_TEST_SUITE_P(Apis, KeptPictureTest, support::apis(), support::api_label);

} // namespace
