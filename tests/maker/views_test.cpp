// Pictures of what was made, and the built leg's lower levels seen from where they are used.
#include "files/load.h"
#include "maker/views.h"
#include "mesh/detail.h"
#include "platform/folders.h"
#include "support/gl_context.h"
#include "support/image_compare.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;

const char* const k_sides[] = {"posterior", "lateral", "anterior", "medial"};

class Views : public testing::Test {
protected:
    void SetUp() override {
        const support::GlContext gl = support::gl_context(platform::Api::gl33);
        if (!gl.context) GTEST_SKIP() << gl.reason;
        ::setenv("PINSTRETCH_SHADERS", PINSTRETCH_SHADER_FOLDER, 1);
    }
    void TearDown() override { fs::remove_all(folder_); }

    files::Image picture(const std::string& name) const {
        auto loaded = files::read_png(folder_ / (name + ".png"));
        EXPECT_TRUE(loaded) << name;
        return loaded ? *loaded.value : files::Image{};
    }

    const fs::path folder_ = fs::temp_directory_path() / ("pinstretch_views_" + std::to_string(::getpid()));
};

anatomy::Atlas atlas() {
    const auto loaded = files::load_atlas(PINSTRETCH_SOURCE_DIR "/assets/anatomy");
    return loaded ? *loaded.value : anatomy::Atlas{};
}

/// Bones and muscles of a level of the built leg.
mesh::Model plate(const anatomy::Atlas& atlas, mesh::Detail detail) {
    auto loaded = files::import_model(files::level_file(PINSTRETCH_LEG, detail));
    EXPECT_TRUE(loaded);
    mesh::Model model = loaded ? *std::move(loaded.value) : mesh::Model{};
    std::erase_if(model.meshes, [&](const mesh::Mesh& mesh) {
        const auto found = atlas.find_structure(mesh.id);
        return !found || atlas.structures[static_cast<std::size_t>(*found)].kind > anatomy::Kind::muscle;
    });
    return model;
}

/// Share of the pixels that are not background.
double covered(const files::Image& image) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < image.rgba.size(); i += 4) count += image.rgba[i + 2] < 200;
    return 4.0 * static_cast<double>(count) / static_cast<double>(image.rgba.size());
}

TEST_F(Views, ShowTheModelFromFourSidesFillingThePicture) {
    const anatomy::Atlas known = atlas();
    maker::write_views(plate(known, mesh::Detail::low), known, folder_, "leg", 200);
    for (const char* side : k_sides) {
        const files::Image image = picture(std::string("leg_") + side);
        ASSERT_EQ(image.width, 200);
        EXPECT_GT(covered(image), 0.05) << side;
        const auto row_has_leg = [&](int row) {
            for (int x = 0; x < image.width; ++x)
                if (image.rgba[static_cast<std::size_t>((row * image.width + x) * 4 + 2)] < 200) return true;
            return false;
        };
        EXPECT_TRUE(row_has_leg(14)) << side;
        EXPECT_TRUE(row_has_leg(186)) << side;
        EXPECT_FALSE(row_has_leg(0)) << side;
    }
}

TEST_F(Views, OfTheLowerLevelsLookLikeTheFullOneWhereTheyAreUsed) {
    // the whole leg fills the picture: half for windows on weak machines, low for phones and thumbnails, where the
    // edges of tendons blur a little
    struct Use {
        mesh::Detail detail;
        int side;
        double most; ///< mean difference on the leg, of 255
    };
    const anatomy::Atlas known = atlas();
    const mesh::Model full = plate(known, mesh::Detail::full);
    for (const Use use : {Use{mesh::Detail::half, 720, 4.0}, Use{mesh::Detail::low, 240, 8.0}}) {
        const std::string level(mesh::k_detail_names[static_cast<std::size_t>(use.detail)]);
        maker::write_views(full, known, folder_, "full", use.side);
        maker::write_views(plate(known, use.detail), known, folder_, level, use.side);
        for (const char* side : k_sides) {
            const files::Image expected = picture(std::string("full_") + side);
            const auto difference = support::compare(picture(level + "_" + side), expected, {});
            const double on_leg = difference.mean / std::max(covered(expected), 0.01);
            std::printf("%s at %d px, %s: mean difference on the leg %.2f of 255\n", level.c_str(), use.side, side,
                        on_leg);
            EXPECT_LT(on_leg, use.most) << level << ' ' << side;
        }
    }
}

} // namespace
