#include "base/failure.h"
#include "gpu/error.h"
#include "gpu/framebuffer.h"
#include "gpu/program.h"
#include "gpu/state.h"
#include "gpu/vertex_array.h"
#include "support/gl_context.h"

#include <fstream>
#include <gtest/gtest.h>
#include <regex>

namespace {

using platform::Api;
namespace fs = std::filesystem;

class GpuTest : public testing::TestWithParam<Api> {
protected:
    void SetUp() override {
        gl_ = support::gl_context(GetParam());
        if (!gl_.context) GTEST_SKIP() << gl_.reason;
    }
    void TearDown() override {
        if (!gl_.context) return;
        EXPECT_EQ(gpu::pending_errors(), "");
    }
    support::GlContext gl_;
};

TEST_P(GpuTest, LanguageIsThatOfTheContext) {
    EXPECT_EQ(gpu::current_language(), GetParam() == Api::gl33 ? gpu::Language::gl330 : gpu::Language::es300);
}

TEST_P(GpuTest, HandlesMoveAndLeaveTheSourceEmpty) {
    auto first = gpu::Handle<gpu::Object::texture>::create();
    const std::uint32_t name = first.name();
    gpu::Handle<gpu::Object::texture> second = std::move(first);
    EXPECT_FALSE(first);
    EXPECT_EQ(second.name(), name);
    second = gpu::Handle<gpu::Object::texture>::create();
    EXPECT_NE(second.name(), 0u);
}

TEST_P(GpuTest, ClearedColourIsReadBack) {
    const glm::ivec2 size(5, 3);
    for (const gpu::Format format : {gpu::Format::rgba8, gpu::Format::window8}) {
        const gpu::Texture colour(format, size);
        const auto target = gpu::Framebuffer::with_colour(colour);
        target.clear_colour(0, {1.0f, 0.0f, 0.2f, 1.0f});
        const std::vector<std::uint8_t> pixels = target.read_rgba(size);
        ASSERT_EQ(pixels.size(), 60u);
        EXPECT_EQ(std::vector<std::uint8_t>(pixels.end() - 4, pixels.end()),
                  (std::vector<std::uint8_t>{255, 0, 51, 255}));
    }
}

TEST_P(GpuTest, EveryFormatCanBeDrawnInto) {
    using gpu::Format;
    for (const Format format : {Format::rgba8, Format::window8, Format::rgba16f, Format::rgba32f, Format::r16f,
                                Format::r32f, Format::rg8, Format::rg32ui}) {
        gpu::Framebuffer target = gpu::Framebuffer::create();
        const gpu::Texture texture(format, {4, 4});
        target.attach_colour(0, texture);
        EXPECT_NO_THROW(target.finish()) << static_cast<int>(format);
    }
    gpu::Framebuffer depth_only = gpu::Framebuffer::create();
    const gpu::Texture depth(Format::depth24, {4, 4});
    depth_only.attach_depth(depth);
    EXPECT_NO_THROW(depth_only.finish());
}

TEST_P(GpuTest, UnfinishedCombinationFailsWithASentence) {
    gpu::Framebuffer target = gpu::Framebuffer::create();
    const gpu::Texture depth(gpu::Format::depth24, {4, 4});
    target.attach_colour(0, depth);
    EXPECT_THROW(target.finish(), base::Failure);
    // some drivers also report what was wrong with the attachment itself
    gpu::pending_errors();
}

TEST_P(GpuTest, ClearedIdsAreReadBack) {
    gpu::Texture ids(gpu::Format::rg32ui, {4, 4});
    gpu::Framebuffer target = gpu::Framebuffer::create();
    target.attach_colour(0, ids);
    target.finish();
    gpu::apply({});
    target.clear_ids(0);
    EXPECT_EQ(target.read_ids(), (std::array<std::uint32_t, 2>{0, 0}));
}

TEST_P(GpuTest, BrokenShaderFailsWithFileLineAndLog) {
    const fs::path folder = fs::path(PINSTRETCH_BINARY_DIR) / "tests" / "gpu_test" /
                            (GetParam() == platform::Api::gl33 ? "gl33" : "gles30");
    fs::create_directories(folder);
    std::ofstream(folder / "good.vert") << "void main() { gl_Position = vec4(0.0); }\n";
    std::ofstream(folder / "bad.frag") << "out vec4 o;\n\nvoid main() { o = nonsense; }\n";
    gpu::ShaderSource source(folder);
    const gpu::Language language = gpu::current_language();
    try {
        const gpu::Program program(source.assemble("good.vert", language, {}),
                                   source.assemble("bad.frag", language, {}));
        FAIL() << "compiled";
    } catch (const base::Failure& failure) {
        const std::string text = failure.what();
        // "file:3" or "file(3)", as the driver writes it
        EXPECT_TRUE(std::regex_search(text, std::regex(R"(bad\.frag(:3|\(3\)))"))) << text;
        EXPECT_NE(text.find("nonsense"), std::string::npos) << text;
    }
}

INSTANTIATE_TEST_SUITE_P(Apis, GpuTest, support::apis(), support::api_label);

} // namespace
