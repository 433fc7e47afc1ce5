// The window has letters whatever is installed.
#include "ui/theme.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <imgui.h>

namespace fs = std::filesystem;

namespace {

class FontFiles : public testing::Test {
protected:
    void SetUp() override { ImGui::CreateContext(); }
    void TearDown() override { ImGui::DestroyContext(); }

    /// Loads the file as typeface and expects letters.
    static void expect_letters(const fs::path& file) {
        const ui::Fonts fonts = ui::load_fonts(file, 1.0f, 1.0f);
        ASSERT_TRUE(ImGui::GetIO().Fonts->IsBuilt());
        for (const ImFont* font : {fonts.regular, fonts.bold, fonts.large, fonts.caption}) {
            ASSERT_NE(font, nullptr);
            EXPECT_NE(font->FindGlyphNoFallback('a'), nullptr);
        }
    }
};

} // namespace

TEST_F(FontFiles, ThatAreMissingAreReplaced) { expect_letters("/nowhere/Inter-Regular.otf"); }

TEST_F(FontFiles, ThatAreNoneAreReplaced) { expect_letters({}); }

TEST_F(FontFiles, ThatAreSomethingElseAreReplaced) {
    const fs::path file = fs::temp_directory_path() / "pinstretch_not_a_font.ttf";
    std::ofstream(file) << "this is no font, however it is called";
    expect_letters(file);
    fs::remove(file);
}
