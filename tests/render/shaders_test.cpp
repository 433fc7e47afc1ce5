#include "render_fixture.h"

#include "base/failure.h"
#include "render/programs.h"

#include <filesystem>
#include <fstream>
#include <regex>

namespace {

using namespace render;
namespace fs = std::filesystem;

class ShadersTest : public testing::TestWithParam<platform::Api> {
protected:
    void SetUp() override {
        gl_ = support::gl_context(GetParam());
        if (!gl_.context) GTEST_SKIP() << gl_.reason;
    }
    support::GlContext gl_;
};

/// The kinds of surface that a level of quality can ask for; only muscles and tendons show strain and have ghosts.
std::vector<SurfaceKind> kinds_at(const Quality& quality) {
    std::vector<SurfaceKind> kinds;
    for (int material = 0; material < k_material_count; ++material)
        for (const Layering layering : {Layering::opaque, Layering::absorbing, Layering::transparent, Layering::over})
            for (int bits = 0; bits < 8; ++bits) {
                SurfaceKind kind{.material = static_cast<Material>(material),
                                 .layering = layering,
                                 .ghost = (bits & 1) != 0,
                                 .strain = (bits & 2) != 0,
                                 .clip = (bits & 4) != 0};
                const bool fibres = kind.material == Material::muscle || kind.material == Material::tendon;
                if (!fibres && (kind.ghost || kind.strain)) continue;
                if (layering != Layering::absorbing) {
                    kind.shadow = quality.shadow_side > 0;
                    kind.contact_shadow = kind.shadow && quality.contact_shadow;
                    kind.even_shadow = quality.even_shadow && layering == Layering::opaque;
                    kind.relief = layering == Layering::opaque ? quality.relief : quality.layer_relief;
                    kind.vertex_lit = !kind.relief && !kind.strain && !kind.ghost;
                }
                const bool alike = kind.material != Material::muscle && kind.material != Material::furniture;
                if (alike && kind.vertex_lit != (kind.material == Material::any)) continue;
                kind.two_moments =
                    quality.two_moments && (layering == Layering::absorbing || layering == Layering::transparent);
                kinds.push_back(kind);
            }
    return kinds;
}

TEST_P(ShadersTest, EveryCombinationCompilesAndLinks) {
    Programs programs(render_test::shader_folder());
    for (int level = 0; level < k_level_count; ++level)
        for (const SurfaceKind& kind : kinds_at(quality_of(static_cast<Level>(level))))
            EXPECT_TRUE(programs.surface(kind))
                << level << " " << static_cast<int>(kind.material) << " " << static_cast<int>(kind.layering);
    for (int plain = 0; plain < k_plain_count; ++plain)
        for (const bool clip : {false, true}) EXPECT_TRUE(programs.plain(static_cast<Plain>(plain), clip)) << plain;
    for (int flat = 0; flat < k_flat_count; ++flat) EXPECT_TRUE(programs.flat(static_cast<Flat>(flat))) << flat;
    for (int look = 0; look < k_cut_look_count; ++look)
        EXPECT_TRUE(programs.section(static_cast<CutLook>(look))) << look;
    EXPECT_EQ(gpu::pending_errors(), "");
}

TEST_P(ShadersTest, FolderWithoutShadersFailsNamingTheFile) {
    try {
        Programs programs("/nowhere");
        FAIL() << "no failure";
    } catch (const base::Failure& failure) {
        EXPECT_NE(std::string(failure.what()).find("/nowhere/paste.vert"), std::string::npos) << failure.what();
    }
}

TEST_P(ShadersTest, BrokenShaderFailsNamingFileAndLine) {
    // the same test with the other API may run at the same time
    const fs::path own = fs::path(PINSTRETCH_BINARY_DIR) / "tests" / std::to_string(static_cast<int>(GetParam()));
    const fs::path folder = own / "broken_shaders";
    fs::remove_all(folder);
    fs::create_directories(own);
    fs::copy(render_test::shader_folder(), folder);
    std::ofstream(folder / "light.glsl") << "// head\n)\n";
    try {
        const Programs programs(folder);
        FAIL() << "compiled";
    } catch (const base::Failure& failure) {
        // "file:2" or "file(2)", as the driver writes it
        const std::string text = failure.what();
        EXPECT_TRUE(std::regex_search(text, std::regex(R"(broken_shaders/light\.glsl(:2|\(2\)))"))) << text;
    }
}

INSTANTIATE_TEST_SUITE_P(Apis, ShadersTest, support::apis(), support::api_label);

} // namespace
