// What a strained muscle looks like.
#include "render_fixture.h"

#include "mesh/refine.h"

#include <algorithm>

namespace {

using namespace render_test;

/// A cube of muscle strained by so much all over; its fibre coordinate runs along X.
scene::Scene strained(float strain, const mesh::Mesh& source = cube()) {
    auto shape = std::make_shared<scene::Shape>();
    shape->positions = source.positions;
    shape->normals = source.normals;
    shape->material.assign(source.positions.size(), 0.5f);
    shape->strain.fill(strain);
    scene::Scene scene = empty_scene();
    scene.items = {item(0, glm::vec3(0.0f))};
    scene.items[0].kind = anatomy::Kind::muscle;
    scene.items[0].colouring = scene::Colouring::strain;
    scene.items[0].shape = shape;
    return scene;
}

using StrainTest = RendererTest;

TEST_P(StrainTest, StrainColoursFollowTheMapAndSlackIsPaleRose) {
    const auto with_strain = [&](float strain) { return at(picture(strained(strain)), k_middle); };
    const auto slack = with_strain(-0.3f), little = with_strain(0.04f), half = with_strain(0.2f),
               full = with_strain(0.4f);
    EXPECT_GT(slack[0], slack[2]);
    EXPECT_GT(slack[0] + slack[1], half[0] + half[1]); // pale
    EXPECT_LT(slack[0], 2 * slack[2]);                 // and no yellow
    EXPECT_GT(little[2], little[0]);                   // the blue end
    EXPECT_GT(full[0], 2 * full[2]);                   // the yellow end
    EXPECT_LT(little[0] + little[1], half[0] + half[1]);
    EXPECT_LT(half[0] + half[1], full[0] + full[1]);
}

TEST_P(StrainTest, BandsAcrossTheMuscleGrowWithStrain) {
    const auto dark_share = [&](float strain) {
        scene::Scene scene = strained(strain);
        scene.camera.eye.z = 1.2f;
        const auto pixels = picture(scene);
        int dark = 0, brightest = 0;
        for (int x = 0; x < k_size.x; ++x) brightest = std::max(brightest, brightness(pixels, {x, k_middle.y}));
        for (int x = 0; x < k_size.x; ++x) dark += brightness(pixels, {x, k_middle.y}) < 0.45 * brightest ? 1 : 0;
        return static_cast<double>(dark) / k_size.x;
    };
    EXPECT_GT(dark_share(0.2f), 0.1);
    EXPECT_GT(dark_share(0.4f), dark_share(0.2f) + 0.1);
    EXPECT_LT(dark_share(-0.3f), 0.1) << "slack";
}

TEST_P(StrainTest, AGhostInStrainColoursFadesAtItsEnds) {
    // how much light it takes is told at vertices, of which a muscle has many along its fibres
    mesh::refine(model_.meshes[0], 0.03f, [](const glm::vec3&) { return true; });
    renderer_.emplace(model_, shader_folder());
    scene::Scene scene = strained(-0.3f, model_.meshes[0]);
    scene.items[0].ghost = true;
    scene.camera.eye.z = 2.5f; // the face is 112 pixels wide
    const auto drawn = picture(scene);
    scene.items.clear();
    const auto bare = picture(scene);
    const auto change = [&](int x) { return std::abs(brightness(drawn, {x, 60}) - brightness(bare, {x, 60})); };
    EXPECT_GT(change(80 - 10), 30);
    EXPECT_LE(change(80 - 55), 4);
}

TEST_P(StrainTest, ChangesWithinATriangle) {
    scene::Scene scene = strained(0.2f);
    auto shape = std::make_shared<scene::Shape>(*scene.items[0].shape);
    for (std::size_t i = 0; i < shape->positions.size(); ++i) shape->material[i] = shape->positions[i].x + 0.5f;
    std::fill(shape->strain.begin(), shape->strain.begin() + tissue::k_strand_nodes / 2, -0.3f);
    scene.items[0].shape = shape;
    const auto pixels = picture(scene);
    const auto rose = [&](int x) { return at(pixels, {x, 63})[0] - at(pixels, {x, 63})[2]; };
    EXPECT_GT(rose(80 - 8), rose(80 + 8) + 15) << "slack up to the middle of two triangles, taut beyond";
    EXPECT_NEAR(rose(80 - 8), rose(80 - 20), 12);
}

INSTANTIATE_TEST_SUITE_P(Apis, StrainTest, support::apis(), support::api_label);

} // namespace
