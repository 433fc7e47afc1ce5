#include "render_fixture.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace {

using namespace render_test;

using TransparencyTest = RendererTest;

/// Three overlapping panes of different colour at different depths.
std::vector<scene::Item> panes() {
    std::vector<scene::Item> items = {item(0, {-0.2f, 0.0f, 0.6f}), item(1, {0.1f, 0.1f, 0.0f}),
                                      item(2, {0.2f, -0.1f, -0.8f})};
    items[0].colour = {0.8f, 0.1f, 0.1f};
    items[1].colour = {0.1f, 0.8f, 0.1f};
    items[2].colour = {0.1f, 0.1f, 0.8f};
    for (scene::Item& i : items) i.opacity = 0.5f;
    return items;
}

TEST_P(TransparencyTest, OrderOfTheItemsDoesNotMatter) {
    scene::Scene scene = empty_scene();
    scene.items = panes();
    const auto one = picture(scene, k_still);
    std::reverse(scene.items.begin(), scene.items.end());
    const auto other = picture(scene, k_still);
    // sums of half floats depend on the order in their last bit; at an outline they may be of the pixel beside it,
    // where another pane ends, and then a bit decides how much of it counts
    int worst = 0, other_pixels = 0;
    for (std::size_t i = 0; i < one.size(); i += 4) {
        int off = 0;
        for (std::size_t c = i; c < i + 3; ++c) off = std::max(off, std::abs(int{one[c]} - int{other[c]}));
        worst = std::max(worst, off);
        other_pixels += off > 1 ? 1 : 0;
    }
    EXPECT_LE(worst, 12);
    EXPECT_LE(other_pixels, 4);
}

TEST_P(TransparencyTest, NearestPaneShowsAsMuchAsItsOpacity) {
    scene::Scene scene = empty_scene();
    scene.items = {item(0, {0.0f, 0.0f, 0.5f}), item(1, {0.0f, 0.0f, -0.8f})};
    scene.items[0].colour = glm::vec3(0.6f, 0.0f, 0.0f);
    scene.items[1].colour = glm::vec3(0.0f, 0.0f, 0.6f);
    for (scene::Item& i : scene.items) i.casts_shadow = false;
    const auto solid = at(picture(scene), k_middle);
    scene.items[0].opacity = 0.9f;
    scene.items[1].opacity = 0.9f;
    const auto glassy = at(picture(scene), k_middle);
    EXPECT_NEAR(glassy[0], solid[0], 30);
    EXPECT_LT(glassy[2], 60);
}

TEST_P(TransparencyTest, FadingInDoesNotPopAtEitherEnd) {
    scene::Scene scene = empty_scene();
    scene.items = panes();
    for (scene::Item& i : scene.items) i.casts_shadow = false;
    const auto with = [&](float opacity) {
        scene.items[0].opacity = opacity;
        return at(picture(scene), k_middle);
    };
    const auto gone = with(0.0f), hardly = with(0.01f), nearly = with(0.995f), solid = with(1.0f);
    for (std::size_t c = 0; c < 3; ++c) {
        EXPECT_NEAR(gone[c], hardly[c], 8) << c;
        EXPECT_NEAR(nearly[c], solid[c], 8) << c;
    }
}

TEST_P(TransparencyTest, OpaqueThingsShowThroughAndHide) {
    scene::Scene scene = empty_scene();
    scene.style.background_top = scene.style.background_bottom = glm::vec3(1.0f);
    scene.items = {item(0, {0.0f, 0.0f, 0.0f}), item(1, {0.0f, 0.0f, 1.5f}, 0.5f)};
    scene.items[0].opacity = 0.4f;
    scene.items[1].colour = glm::vec3(0.0f);
    EXPECT_LT(brightness(picture(scene), k_middle), 160); // the black cube before the pane
    scene.items[1].transform = item(1, {0.0f, 0.0f, -1.5f}, 0.5f).transform;
    const int through = brightness(picture(scene), k_middle);
    scene.items.pop_back();
    EXPECT_GT(brightness(picture(scene), k_middle), through + 60);
}

TEST_P(TransparencyTest, GhostIsFaintInTheMiddle) {
    scene::Scene scene = empty_scene();
    const auto bare = at(picture(scene), k_middle);
    scene.items = {item(0, glm::vec3(0.0f))};
    scene.items[0].ghost = true;
    const auto ghostly = at(picture(scene), k_middle);
    EXPECT_NE(bare, ghostly);
    for (std::size_t c = 0; c < 3; ++c) EXPECT_NEAR(bare[c], ghostly[c], 25);
}

TEST_P(TransparencyTest, NothingIsLeftOfLayersThatWereElsewhereOrOfAnotherLevel) {
    using render::Level;
    const std::pair<float, Level> pictures[] = {{-0.8f, Level::full}, {0.8f, Level::high}, {-0.7f, Level::full},
                                                {0.0f, Level::full},  {0.7f, Level::high}, {0.1f, Level::high}};
    for (const auto& [at, level] : pictures) {
        scene::Scene scene = empty_scene();
        scene.items = {item(0, {at, 0.3f * at, 0.0f}, 0.9f)};
        scene.items[0].opacity = 0.5f;
        const render::Quality& quality = render::quality_of(level);
        EXPECT_TRUE(picture(scene, quality) == picture_anew(scene, quality)) << at;
    }
}

INSTANTIATE_TEST_SUITE_P(Apis, TransparencyTest, support::apis(), support::api_label);

} // namespace
