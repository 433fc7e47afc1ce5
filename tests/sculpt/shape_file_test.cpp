#include "sculpt/shape_file.h"

#include "sculpt/leg.h"

#include <gtest/gtest.h>

namespace {

using namespace sculpt;

constexpr const char* k_good = R"(
format = 1
[[structure]]
id = "peg"
voxel_mm = 1.0
triangles = 2000
[[structure.shape]]
op = "add"
kind = "ellipsoid"
center_mm = [0, 0, 0]
radii_mm = [10, 10, 10]
)";

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    return text.replace(text.find(what), what.size(), with);
}

/// All diagnostics of the text as one string; empty when it loads.
std::string complaints(const std::string& text) {
    std::string all;
    const auto loaded = shapes_from_text(text, "shapes.toml", anatomy::Kind::bone);
    for (const auto& diagnostic : loaded.diagnostics) all += base::to_string(diagnostic) + "\n";
    EXPECT_EQ(loaded.value.has_value(), all.empty());
    return all;
}

TEST(ShapeFile, GoodTextBecomesAClosedMeshOfTheRightVolume) {
    const auto loaded = shapes_from_text(k_good, "shapes.toml", anatomy::Kind::bone);
    ASSERT_TRUE(loaded);
    const mesh::Model model = make_leg(*loaded.value, {}).front();
    ASSERT_EQ(model.meshes.size(), 1u);
    EXPECT_EQ(model.meshes[0].id, "peg");
    EXPECT_TRUE(mesh::defects(model.meshes[0]).empty());
    EXPECT_NEAR(mesh::volume(model.meshes[0]), 4.18879e-6, 0.02 * 4.18879e-6);
}

TEST(ShapeFile, UnknownKeyIsAnErrorWithTheNearestOne) {
    const std::string all = complaints(replaced(k_good, "radii_mm", "radius_mm"));
    EXPECT_NE(all.find("radius_mm"), std::string::npos);
    EXPECT_NE(all.find("radii_mm"), std::string::npos);
}

TEST(ShapeFile, UnknownKindOrOperationIsAnErrorWithTheLine) {
    EXPECT_NE(complaints(replaced(k_good, "\"ellipsoid\"", "\"elipsoid\"")).find("did you mean 'ellipsoid'"),
              std::string::npos);
    EXPECT_NE(complaints(replaced(k_good, "\"add\"", "\"ad\"")).find("shapes.toml:8"), std::string::npos);
}

TEST(ShapeFile, FirstShapeMustAdd) {
    EXPECT_NE(complaints(replaced(k_good, "\"add\"", "\"cut\"")).find("must add"), std::string::npos);
}

TEST(ShapeFile, LengthsMustBePositive) {
    EXPECT_NE(complaints(replaced(k_good, "[10, 10, 10]", "[10, -1, 10]")).find("0.05"), std::string::npos);
}

TEST(ShapeFile, TubeNeedsTwoStationsApart) {
    const std::string tube =
        replaced(replaced(replaced(k_good, "\"ellipsoid\"", "\"tube\""), "center_mm = [0, 0, 0]\n", ""),
                 "radii_mm = [10, 10, 10]", "stations_mm = [[0, 0, 0, 5, 5, 0]]");
    EXPECT_NE(complaints(tube).find("at least 2"), std::string::npos);
    const std::string twice = replaced(tube, "5, 5, 0]]", "5, 5, 0], [0, 0, 0, 5, 5, 0]]");
    EXPECT_NE(complaints(twice).find("same place"), std::string::npos);
}

TEST(ShapeFile, PlateNeedsWholeRows) {
    const std::string plate =
        replaced(replaced(replaced(k_good, "\"ellipsoid\"", "\"plate\""), "center_mm = [0, 0, 0]", "columns = 2"),
                 "radii_mm = [10, 10, 10]", "grid_mm = [[0, 0, 0, 2], [9, 0, 0, 2], [0, 9, 0, 2]]");
    EXPECT_NE(complaints(plate).find("2 rows"), std::string::npos);
}

TEST(ShapeFile, EverythingWrongIsReportedAtOnce) {
    const std::string all =
        complaints(replaced(replaced(k_good, "voxel_mm = 1.0", "voxel_mm = 999"), "\"add\"", "\"cut\""));
    EXPECT_NE(all.find("voxel_mm"), std::string::npos);
    EXPECT_NE(all.find("must add"), std::string::npos);
}

TEST(ShapeFile, BodiesAndTheirPassagesMustFit) {
    const std::string carried =
        replaced(k_good, "[[structure.shape]]",
                 "[structure.carry]\nby = \"height\"\nbodies = [\"pelvis\", \"femor\"]\nbetween = [[1, 1], [2, 3]]\n"
                 "[[structure.shape]]");
    const std::string all = complaints(carried);
    EXPECT_NE(all.find("did you mean 'femur'"), std::string::npos);
    EXPECT_NE(all.find("one row"), std::string::npos);
}

TEST(ShapeFile, ShippedFilesLoadWithoutADiagnostic) {
    const auto loaded = load_shape_folder(PINSTRETCH_SOURCE_DIR "/assets/anatomy/shapes");
    for (const auto& diagnostic : loaded.diagnostics) ADD_FAILURE() << base::to_string(diagnostic);
    EXPECT_TRUE(loaded);
}

TEST(Tendon, ShareIsLinearBetweenRows) {
    const std::vector<glm::vec2> rows = {{0.0f, 1.0f}, {0.2f, 0.0f}, {0.8f, 0.0f}, {1.0f, 0.5f}};
    EXPECT_FLOAT_EQ(tendon_at(rows, 0.1f), 0.5f);
    EXPECT_FLOAT_EQ(tendon_at(rows, 0.5f), 0.0f);
    EXPECT_FLOAT_EQ(tendon_at(rows, 2.0f), 0.5f);
    EXPECT_FLOAT_EQ(tendon_at({}, 0.5f), 0.0f);
}

} // namespace
