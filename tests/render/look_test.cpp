#include "render_fixture.h"

#include <algorithm>
#include <functional>

namespace {

using namespace render_test;
using render::Quality;

/// What only the look adds is off: one light, no lines, no hollows.
Quality bare() {
    Quality quality = k_still;
    quality.samples = 1;
    quality.occlusion_taps = 0;
    quality.ink = false;
    quality.contact_shadow = false;
    return quality;
}

/// Along a row from `from` to `to`: how many pixels are clearly neither as bright as the one end nor as the other.
int between(const std::function<double(int)>& at, int from, int to) {
    const double a = at(from), b = at(to);
    int count = 0;
    for (int x = from; x <= to; ++x) {
        const double part = (at(x) - a) / (b - a);
        count += part > 0.2 && part < 0.8 ? 1 : 0;
    }
    return count;
}

using LookTest = RendererTest;

TEST_P(LookTest, EachHasItsOwnGround) {
    scene::Scene scene = empty_scene();
    const auto ground = [&](scene::Look look) {
        scene.style = scene::style_of(look);
        return at(picture(scene), {80, 100});
    };
    const auto plate = ground(scene::Look::plate), studio = ground(scene::Look::studio),
               plain = ground(scene::Look::plain);
    EXPECT_GT(plate[0], 200);
    EXPECT_GT(plate[0], plate[2] + 8) << "paper is warm";
    EXPECT_LT(studio[0] + studio[1] + studio[2], 200);
    for (const int channel : plain) EXPECT_GE(channel, 252);
}

TEST_P(LookTest, TheSameThingIsLitDifferently) {
    scene::Scene scene = empty_scene();
    scene.items = {item(0, glm::vec3(0.0f))};
    std::vector<int> seen;
    for (int look = 0; look < scene::k_look_count; ++look) {
        scene.style = scene::style_of(static_cast<scene::Look>(look));
        seen.push_back(brightness(picture(scene, bare()), k_middle));
    }
    std::ranges::sort(seen);
    EXPECT_GT(seen[1], seen[0] + 5);
    EXPECT_GT(seen[2], seen[1] + 5);
}

TEST_P(LookTest, HollowsAreDarkerAndOpenFacesAreNot) {
    scene::Scene scene = empty_scene();
    scene.camera.eye = {0.0f, 0.15f, 0.4f};
    scene.items = {item(0, {0.0f, 0.1f, -0.1f}, 0.2f), item(1, {0.0f, -0.1f, 0.0f}, 0.2f)}; // a wall on a floor
    Quality quality = bare();
    quality.shadow_side = 0;
    const auto without = picture(scene, quality);
    quality.occlusion_taps = 16;
    const auto with = picture(scene, quality);
    const glm::ivec2 corner{80, 59}, up_the_wall{80, 20}, background{4, 4};
    EXPECT_LT(brightness(with, corner), brightness(without, corner) - 30);
    EXPECT_NEAR(brightness(with, up_the_wall), brightness(without, up_the_wall), 6);
    EXPECT_EQ(at(with, background), at(without, background));
}

TEST_P(LookTest, ShadowHardensTowardWhatCastsIt) {
    Quality quality = bare();
    quality.contact_shadow = true;
    // a plate `gap` before a wall; the edge of its shadow falls on x = -0.15
    const auto penumbra = [&](float gap, int dark_at) {
        scene::Scene scene = empty_scene();
        scene.camera.eye.z = 1.2f;
        scene.key_light = {1.0f, 0.0f, 1.0f};
        scene.items = {item(0, {0.0f, 0.0f, -1.0f}, 2.0f), item(1, {gap + 0.01f, 0.0f, gap + 0.005f})};
        scene.items[1].transform = glm::scale(scene.items[1].transform, {0.3f, 0.9f, 0.01f});
        const auto pixels = picture(scene, quality);
        const auto mean = [&](int x) {
            double sum = 0.0;
            for (int y = 45; y < 75; ++y) sum += brightness(pixels, {x, y});
            return sum / 30.0;
        };
        EXPECT_GT(mean(25), mean(dark_at) + 60) << gap;
        return between(mean, 25, dark_at);
    };
    const int near = penumbra(0.03f, 55), far = penumbra(0.35f, 66);
    EXPECT_LE(near, 3);
    EXPECT_GE(far, near + 3);
}

TEST_P(LookTest, LensBlursWhatIsFarAndLeavesTheTargetSharp) {
    const glm::ivec2 size(640, 480);
    scene::Scene scene = empty_scene();
    scene.style.background_top = scene.style.background_bottom = glm::vec3(1.0f);
    scene.items = {item(0, {-0.7f, 0.0f, 0.0f}), item(1, {1.2f, 0.0f, -4.0f})};
    for (scene::Item& i : scene.items) {
        i.transform = glm::scale(i.transform, {1.0f, 1.0f, 0.01f});
        i.colour = glm::vec3(0.0f);
        i.casts_shadow = false;
    }
    const auto edges = [&](bool lens) {
        scene.depth_of_field = lens;
        renderer_->draw(scene, size, bare());
        const auto pixels = renderer_->read_pixels();
        const auto row = [&](int x) {
            return static_cast<double>(pixels[static_cast<std::size_t>(240 * size.x + x) * 4]);
        };
        // left edge of each plate: at x = -1.2 of 5 m, and 0.7 of 9 m
        return std::array{between(row, 320 - 270, 320 - 190), between(row, 320 + 50, 320 + 110)};
    };
    const auto sharp = edges(false), through_lens = edges(true);
    EXPECT_LE(through_lens[0], sharp[0] + 1);
    EXPECT_GE(through_lens[1], sharp[1] + 3);
}

TEST_P(LookTest, InkStandsAtSilhouettesAndNotOnFaces) {
    scene::Scene scene = empty_scene();
    scene.items = {item(0, glm::vec3(0.0f))};
    Quality quality = bare();
    const auto without = picture(scene, quality);
    quality.ink = true;
    const auto with = picture(scene, quality);
    int dark = 0;
    for (int x = 40; x < 120; ++x) dark += brightness(with, {x, 60}) < brightness(without, {x, 60}) - 100 ? 1 : 0;
    EXPECT_GE(dark, 2); // the two sides of the cube
    EXPECT_LE(dark, 8);
    EXPECT_EQ(at(with, k_middle), at(without, k_middle));
    scene.style = scene::style_of(scene::Look::studio);
    const auto photograph = picture(scene, quality);
    quality.ink = false;
    EXPECT_EQ(photograph, picture(scene, quality)) << "the studio has no ink";
}

TEST_P(LookTest, HighlightGlowsRoundTheStructure) {
    scene::Scene scene = empty_scene();
    scene.items = {item(0, glm::vec3(0.0f))};
    const auto glow = [&](float highlight) {
        const auto before = picture(scene, bare());
        scene.items[0].highlight = highlight;
        const auto after = picture(scene, bare());
        scene.items[0].highlight = 0.0f;
        int change = 0;
        for (int x = 0; x < 160; ++x)
            if (renderer_->pick({x, 60}) == -1)
                change += std::abs(brightness(before, {x, 60}) - brightness(after, {x, 60}));
        return change;
    };
    const int half = glow(0.5f), full = glow(1.0f);
    EXPECT_GT(half, 20);
    EXPECT_GT(full, half + 10) << "eases in";
}

INSTANTIATE_TEST_SUITE_P(Apis, LookTest, support::apis(), support::api_label);

} // namespace
