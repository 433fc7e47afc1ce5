// The tiles of the window at every size and text size.
#include "document/small_world.h"
#include "ui/layout.h"

#include <gtest/gtest.h>

namespace {

using namespace ui;

bool overlap(const Rect& a, const Rect& b) {
    if (a.empty() || b.empty()) return false;
    return a.min.x < b.max().x && b.min.x < a.max().x && a.min.y < b.max().y && b.min.y < a.max().y;
}

TEST(Layout, TilesFillTheWindowWithoutOverlapAtEverySize) {
    const scene::World world = test::small_world();
    for (const glm::vec2 window :
         {glm::vec2(1024, 640), glm::vec2(1280, 800), glm::vec2(1920, 1080), glm::vec2(3840, 2160)})
        for (const float unit : {0.75f, 1.0f, 1.5f, 2.0f, 2.5f})
            for (const bool message : {false, true}) {
                document::Document document(world);
                if (message) document.message = std::string(300, 'x');
                const Layout layout = lay_out(document, window, unit, 25.0f * unit);
                const Rect tiles[] = {layout.menu,  layout.message,  layout.left,
                                      layout.right, layout.timeline, layout.picture};
                float area = 0.0f;
                for (int i = 0; i < 6; ++i) {
                    area += tiles[i].size.x * tiles[i].size.y;
                    EXPECT_GE(tiles[i].min.x, 0.0f);
                    EXPECT_LE(tiles[i].max().x, window.x + 0.01f);
                    EXPECT_LE(tiles[i].max().y, window.y + 0.01f);
                    for (int j = i + 1; j < 6; ++j) EXPECT_FALSE(overlap(tiles[i], tiles[j])) << i << " " << j;
                }
                EXPECT_NEAR(area / (window.x * window.y), 1.0f, 1e-3f);
                EXPECT_GE(layout.picture.size.x, 0.3f * window.x);
                EXPECT_GE(layout.picture.size.y, 0.2f * window.y);
            }
}

TEST(Layout, ANarrowWindowPutsBothSidePanelsIntoOnePlace) {
    const scene::World world = test::small_world();
    const document::Document document(world);
    EXPECT_FALSE(lay_out(document, {1024, 640}, 1.0f, 25.0f).tabbed);
    const Layout narrow = lay_out(document, {1024, 640}, 2.5f, 60.0f);
    EXPECT_TRUE(narrow.tabbed);
    EXPECT_TRUE(narrow.right.empty());
    EXPECT_FALSE(narrow.left.empty());
}

TEST(Layout, PresentingIsPictureOnly) {
    const scene::World world = test::small_world();
    document::Document document(world);
    document.presenting = true;
    const Layout layout = lay_out(document, {1920, 1080}, 1.0f, 25.0f);
    EXPECT_EQ(layout.picture, (Rect{{0, 0}, {1920, 1080}}));
    EXPECT_TRUE(layout.menu.empty() && layout.left.empty() && layout.right.empty() && layout.timeline.empty());
}

TEST(Layout, AWindowOfNoSizeIsNoCatastrophe) {
    const scene::World world = test::small_world();
    const document::Document document(world);
    const Layout layout = lay_out(document, {0, 0}, 1.0f, 25.0f);
    EXPECT_GE(layout.picture.size.x, 0.0f);
    EXPECT_GE(layout.picture.size.y, 0.0f);
}

} // namespace
