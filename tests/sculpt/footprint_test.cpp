// Areas of patches, and the zones that the skin gets.
#include "sculpt/footprint.h"

#include "base/failure.h"

#include <gtest/gtest.h>

namespace {

using namespace sculpt;

anatomy::Patch patch(std::vector<glm::dvec3> points, std::vector<double> half_widths) {
    anatomy::Patch made;
    made.structure = "print";
    made.on = "bone";
    made.strips = {{std::move(points), std::move(half_widths)}};
    return made;
}

/// A square of 100 mm in the plane z = 0, seen from +z, in steps of 10 mm.
mesh::Mesh plain(const char* id) {
    mesh::Mesh mesh;
    mesh.id = id;
    for (int y = 0; y <= 10; ++y)
        for (int x = 0; x <= 10; ++x)
            mesh.positions.emplace_back(0.01f * static_cast<float>(x) - 0.05f, 0.01f * static_cast<float>(y) - 0.05f,
                                        0.0f);
    mesh.normals.assign(mesh.positions.size(), {0.0f, 0.0f, 1.0f});
    for (std::uint32_t y = 0; y < 10; ++y)
        for (std::uint32_t x = 0; x < 10; ++x) {
            const std::uint32_t a = y * 11 + x;
            mesh.indices.insert(mesh.indices.end(), {a, a + 1, a + 11, a + 1, a + 12, a + 11});
        }
    return mesh;
}

anatomy::Atlas atlas_with(anatomy::Kind kind) {
    anatomy::Atlas atlas;
    anatomy::Structure structure;
    structure.id = "print";
    structure.kind = kind;
    structure.colour = {0.5f, 0.25f, 0.1f};
    atlas.structures = {structure};
    const anatomy::Spline flat =
        anatomy::Spline::through({0, 1, 2, 3}, {0, 0, 0, 0}); // every body stands at the origin
    atlas.joints.patella_rotation = atlas.joints.patella_translation_x = atlas.joints.patella_translation_y = flat;
    atlas.joints.drawn_patella_rotation = atlas.joints.drawn_patella_x = atlas.joints.drawn_patella_y = flat;
    return atlas;
}

TEST(AreaOf, AStripWithWidthsIsTheDistanceToItsLineLessThem) {
    const Area area = area_of(patch({{0, 0, 0}, {0.02, 0, 0}}, {0.002, 0.004}));
    EXPECT_NEAR(area({0, 5, 0}, {}), 3.0f, 1e-4f);
    EXPECT_NEAR(area({10, 5, 0}, {}), 2.0f, 1e-4f);
    EXPECT_NEAR(area({20, 1, 0}, {}), -3.0f, 1e-4f);
    EXPECT_NEAR(area({23, 0, 0}, {}), -1.0f, 1e-4f);
}

TEST(AreaOf, FacingKeepsAwayFromTheOtherSideOfAThinBone) {
    anatomy::Patch thin = patch({{0, 0, 0}}, {0.01});
    thin.facing = {0, 0, 1};
    EXPECT_LT(area_of(thin)({0, 0, 0}, {0, 0, 1}), 0.0f);
    EXPECT_GT(area_of(thin)({0, 0, 0}, {0, 0, -1}), 0.0f);
}

TEST(MakeFootprints, GivesAClosedPatchInTheStructuresColour) {
    anatomy::Atlas atlas = atlas_with(anatomy::Kind::footprint);
    atlas.patches = {patch({{0, 0, 0}}, {0.012})};
    const std::vector<mesh::Mesh> made = make_footprints(atlas, std::vector{plain("bone")});
    ASSERT_EQ(made.size(), 1u);
    EXPECT_EQ(made[0].id, "print");
    EXPECT_TRUE(mesh::defects(made[0]).empty());
    EXPECT_EQ(made[0].colours.at(0), glm::vec4(0.5f, 0.25f, 0.1f, 1.0f));
    for (const glm::vec3& p : made[0].positions) EXPECT_LT(std::hypot(p.x, p.y), 0.0123f);
}

TEST(MakeFootprints, LeavesOutWhatLiesOnABoneThatIsNotMade) {
    anatomy::Atlas atlas = atlas_with(anatomy::Kind::footprint);
    atlas.patches = {patch({{0, 0, 0}}, {0.012})};
    EXPECT_TRUE(make_footprints(atlas, std::vector{plain("another")}).empty());
}

TEST(MakeFootprints, SaysWhichPatchMissesItsBone) {
    anatomy::Atlas atlas = atlas_with(anatomy::Kind::footprint);
    atlas.patches = {patch({{0, 0, 0.05}}, {0.012})};
    try {
        make_footprints(atlas, std::vector{plain("bone")});
        FAIL();
    } catch (const base::Failure& failure) {
        EXPECT_STREQ(failure.what(), "The patch 'print' lies nowhere on 'bone'.");
    }
}

TEST(ZonesOn, AreAsWideOnTheSkinAsTheirRegionsAreUnderIt) {
    anatomy::Atlas atlas = atlas_with(anatomy::Kind::zone);
    atlas.structures[0].regions = {"fossa"};
    anatomy::Region fossa;
    fossa.id = "fossa";
    fossa.body = anatomy::Body::pelvis;
    fossa.centre = {0.0, 0.0, -0.015};
    fossa.radius = 0.02;
    atlas.regions = {fossa};
    const std::vector<anatomy::Patch> zones = zones_on(plain("skin"), atlas);
    ASSERT_EQ(zones.size(), 1u);
    EXPECT_EQ(zones[0].structure, "print");
    EXPECT_NEAR(area_of(zones[0])({20, 0, 0}, {0, 0, 1}), 0.0f, 1e-3f);
    const std::vector<mesh::Mesh> made = make_footprints(atlas, std::vector{plain("skin")});
    ASSERT_EQ(made.size(), 1u);
    EXPECT_TRUE(mesh::defects(made[0]).empty());
}

} // namespace
