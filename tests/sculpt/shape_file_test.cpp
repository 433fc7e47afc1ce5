#include "sculpt/shape_file.h"

#include "sculpt/leg.h"
#include "sculpt/paint.h"

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

TEST(ShapeFile, AShapeOnBothSidesIsAlsoItsMirrorImage) {
    const std::string text =
        replaced(replaced(k_good, "[0, 0, 0]", "[30, 0, 0]"), "kind =", "both_sides = true\nkind =");
    const auto loaded = shapes_from_text(text, "shapes.toml", anatomy::Kind::bone);
    ASSERT_TRUE(loaded);
    const Program& program = loaded.value->front().program;
    EXPECT_NEAR(program.distance({-40, 0, 0}), 0.0f, 1e-3f);
    EXPECT_NEAR(program.distance({40, 0, 0}), 0.0f, 1e-3f);
}

TEST(ShapeFile, ReadsShellsAndSeamsAndBorrowedForms) {
    const std::string shell = std::string(k_good) + "[[structure.shape]]\nop = \"shell\"\nthickness_mm = 3\n";
    EXPECT_EQ(complaints(shell), "");
    EXPECT_NE(complaints(replaced(shell, "thickness_mm = 3", "")).find("thickness_mm"), std::string::npos);
    EXPECT_NE(complaints(replaced(k_good, "kind =", "seam = true\nkind =")).find("Only a cut"), std::string::npos);
    const std::string borrow = "format = 1\n[[structure]]\nid = \"copy\"\nvoxel_mm = 1\ntriangles = 100\n"
                               "[[structure.borrow]]\nof = \"peg\"\n";
    EXPECT_EQ(complaints(borrow), "");
    EXPECT_NE(complaints(replaced(borrow, "of =", "off =")).find("did you mean 'of'"), std::string::npos);
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

TEST(Paint, CoversAnEllipsoidOrWhatLiesBeyondAPlane) {
    const std::string painted = replaced(k_good, "[[structure.shape]]",
                                         "[[structure.paint]]\ncolour = [1, 0, 0]\nfrom_mm = [0, 5, 0]\n"
                                         "toward = [0, 2, 0]\n"
                                         "[[structure.paint]]\ncolour = [0, 0, 1]\ncenter_mm = [10, 0, 0]\n"
                                         "radii_mm = [4, 4, 4]\nsoft_mm = 2\nshare = 0.5\n[[structure.shape]]");
    const auto loaded = shapes_from_text(painted, "shapes.toml", anatomy::Kind::bone);
    ASSERT_TRUE(loaded);
    const Shape& peg = loaded.value->front();
    EXPECT_EQ(colour_at(peg, {0.0f, 9.0f, 0.0f}), glm::vec3(1.0f, 0.0f, 0.0f));
    EXPECT_EQ(colour_at(peg, {0.0f, -9.0f, 0.0f}), peg.colour);
    const auto blue = [&](float x) { return (colour_at(peg, {x, 0.0f, 0.0f}) - peg.colour).z / (1.0f - peg.colour.z); };
    EXPECT_NEAR(blue(10.0f), 0.5f, 1e-5f);
    EXPECT_NEAR(blue(6.0f), 0.25f, 1e-5f); // half way through the soft border
    EXPECT_NEAR(blue(4.9f), 0.0f, 1e-5f);
}

TEST(Paint, KeysOfAPlaneAndOfAnEllipsoidDoNotMix) {
    const std::string mixed = replaced(k_good, "[[structure.shape]]",
                                       "[[structure.paint]]\ncolour = [1, 0, 0]\ncenter_mm = [0, 5, 0]\n"
                                       "radii_mm = [1, 1, 1]\ntoward = [0, 2, 0]\n[[structure.shape]]");
    EXPECT_NE(complaints(mixed).find("toward"), std::string::npos);
}

TEST(ShapeFile, PoseOfAHandNeedsTheHand) {
    const std::string posed = R"(
format = 1
[[structure]]
id = "fist"
voxel_mm = 1.0
triangles = 2000
[structure.hand]
side = "rigt"
anchor_mm = [0, 0, 0]
rests_on = "palm"
rests_at_mm = [0, 0, 0]
turn_deg = [0, 0, 0]
wrist_deg = [0, 0]
pronation_deg = 90
sleeve = "long"
thumb_deg = [0, 0, 0, 0]
index_deg = [0, 0, 0, 0]
middle_deg = [0, 0, 0, 0]
ring_deg = [0, 0, 0, 0]
little_deg = [0, 0, 0, 0]
)";
    const std::string all = complaints(posed);
    EXPECT_NE(all.find("needs the table [hand]"), std::string::npos);
    EXPECT_NE(all.find("did you mean 'right'"), std::string::npos);
    EXPECT_NE(all.find("thumb_deg: There must be 5 numbers"), std::string::npos);
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

constexpr const char* k_muscle = R"(
format = 1
[[structure]]
id = "belly"
voxel_mm = 1.0
triangles = 500
architecture = "bipennate"
pennation_deg = 12
fibre_side = [0, 0, -2]
tendon = [[0, 1], [0.2, 0]]
[[structure.aponeurosis]]
from = 0.1
to = 0.5
side = [1, 0, 0]
spread = [0.4, 0.1]
[[structure.raphe]]
from = 0.4
to = 0.6
side = [0, 0, 1]
width_mm = 4
[[structure.shape]]
op = "add"
kind = "tube"
stations_mm = [[0, 0, 0, 5, 5, 0], [0, 100, 0, 5, 5, 0]]
)";

TEST(ShapeFile, ReadsHowAMuscleIsBuilt) {
    const auto loaded = shapes_from_text(k_muscle, "shapes.toml", anatomy::Kind::muscle);
    ASSERT_TRUE(loaded);
    const FascicleSpec& spec = loaded.value->front().fascicles;
    EXPECT_EQ(spec.architecture, Architecture::bipennate);
    EXPECT_EQ(spec.fibre_side, glm::vec3(0, 0, -1));
    ASSERT_EQ(spec.aponeuroses.size(), 1u);
    EXPECT_EQ(spec.aponeuroses[0].spread, glm::vec2(0.4f, 0.1f));
    ASSERT_EQ(spec.raphes.size(), 1u);
    EXPECT_EQ(spec.raphes[0].width, 4.0f);
}

TEST(ShapeFile, SaysWhatIsWrongWithTheBuildOfAMuscle) {
    const auto has = [](const std::string& what, const std::string& with, const char* words) {
        const std::string all = complaints(replaced(k_muscle, what, with));
        EXPECT_NE(all.find(words), std::string::npos) << all;
    };
    has("\"bipennate\"", "\"bipenate\"", "did you mean 'bipennate'");
    has("[0, 0, -2]", "[0, 0, 0]", "must not be zero");
    has("[[0, 1], [0.2, 0]]", "[[0.3, 1], [0.2, 0]]", "increasing");
    has("to = 0.5", "to = 0.05", "must end farther");
    has("[0.4, 0.1]", "[0.4]", "both in 0 .. 1");
    has("width_mm = 4", "width_mm = 0", "width_mm");
}

} // namespace
