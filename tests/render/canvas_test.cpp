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
    const gpu::Texture colour(gpu::Format::rgba8, twice);
    gpu::Framebuffer target = gpu::Framebuffer::create();
    target.attach_colour(0, colour);
    target.finish();
    renderer_->copy_to(target, twice, {{glm::ivec2(0), twice}});
    const Pixels small = renderer_->read_pixels(), large = target.read_rgba(twice);
    const auto middle = static_cast<std::size_t>(k_middle.y * k_size.x + k_middle.x) * 4;
    const auto there = static_cast<std::size_t>(2 * k_middle.y * twice.x + 2 * k_middle.x) * 4;
    for (std::size_t c = 0; c < 3; ++c) EXPECT_NEAR(large[there + c], small[middle + c], 40) << c;
    EXPECT_EQ(large.size(), small.size() * 4);
}

INSTANTIATE_TEST_SUITE_P(Apis, CanvasTest, support::apis(), support::api_label);

} // namespace
