#include "gpu/shader_source.h"

#include "base/failure.h"

#include <fstream>
#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;

class ShaderSourceTest : public testing::Test {
protected:
    void SetUp() override {
        fs::create_directories(folder_);
        write("common.glsl", "float one() { return 1.0; }\n");
        write("main.frag", "// head\n#include \"common.glsl\"\n#include \"common.glsl\"\nvoid main() {}\n");
    }
    void write(const char* name, const char* text) { std::ofstream(folder_ / name) << text; }

    fs::path folder_ = fs::path(PINSTRETCH_BINARY_DIR) / "tests" / "shader_source_test";
};

TEST_F(ShaderSourceTest, VersionLineComesFirstForEachLanguage) {
    gpu::ShaderSource source(folder_);
    EXPECT_TRUE(source.assemble("main.frag", gpu::Language::gl330, {}).text.starts_with("#version 330 core\n"));
    const std::string es = source.assemble("main.frag", gpu::Language::es300, {}).text;
    EXPECT_TRUE(es.starts_with("#version 300 es\n"));
    EXPECT_NE(es.find("precision highp float;"), std::string::npos);
}

TEST_F(ShaderSourceTest, IncludeIsPutInOnce) {
    gpu::ShaderSource source(folder_);
    const std::string text = source.assemble("main.frag", gpu::Language::gl330, {}).text;
    const std::size_t first = text.find("float one()");
    ASSERT_NE(first, std::string::npos);
    EXPECT_EQ(text.find("float one()", first + 1), std::string::npos);
    EXPECT_EQ(text.find("#include"), std::string::npos);
}

TEST_F(ShaderSourceTest, DefinesComeBeforeTheFile) {
    gpu::ShaderSource source(folder_);
    const std::string text = source.assemble("main.frag", gpu::Language::gl330, {"CLIP"}).text;
    EXPECT_LT(text.find("#define CLIP\n"), text.find("// head"));
}

TEST_F(ShaderSourceTest, LineNumbersAfterAnIncludeAreThoseOfTheFile) {
    gpu::ShaderSource source(folder_);
    const std::string text = source.assemble("main.frag", gpu::Language::gl330, {}).text;
    EXPECT_NE(text.find("#line 4 0\nvoid main()"), std::string::npos) << text;
}

TEST_F(ShaderSourceTest, MissingFileFailsWithItsPath) {
    gpu::ShaderSource source(folder_);
    try {
        source.assemble("absent.vert", gpu::Language::gl330, {});
        FAIL() << "no failure";
    } catch (const base::Failure& failure) {
        EXPECT_NE(std::string(failure.what()).find((folder_ / "absent.vert").string()), std::string::npos);
    }
}

TEST(NameFiles, NumbersBecomeNamesInTheFormsDriversUse) {
    const std::vector<std::string> files = {"a.frag", "b.glsl"};
    EXPECT_EQ(gpu::name_files("1:12(3): error: x\n0(7) : error y", files),
              "b.glsl:12(3): error: x\na.frag(7) : error y\n");
    EXPECT_EQ(gpu::name_files("5:1: unknown file", files), "5:1: unknown file\n");
    EXPECT_EQ(gpu::name_files("plain text", files), "plain text\n");
}

} // namespace
