// Bodies: the shipped ones are right, and what is wrong in one is said in so many words.
#include "files/load.h"
#include "small_atlas.h"

namespace {

using samples::Folder;

std::string small_body() {
    std::string text = "format = 1\nname = 'Somebody'\n";
    for (const std::string_view measure : anatomy::k_measure_names)
        text += "[" + std::string(measure) + "]\nmm = 400\nsources = ['book']\n";
    return text;
}

/// "key: message (suggestion)" of everything wrong in the text of a body.
std::string complaints(const std::string& text) {
    const Folder folder;
    samples::write_atlas(folder, samples::small_atlas());
    const auto atlas = files::load_atlas(folder.path());
    EXPECT_TRUE(atlas);
    folder.file("somebody.toml", text);
    const auto loaded = files::load_physique(folder.path() / "somebody.toml", *atlas.value);
    EXPECT_EQ(bool(loaded), loaded.diagnostics.empty());
    std::string all;
    for (const base::Diagnostic& d : loaded.diagnostics) {
        all += (all.empty() ? "" : "\n") + d.key + ": " + d.message;
    }
    return all;
}

TEST(Physique, ShippedOnesLoadWithoutAWord) {
    const std::filesystem::path folder = std::filesystem::path(PINSTRETCH_SOURCE_DIR) / "assets/anatomy";
    const auto atlas = files::load_atlas(folder);
    ASSERT_TRUE(atlas);
    for (const char* id : {"average_man", "average_woman"}) {
        const auto loaded = files::load_physique(folder / "bodies" / (std::string(id) + ".toml"), *atlas.value);
        for (const base::Diagnostic& d : loaded.diagnostics) ADD_FAILURE() << base::to_string(d);
        ASSERT_TRUE(loaded);
        EXPECT_EQ(loaded.value->id, id);
    }
}

TEST(Physique, TakesItsIdFromTheFileAndItsMeasuresInMetres) {
    const Folder folder;
    samples::write_atlas(folder, samples::small_atlas());
    folder.file("somebody.toml", small_body());
    const auto atlas = files::load_atlas(folder.path());
    ASSERT_TRUE(atlas);
    const auto loaded = files::load_physique(folder.path() / "somebody.toml", *atlas.value);
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded.value->id, "somebody");
    EXPECT_EQ(loaded.value->name, "Somebody");
    EXPECT_DOUBLE_EQ(loaded.value->measures[anatomy::Measure::thigh_girth], 0.4);
}

TEST(Physique, EveryMeasureIsRequiredWithItsSource) {
    EXPECT_EQ(complaints(small_body()), "");
    EXPECT_NE(complaints(samples::replaced(small_body(), "[calf_girth]", "[calf_girt]")).find("calf_girth"),
              std::string::npos);
    EXPECT_NE(
        complaints(samples::replaced(small_body(), "sources = ['book']", "sources = []")).find("At least one source"),
        std::string::npos);
    EXPECT_NE(complaints(samples::replaced(small_body(), "'book'", "'bok'")).find("There is no source 'bok'"),
              std::string::npos);
}

TEST(Physique, AMeasureMustBeAPlausibleNumberOfMillimetres) {
    EXPECT_NE(complaints(samples::replaced(small_body(), "mm = 400", "mm = 0")), "");
    EXPECT_NE(complaints(samples::replaced(small_body(), "mm = 400", "mm = 'long'")), "");
}

} // namespace
