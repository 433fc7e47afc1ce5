#include "viewer/picture_maker.h"

#include "support/gl_context.h"
#include "support/image_compare.h"
#include "viewer/cut.h"
#include "viewer/session.h"

#include <gtest/gtest.h>
#include <optional>

namespace {

/// The leg in the lowest level of detail, at a moment with lock, hands, lines and labels.
class PictureMakerTest : public testing::Test {
protected:
    void SetUp() override {
        if (const auto gl = support::gl_context(platform::Api::gl33); !gl.context) GTEST_SKIP() << gl.reason;
        world_.emplace(viewer::load_world({}, mesh::Detail::low));
        maker_.emplace(*world_);
        shot_.at = base::Seconds(50.0);
        shot_.size = {642, 482};
    }

    void expect_tiles_equal_whole(const std::string& name) {
        shot_.most_pixels = viewer::TileLimits{}.pixels;
        const files::Image whole = maker_->make(shot_);
        shot_.most_pixels = 90'000;
        int done = 0;
        const files::Image tiled = maker_->make(shot_, [&](int tiles) { done += tiles > 1 ? 1 : 0; });
        EXPECT_GT(done, 3);
        // single pixels all over, whose places are rounded to another side of an edge
        const support::Limits limits{.channel_max = 8, .mean_max = 0.05, .pixels_over_max = 30};
        EXPECT_EQ(support::verdict(name, tiled, whole, limits,
                                   std::filesystem::path(PINSTRETCH_BINARY_DIR) / "tests" / "picture_maker_test"),
                  "");
    }

    std::optional<scene::World> world_;
    std::optional<viewer::PictureMaker> maker_;
    viewer::Shot shot_;
};

TEST_F(PictureMakerTest, TilesMakeTheSamePictureAsTheWhole) { expect_tiles_equal_whole("tiles"); }

TEST_F(PictureMakerTest, ThePicturesOfAFilmAreThoseDrawnAlone) {
    shot_.level = render::Level::high;
    // leg, hands, the lens under the lock, labels and a legend move
    const auto moment = [](int i) { return base::Seconds(130.0 + 0.04 * i); };
    std::vector<files::Image> film;
    for (int i = 0; i < 4; ++i) {
        shot_.at = moment(i);
        film.push_back(maker_->make(shot_));
    }
    for (int i = 1; i < 4; ++i) {
        maker_.reset(); // one context at a time
        maker_.emplace(*world_);
        shot_.at = moment(i);
        const files::Image alone = maker_->make(shot_);
        // what moved by less than can be seen stays: single pixels along edges
        const support::Limits limits{.channel_max = 8, .mean_max = 0.05, .pixels_over_max = 40};
        EXPECT_EQ(support::verdict("film", film[static_cast<std::size_t>(i)], alone, limits,
                                   std::filesystem::path(PINSTRETCH_BINARY_DIR) / "tests" / "picture_maker_test"),
                  "")
            << i;
    }
}

TEST_F(PictureMakerTest, TilesOfTheMeanOfSeveralPicturesToo) {
    shot_.samples = 4; // moved by a pixel each way, too
    expect_tiles_equal_whole("tiles_mean");
}

TEST_F(PictureMakerTest, TransparentTilesToo) {
    shot_.transparent = true;
    expect_tiles_equal_whole("tiles_transparent");
}

TEST_F(PictureMakerTest, TilesOfACutToo) {
    shot_.text = false;
    shot_.options.clip = viewer::parse_cut("transverse=694", {0.0f, 1.0f, 2.0f});
    shot_.options.camera = viewer::cut_camera(*world_, shot_.options, shot_.at);
    expect_tiles_equal_whole("tiles_cut");
}

TEST_F(PictureMakerTest, TransparentPicturesHaveTheColoursOfOthersWhereTheyAreSolid) {
    shot_.text = false;
    const files::Image solid = maker_->make(shot_);
    shot_.transparent = true;
    const files::Image bare = maker_->make(shot_);
    int empty = 0, full = 0, between = 0;
    for (std::size_t i = 0; i < bare.rgba.size(); i += 4) {
        const int alpha = bare.rgba[i + 3];
        ++(alpha == 0 ? empty : alpha == 255 ? full : between);
        // at its own edge even what is solid takes a little of what lies beyond
        const std::size_t row = static_cast<std::size_t>(bare.width) * 4;
        const auto solid_at = [&](std::size_t at) { return at >= bare.rgba.size() || bare.rgba[at + 3] == 255; };
        const bool within =
            alpha == 255 && solid_at(i + 4) && solid_at(i - 4) && solid_at(i + row) && solid_at(i - row);
        for (std::size_t c = i; c < i + 3 && within; ++c)
            ASSERT_NEAR(bare.rgba[c], solid.rgba[c], 2) << i / 4 % 642 << ", " << i / 4 / 642;
    }
    const int all = shot_.size.x * shot_.size.y;
    EXPECT_GT(empty, all / 10);
    EXPECT_GT(full, all / 20);
    EXPECT_GT(between, 100) << "edges are soft";
}

} // namespace
