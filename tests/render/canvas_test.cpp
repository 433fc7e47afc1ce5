#include "render_fixture.h"
#include "support/image_compare.h"

#include <algorithm>

namespace {

using namespace render_test;

using render::Quality;

using CanvasTest = RendererTest;
using Pixels = std::vector<std::uint8_t>;

/// Something of everything: solid, glass, marked, lines before and behind.
scene::Scene rich_scene() {
    scene::Scene scene = empty_scene();
    scene.style.background_top = glm::vec3(0.9f, 0.8f, 0.7f);
    scene.style.background_bottom = glm::vec3(0.2f, 0.3f, 0.5f);
    scene.items = {item(0, {-0.7f, 0.2f, 0.0f}), item(1, {0.5f, -0.2f, 0.3f}), item(2, {1.0f, 0.4f, -0.5f}, 0.6f)};
    scene.items[0].transform = glm::rotate(scene.items[0].transform, 0.6f, glm::vec3(0.3f, 1.0f, 0.2f));
    scene.items[0].selected = true;
    scene.items[0].colour = {0.6f, 0.2f, 0.1f};
    scene.items[1].opacity = 0.5f;
    scene.items[2].opacity = 0.3f;
    scene::Line line;
    line.points = {{-1.6f, -1.1f, 0.0f}, {0.2f, 0.9f, 0.0f}, {1.6f, -0.9f, 0.5f}};
    line.colour = {0.7f, 0.1f, 0.1f, 0.8f};
    line.width_px = 3.0f;
    line.halo_px = 2.0f;
    line.head_px = 14.0f;
    scene.lines = {line, line};
    scene.lines[1].on_top = false;
    scene.lines[1].points = {{-1.7f, 0.9f, -1.5f}, {1.7f, -1.0f, -1.5f}};
    return scene;
}

files::Image image(const Pixels& pixels) { return {k_size.x, k_size.y, pixels}; }

TEST_P(CanvasTest, PartsMakeTheWhole) {
    const scene::Scene scene = rich_scene();
    for (const Quality& quality : {k_still, k_moving}) {
        const Pixels whole = picture(scene, quality);
        Pixels joined(whole.size());
        const glm::ivec2 part(112, 88), kept(80, 60);
        for (const glm::ivec2 cell : {glm::ivec2(0, 0), glm::ivec2(1, 0), glm::ivec2(0, 1), glm::ivec2(1, 1)}) {
            const glm::ivec2 origin = cell * (k_size - part);
            renderer_->draw(scene, render::Canvas(origin, part, k_size), quality);
            const Pixels pixels = renderer_->read_pixels();
            for (int y = cell.y * kept.y; y < (cell.y + 1) * kept.y; ++y)
                for (int x = cell.x * kept.x; x < (cell.x + 1) * kept.x; ++x) {
                    const glm::ivec2 at = glm::ivec2(x, y) - origin;
                    const int from = ((part.y - 1 - at.y) * part.x + at.x) * 4;
                    std::copy_n(pixels.begin() + from, 4, joined.begin() + ((k_size.y - 1 - y) * k_size.x + x) * 4);
                }
        }
        const auto difference = support::compare(image(joined), image(whole), {.channel_max = 6});
        EXPECT_LE(difference.mean, 0.05);
        EXPECT_LE(difference.pixels_over, 8)
            << difference.channel_max << " at " << difference.worst.x << ", " << difference.worst.y;
    }
}

TEST_P(CanvasTest, WithoutABackdropItCanBeLaidOverAnyOther) {
    const scene::Scene scene = rich_scene();
    scene::Scene empty = rich_scene();
    empty.items.clear();
    empty.lines.clear();
    render::Canvas bare(k_size);
    bare.backdrop = false;
    for (const Quality& quality : {k_still, k_moving, render::without_effects()}) {
        const Pixels ground = picture(empty, quality), expected = picture(scene, quality);
        renderer_->draw(scene, bare, quality);
        Pixels laid = renderer_->read_pixels();
        EXPECT_EQ(laid[3], 0) << "nothing in the corner";
        EXPECT_EQ(at(laid, {0, 0}), (std::array{0, 0, 0}));
        for (std::size_t i = 0; i < laid.size(); ++i) {
            const int alpha = laid[i - i % 4 + 3];
            if (i % 4 == 3) continue;
            laid[i] = static_cast<std::uint8_t>(std::min(255, laid[i] + (ground[i] * (255 - alpha) + 127) / 255));
        }
        for (std::size_t i = 3; i < laid.size(); i += 4) laid[i] = 255;
        const auto difference = support::compare(image(laid), image(expected), {.channel_max = 3});
        // what is an edge just so on one ground may not be one on the other
        EXPECT_LE(difference.pixels_over, quality.edges ? 8 : 0)
            << difference.channel_max << " at " << difference.worst.x << ", " << difference.worst.y;
        EXPECT_LE(difference.mean, 0.3);
    }
}

TEST_P(CanvasTest, TheFrameIsCopiedAndStretched) {
    picture(rich_scene());
    const glm::ivec2 twice = k_size * 2;
    const auto copied = [&](glm::ivec2 size, const render::Rectangles& parts) {
        const gpu::Texture colour(gpu::Format::window8, size);
        const auto target = gpu::Framebuffer::with_colour(colour);
        renderer_->copy_to(target, size, parts);
        return target.read_rgba(size);
    };
    const Pixels small = renderer_->read_pixels(), large = copied(twice, {{glm::ivec2(0), twice}});
    EXPECT_TRUE(copied(k_size, {{glm::ivec2(0), k_size}}) == small);
    const glm::ivec2 cut(twice.x / 3, twice.y);
    EXPECT_TRUE(copied(twice, {{glm::ivec2(0), cut}, {glm::ivec2(cut.x, 0), glm::ivec2(twice.x - cut.x, cut.y)}}) ==
                large);
    const auto at = [](const Pixels& pixels, glm::ivec2 size, int x, int y, int c) {
        return static_cast<int>(pixels[static_cast<std::size_t>((y * size.x + x) * 4 + c)]);
    };
    int most = 0;
    for (int y = 1; y + 1 < k_size.y; ++y)
        for (int x = 1; x + 1 < k_size.x; ++x)
            for (int c = 0; c < 3; ++c) { // a quarter of a pixel to the right and below of the middle
                const int wanted = (9 * at(small, k_size, x, y, c) + 3 * at(small, k_size, x + 1, y, c) +
                                    3 * at(small, k_size, x, y + 1, c) + at(small, k_size, x + 1, y + 1, c) + 8) /
                                   16;
                most = std::max(most, std::abs(at(large, twice, 2 * x + 1, 2 * y + 1, c) - wanted));
            }
    EXPECT_LE(most, 3);
}

INSTANTIATE_TEST_SUITE_P(Apis, CanvasTest, support::apis(), support::api_label);

} // namespace
