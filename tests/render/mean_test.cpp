#include "render_fixture.h"

#include "render/quality.h"

#include <cstdlib>

namespace {

using namespace render_test;

/// Pictures of which the mean is taken.
class MeanTest : public RendererTest {
protected:
    std::vector<std::uint8_t> mean_of(const scene::Scene& scene, int samples, const render::Quality& quality) {
        renderer_->draw(scene, k_size, quality);
        while (renderer_->samples() < samples && renderer_->draw_again()) {
        }
        return renderer_->read_pixels();
    }
};

/// Edges at every slope, a soft shadow, and things that are looked through.
scene::Scene slanted_scene() {
    scene::Scene scene = empty_scene();
    scene.key_light = {0.0f, 0.6f, 0.8f};
    scene.items = {item(0, {0.0f, 0.0f, -0.5f}, 2.0f), item(1, {0.0f, 0.375f, 1.0f}, 0.4f),
                   item(2, {0.4f, -0.2f, 0.8f}, 0.7f)};
    for (scene::Item& one : scene.items) one.transform = glm::rotate(one.transform, 0.3f, glm::vec3(0.2f, 0.3f, 1.0f));
    scene.items[2].opacity = 0.5f;
    return scene;
}

/// How many colours are others by more than rounding makes them.
int differences(const std::vector<std::uint8_t>& a, const std::vector<std::uint8_t>& b) {
    int count = 0;
    for (std::size_t i = 0; i < a.size(); ++i) count += std::abs(a[i] - b[i]) > 8 ? 1 : 0;
    return count;
}

TEST_P(MeanTest, MorePicturesComeNearerToTheMeanOfMany) {
    const scene::Scene scene = slanted_scene();
    const auto many = mean_of(scene, 65, k_still);
    EXPECT_EQ(renderer_->samples(), 65);
    scene::Scene other = scene;
    other.strain_range += 0.1f;
    picture(other, k_still);
    const int one = differences(mean_of(scene, 1, k_still), many);
    EXPECT_EQ(renderer_->samples(), 1);
    const int few = differences(mean_of(scene, render::k_still_samples, k_still), many);
    EXPECT_GT(one, 500) << "there are edges to be smoothed";
    EXPECT_LT(few, one / 4);
}

TEST_P(MeanTest, StaysWhereItIs) {
    scene::Scene scene = empty_scene();
    scene.items = {item(0, glm::vec3(0.0f), 1.6f)};
    render::Quality quality = k_moving;
    quality.edges = false;
    const auto middle = [](const std::vector<std::uint8_t>& pixels) {
        glm::dvec2 sum(0.0);
        double all = 0.0;
        for (int y = 0; y < k_size.y; ++y)
            for (int x = 0; x < k_size.x; ++x) {
                const double weight = 765.0 - brightness(pixels, {x, y});
                sum += weight * glm::dvec2(x, y);
                all += weight;
            }
        return sum / all;
    };
    const glm::dvec2 before = middle(mean_of(scene, 1, quality)),
                     after = middle(mean_of(scene, render::k_still_samples, quality));
    EXPECT_NEAR(after.x, before.x, 0.03);
    EXPECT_NEAR(after.y, before.y, 0.03);
}

TEST_P(MeanTest, APictureThatIsGivenUpLeavesTheOnesBeforeIt) {
    scene::Scene scene = slanted_scene();
    for (int i = 0; i < 1000; ++i) scene.items.push_back(item(0, {0.0f, 0.0f, -0.5f})); // long enough to be asked
    const auto before = mean_of(scene, 3, k_still);
    const int under = renderer_->pick(k_middle);
    EXPECT_FALSE(renderer_->draw_again([] { return false; }));
    EXPECT_EQ(renderer_->samples(), 3);
    EXPECT_EQ(renderer_->read_pixels(), before);
    EXPECT_EQ(renderer_->pick(k_middle), under);
    EXPECT_TRUE(renderer_->draw_again([] { return true; }));
    EXPECT_EQ(renderer_->samples(), 4);
    EXPECT_NE(renderer_->read_pixels(), before);
}

TEST_P(MeanTest, OfATransparentPictureHasItsAlpha) {
    render::Canvas canvas(k_size);
    canvas.backdrop = false;
    renderer_->draw(slanted_scene(), canvas, k_still);
    const auto one = renderer_->read_pixels();
    while (renderer_->samples() < render::k_still_samples && renderer_->draw_again()) {
    }
    const auto mean = renderer_->read_pixels();
    EXPECT_EQ(mean[3], 0) << "the corner is empty";
    const std::size_t middle = 4 * static_cast<std::size_t>(k_middle.y * k_size.x + k_middle.x);
    EXPECT_EQ(mean[middle + 3], 255);
    EXPECT_NE(mean, one);
}

TEST_P(MeanTest, NothingDrawnIsNotDrawnAgain) {
    EXPECT_EQ(renderer_->samples(), 0);
    EXPECT_FALSE(renderer_->draw_again());
}

INSTANTIATE_TEST_SUITE_P(Apis, MeanTest, support::apis(), support::api_label);

} // namespace
