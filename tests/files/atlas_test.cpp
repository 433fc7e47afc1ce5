// The atlas: the shipped one is right, and each thing that can be wrong is said in so many words.
#include "files/load.h"
#include "small_atlas.h"

namespace {

using samples::Folder;

/// "file: key: message (suggestion)" of everything wrong when `from` in `file` is replaced by `to`.
std::string complaints(const std::string& file, const std::string& from, const std::string& to) {
    const Folder folder;
    std::map<std::string, std::string> files = samples::small_atlas();
    files.at(file) = samples::replaced(files.at(file), from, to);
    samples::write_atlas(folder, files);
    const auto loaded = files::load_atlas(folder.path());
    EXPECT_EQ(bool(loaded), loaded.diagnostics.empty());
    std::string all;
    for (base::Diagnostic d : loaded.diagnostics) {
        EXPECT_GT(d.line, 0) << d.message;
        d.file = std::filesystem::path(d.file).filename().string();
        d.line = 0;
        all += (all.empty() ? "" : "\n") + base::to_string(d);
    }
    return all;
}

TEST(Atlas, ShippedOneLoadsWithoutAWord) {
    const auto loaded = files::load_atlas(std::filesystem::path(PINSTRETCH_SOURCE_DIR) / "assets/anatomy");
    for (const base::Diagnostic& d : loaded.diagnostics) ADD_FAILURE() << base::to_string(d);
    ASSERT_TRUE(loaded);
    EXPECT_TRUE(loaded.value->find_muscle("biceps_femoris_long_head"));
    EXPECT_TRUE(loaded.value->find_structure("hand_left_hold_ankle"));
    EXPECT_NEAR(loaded.value->knee_flexion.high.degrees(), 140.0, 1e-9);
}

TEST(Atlas, ValuesArriveInMetresAndRadians) {
    const Folder folder;
    samples::write_atlas(folder, samples::small_atlas());
    const auto loaded = files::load_atlas(folder.path());
    ASSERT_TRUE(loaded) << base::to_string(loaded.diagnostics.at(0));
    const anatomy::Atlas& atlas = *loaded.value;
    EXPECT_NEAR(atlas.joints.pelvis_rest.y, 0.95, 1e-12);
    EXPECT_NEAR(atlas.muscles.at(0).tendon_slack_length, 0.33, 1e-12);
    EXPECT_NEAR(atlas.muscles[0].pennation.degrees(), 10.0, 1e-12);
    EXPECT_NEAR(atlas.muscles[0].points.at(1).position.z, -0.04, 1e-12);
    EXPECT_EQ(atlas.wraps.at(0).side, 'y');
    EXPECT_EQ(atlas.wraps[0].side_sign, 1);
    EXPECT_NEAR(atlas.joints.patella_translation_x.y.at(0), 0.05, 1e-12);
    EXPECT_NEAR(atlas.structures.at(2).anchor.x, -0.55, 1e-12);
    EXPECT_FALSE(atlas.layers.at(1).shown);
    EXPECT_TRUE(atlas.regions.at(0).no_lock);
    EXPECT_FALSE(atlas.regions[0].structure);
    EXPECT_EQ(atlas.regions.at(1).structure, atlas.find_structure("femur"));
    EXPECT_EQ(atlas.articulations.at(0).region, 1);
    EXPECT_NEAR(atlas.articulations[0].reach, 0.03, 1e-12);
    EXPECT_NEAR(atlas.volumes.at(0).volume, 200e-6, 1e-12);
}

TEST(Atlas, AFootprintBecomesAStructureOfItsBoneAndAPatch) {
    const Folder folder;
    samples::write_atlas(folder, samples::small_atlas());
    const auto loaded = files::load_atlas(folder.path());
    ASSERT_TRUE(loaded) << base::to_string(loaded.diagnostics.at(0));
    const anatomy::Atlas& atlas = *loaded.value;
    const auto found = atlas.find_structure("footprint_biceps_origin");
    ASSERT_TRUE(found);
    const anatomy::Structure& made = atlas.structures[static_cast<std::size_t>(*found)];
    EXPECT_EQ(made.name, "Biceps femoris: origin");
    EXPECT_EQ(made.owner, "biceps");
    EXPECT_EQ(made.body, anatomy::Body::femur);
    EXPECT_EQ(made.layer, "footprints");
    EXPECT_EQ(made.facts.note, "Back of the bone");
    EXPECT_GT(made.colour.x, made.colour.z) << "origins are red";
    ASSERT_EQ(atlas.patches.size(), 1u);
    EXPECT_EQ(atlas.patches[0].structure, made.id);
    EXPECT_EQ(atlas.patches[0].on, "femur");
    EXPECT_NEAR(atlas.patches[0].strips.at(0).half_widths.at(1), 0.004, 1e-12);
    EXPECT_NEAR(atlas.patches[0].facing.z, -1.0, 1e-12);
}

TEST(Atlas, EveryEffectUnderTheSkinSaysHowItIsKnown) {
    const auto loaded = files::load_atlas(std::filesystem::path(PINSTRETCH_SOURCE_DIR) / "assets/anatomy");
    ASSERT_TRUE(loaded);
    const anatomy::UnderSkin& skin = loaded.value->under_skin;
    EXPECT_NE(skin.note.find("no controlled study"), std::string::npos);
    for (int i = 0; i < anatomy::k_effect_count; ++i) {
        const anatomy::Effect& effect = skin.effects[static_cast<std::size_t>(i)];
        EXPECT_EQ(effect.kind, static_cast<anatomy::EffectKind>(i));
        EXPECT_NE(effect.evidence, anatomy::Evidence::trial) << "no controlled trial of " << effect.name << " is known";
    }
    const auto tone = static_cast<std::size_t>(anatomy::EffectKind::tone);
    EXPECT_EQ(skin.effects[tone].evidence, anatomy::Evidence::one_case);
}

TEST(Atlas, ASecondBoneIsNamedInTheFootprint) {
    const Folder folder;
    std::map<std::string, std::string> files = samples::small_atlas();
    files["structures.toml"] += "[[structure]]\nid = 'hip'\nname = 'Hip bone'\nkind = 'bone'\nlayer = 'bones'\n"
                                "follow = 'rigid'\nbody = 'pelvis'\ncolour = [1, 1, 1]\n";
    files["footprints.toml"] += "[[footprint]]\nmuscle = 'biceps'\nend = 'origin'\nbone = 'hip'\nplace = 'Its edge'\n"
                                "sources = ['book']\n[[footprint.strip]]\npoints_mm = [[0, 900, 0, 5]]\n";
    samples::write_atlas(folder, files);
    const auto loaded = files::load_atlas(folder.path());
    ASSERT_TRUE(loaded) << base::to_string(loaded.diagnostics.at(0));
    const auto found = loaded.value->find_structure("footprint_biceps_origin_hip");
    ASSERT_TRUE(found);
    EXPECT_EQ(loaded.value->structures[static_cast<std::size_t>(*found)].name,
              "Biceps femoris: origin on the Hip bone");
}

TEST(Atlas, APathHasTheNameOfItsStructureOrItsOwn) {
    const Folder folder;
    std::map<std::string, std::string> files = samples::small_atlas();
    samples::write_atlas(folder, files);
    const auto sculpted = files::load_atlas(folder.path());
    ASSERT_TRUE(sculpted) << base::to_string(sculpted.diagnostics.at(0));
    EXPECT_EQ(sculpted.value->muscles.at(0).name, "Biceps femoris");
    std::string& muscles = files.at("muscles.toml");
    muscles = samples::replaced(muscles, "structure = \"biceps\"", "name = \"A deep muscle\"");
    samples::write_atlas(folder, files);
    const auto bare = files::load_atlas(folder.path());
    ASSERT_TRUE(bare) << base::to_string(bare.diagnostics.at(0));
    EXPECT_EQ(bare.value->muscles.at(0).name, "A deep muscle");
    EXPECT_TRUE(bare.value->muscles[0].structure.empty());
}

TEST(Atlas, FolderThatIsNotThereNamesEveryFile) {
    const auto loaded = files::load_atlas("/nowhere");
    EXPECT_FALSE(loaded);
    EXPECT_EQ(loaded.diagnostics.size(), 9u);
}

struct Case {
    const char* file;
    const char* from;
    const char* to;
    const char* said;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.said; }

class BrokenAtlas : public testing::TestWithParam<Case> {};

TEST_P(BrokenAtlas, IsSaidInSoManyWords) {
    const Case& c = GetParam();
    EXPECT_EQ(complaints(c.file, c.from, c.to), c.said);
}

constexpr Case k_structures[] = {
    {"sources.toml", "licence", "license",
     "sources.toml: error: source[1].licence: This key is missing; it must be text.\n"
     "sources.toml: error: source[1].license: This key is not known here. (did you mean 'licence'?)"},
    {"structures.toml", "id = \"hand_right_palm\"", "id = \"Palm\"",
     "structures.toml: error: structure[3].id: The id 'Palm' may hold only small letters a to z, digits and '_'."},
    {"structures.toml", "id = \"hand_right_palm\"", "id = \"femur\"",
     "structures.toml: error: structure[3].id: The id 'femur' is given twice."},
    {"structures.toml", "layer = \"bones\"", "layer = \"bone\"",
     "structures.toml: error: structure[1].layer: There is no layer 'bone'. (did you mean 'bones'?)"},
    {"structures.toml", "muscle = \"biceps\"", "muscle = \"bicep\"",
     "structures.toml: error: structure[2].muscle: There is no muscle path 'bicep'. (did you mean 'biceps'?)"},
    {"structures.toml", "sources = [\"book\"]", "sources = [\"boook\"]",
     "structures.toml: error: structure[1].facts.sources: There is no source 'boook'. (did you mean 'book'?)"},
    {"structures.toml", "muscle = \"biceps\"", "muscle = \"biceps\"\nbody = \"femur\"",
     "structures.toml: error: structure[2].body: Only a structure with follow = \"rigid\" has a body."},
    {"structures.toml", "body = \"femur\"", "body = \"femur\"\nmuscle = \"biceps\"",
     "structures.toml: error: structure[1].muscle: Only a structure with follow = \"strand\" has a muscle."},
    {"structures.toml", "follow = \"rigid\"\nbody = \"femur\"", "follow = \"blend\"",
     "structures.toml: error: structure[1].follow: A bone must have follow = \"rigid\"."},
    {"structures.toml", "[0.8, 0.7, 0.6]", "[204, 178, 153]",
     "structures.toml: error: structure[1].colour: Each part of a colour must be from 0 to 1."},
    {"structures.toml", "anchor_mm = [-550, 1200, -300]", "",
     "structures.toml: error: structure[3].anchor_mm: This key is missing; it must be a list of 3 numbers."},
    {"structures.toml", "body = \"femur\"", "body = \"femur\"\nanchor_mm = [1, 2, 3]",
     "structures.toml: error: structure[1].anchor_mm: Only a structure with kind = \"hand\" has an anchor."},
    {"regions.toml", "sources = [\"book\"]", "",
     "regions.toml: error: region[1].sources: At least one source must be given."},
    {"regions.toml", "radius_mm = 40", "radius_mm = 0",
     "regions.toml: error: region[1].radius_mm: This must be greater than 0."},
    {"regions.toml", "structure = \"femur\"", "structure = \"tibia\"",
     "regions.toml: error: region[2].structure: There is no bone of this body 'tibia'."},
    {"regions.toml", "bones = [\"femur\", \"tibia\"]", "bones = [\"femur\"]",
     "regions.toml: error: articulation[1].bones: A joint must name two bones."},
    {"regions.toml", "region = \"shaft\"", "region = \"shafts\"",
     "regions.toml: error: articulation[1].region: There is no region 'shafts'. (did you mean 'shaft'?)"},
    {"volumes.toml", "structure = \"biceps\"", "structure = \"femur\"",
     "volumes.toml: error: volume[1].structure: There is no muscle 'femur'."},
};
INSTANTIATE_TEST_SUITE_P(Structures, BrokenAtlas, testing::ValuesIn(k_structures));

constexpr Case k_footprints[] = {
    {"footprints.toml", "muscle = \"biceps\"", "muscle = \"bicep\"",
     "footprints.toml: error: footprint[1].muscle: There is no muscle 'bicep'. (did you mean 'biceps'?)"},
    {"footprints.toml", "bone = \"femur\"", "bone = \"biceps\"",
     "footprints.toml: error: footprint[1].bone: There is no bone 'biceps'."},
    {"footprints.toml", "end = \"origin\"", "end = \"orign\"",
     "footprints.toml: error: footprint[1].end: 'orign' is not known here; allowed: origin, insertion. (did you mean "
     "'origin'?)"},
    {"footprints.toml", "-20, 5]", "-20, 0]",
     "footprints.toml: error: footprint[1].strip: A footprint needs at least one [[footprint.strip]] with points.\n"
     "footprints.toml: error: footprint[1].strip[1].points_mm: Each half width must be greater than 0."},
    {"footprints.toml", "place = ", "where = ",
     "footprints.toml: error: footprint[1].place: This key is missing; it must be text.\n"
     "footprints.toml: error: footprint[1].where: This key is not known here."},
    {"structures.toml", "id = \"footprints\"", "id = \"prints\"",
     "footprints.toml: error: footprint: structures.toml has no layer 'footprints' to show them in."},
    {"structures.toml", "kind = \"muscle\"", "kind = \"muscle\"\nregions = [\"fossa\"]",
     "structures.toml: error: structure[2].regions: Only a structure with kind = \"zone\" has regions."},
    {"structures.toml", "kind = \"muscle\"", "kind = \"zone\"\nregions = [\"fosa\"]",
     "structures.toml: error: structure[2].regions: There is no region 'fosa'. (did you mean 'fossa'?)"},
};
INSTANTIATE_TEST_SUITE_P(Footprints, BrokenAtlas, testing::ValuesIn(k_footprints));

constexpr Case k_under_skin[] = {
    {"under_skin.toml", "evidence = 'one_case'", "evidence = 'one case'",
     "under_skin.toml: error: effect[1].evidence: 'one case' is not known here; allowed: claim, indirect, one_case, "
     "trial. (did you mean 'one_case'?)"},
    {"under_skin.toml", "kind = 'tone'", "kind = 'collagen'",
     "under_skin.toml: error: effect: The file must list each of the 4 kinds of [[effect]].\n"
     "under_skin.toml: error: effect[4].kind: Each kind of effect must be given once."},
    {"under_skin.toml", "doubt = 'd'", "doubts = 'd'",
     "under_skin.toml: error: effect[1].doubt: This key is missing; it must be text.\n"
     "under_skin.toml: error: effect[1].doubts: This key is not known here. (did you mean 'doubt'?)"},
    {"under_skin.toml", "sources = ['book']\n[[effect]]", "sources = ['bok']\n[[effect]]",
     "under_skin.toml: error: sources: There is no source 'bok'. (did you mean 'book'?)"},
};
INSTANTIATE_TEST_SUITE_P(UnderSkin, BrokenAtlas, testing::ValuesIn(k_under_skin));

constexpr Case k_joints[] = {
    {"joints.toml", "parent = 'pelvis'", "parent = 'femur'",
     "joints.toml: error: hip.parent: The parent of this joint must be 'pelvis'."},
    {"joints.toml", "parent_rotation = [1, 0, 0, 0]", "parent_rotation = [1, 1, 0, 0]",
     "joints.toml: error: hip.parent_rotation: A rotation must be 4 numbers w, x, y, z whose squares add up to 1."},
    {"joints.toml", "rotation_axes = [[1, 0, 0]", "rotation_axes = [[2, 0, 0]",
     "joints.toml: error: knee.rotation_axes: Each axis must have length 1."},
    {"joints.toml", "[[1, 0, 0], [0, 0, 1], [0, 1, 0]]", "[[1, 0, 0], [0, 0, 1]]",
     "joints.toml: error: knee.rotation_axes: This must be 3 axes, but it has 2."},
    {"joints.toml", "[[0], [0]]", "[[0]]",
     "joints.toml: error: knee.rotation_polynomials_rad: This must be 2 polynomials, but it has 1."},
    {"joints.toml", "[[0], [0]]", "[[0], []]",
     "joints.toml: error: knee.rotation_polynomials_rad: A polynomial needs at least one coefficient."},
    {"joints.toml", "nodes_deg = [0, 40, 80, 120]", "nodes_deg = [0, 80, 40, 120]",
     "joints.toml: error: patella.nodes_deg: There must be at least 4 nodes, each greater than the one before."},
    {"joints.toml", "rotation_deg = [0, -20, -60, -100]", "rotation_deg = [0, -20, -60]",
     "joints.toml: error: patella.rotation_deg: This must have as many numbers as nodes_deg, 4, but it has 3."},
    {"joints.toml", "knee_flexion_deg = [0, 140]", "knee_flexion_deg = [140, 0]",
     "joints.toml: error: range.knee_flexion_deg: A range must be [low, high] with -180 <= low < high <= 180."},
    {"joints.toml", "sources = ['book']", "sources = []",
     "joints.toml: error: sources: At least one source must be given."},
};
INSTANTIATE_TEST_SUITE_P(Joints, BrokenAtlas, testing::ValuesIn(k_joints));

constexpr Case k_muscles[] = {
    {"muscles.toml", "side = \"+y\"", "side = \"+z\"",
     "muscles.toml: error: wrap[1].side: '+z' is not known here; allowed: +x, -x, +y, -y. (did you mean '+x'?)"},
    {"muscles.toml", "structure = \"biceps\"", "structure = \"femur\"",
     "muscles.toml: error: muscle[1].id: A muscle's id must be its structure's, or that followed by '/' and a number."},
    {"muscles.toml", "structure = \"biceps\"", "",
     "muscles.toml: error: muscle[1].name: This key is missing; it must be text."},
    {"muscles.toml", "structure = \"biceps\"", "structure = \"biceps\"\nname = \"Biceps\"",
     "muscles.toml: error: muscle[1].name: This key is not known here."},
    {"muscles.toml", "pennation_deg = 10", "pennation_deg = 50",
     "muscles.toml: error: muscle[1].pennation_deg: The value 50 is not allowed; it must be from 0 to 45."},
    {"muscles.toml", "passive_strain_one = 0.7", "passive_strain_one = 0.05",
     "muscles.toml: error: muscle[1].passive_strain_one: This must be greater than passive_strain_zero."},
    {"muscles.toml", "sources = [\"book\"]", "sources = [\"book\"]\nwraps = [\"condyl\"]",
     "muscles.toml: error: muscle[1].wraps: There is no wrap 'condyl'. (did you mean 'condyle'?)"},
    {"muscles.toml",
     "[[wrap]]\nid = \"condyle\"\nbody = \"tibia\"\ncentre_mm = [0, 200, 0]\nrotation = [1, 0, 0, 0]\nradius_mm = 20\n"
     "length_mm = 100\nside = \"+y\"\n[[muscle]]",
     "[[muscle]]\nwraps = [\"condyle\"]", "muscles.toml: error: muscle[1].wraps: The file has no [[wrap]]."},
    {"muscles.toml", "[[muscle.point]]\nbody = \"pelvis\"\nposition_mm = [0, -450, -50]", "",
     "muscles.toml: error: muscle[1].point: A muscle needs at least 2 points, but it has 1."},
};
INSTANTIATE_TEST_SUITE_P(Muscles, BrokenAtlas, testing::ValuesIn(k_muscles));

} // namespace
