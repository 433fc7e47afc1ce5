#include "viewer/preferences.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace fs = std::filesystem;

namespace {

class Preferences : public testing::Test {
protected:
    void SetUp() override {
        folder = fs::temp_directory_path() /
                 ("pinstretch_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder);
    }
    void TearDown() override { fs::remove_all(folder); }
    fs::path folder;
};

} // namespace

TEST_F(Preferences, ComeBackAsTheyWereKept) {
    document::Preferences kept;
    kept.audience = lesson::Audience::client;
    kept.font_scale = 1.5f;
    kept.reduced_motion = kept.invert_zoom = true;
    kept.look = scene::Look::studio;
    kept.quality = document::PictureQuality::high;
    viewer::write_preferences(kept, folder / "deep" / "preferences.toml");
    EXPECT_EQ(viewer::read_preferences(folder / "deep" / "preferences.toml"), kept);
}

TEST_F(Preferences, AreTheDefaultsWithoutAFile) {
    EXPECT_EQ(viewer::read_preferences(folder / "none.toml"), document::Preferences{});
}

TEST_F(Preferences, OfAWrongFileAreTheDefaultsAndTheFileStays) {
    fs::create_directories(folder);
    const fs::path file = folder / "preferences.toml";
    std::ofstream(file) << "format = 1\nfont_scale = 99\n";
    EXPECT_EQ(viewer::read_preferences(file), document::Preferences{});
    EXPECT_TRUE(fs::exists(file));
}
