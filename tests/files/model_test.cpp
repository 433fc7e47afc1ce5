// Models on their way out and in: glTF round trip, isolated import, cache.
#include "files/bytes.h"
#include "files/import.h"
#include "files/load.h"
#include "samples.h"

#include "base/failure.h"

#include <array>
#include <cstring>
#include <limits>

namespace {

using samples::Folder;

std::string message(const base::Loaded<mesh::Model>& loaded) {
    EXPECT_FALSE(loaded);
    return loaded.diagnostics.empty() ? "" : loaded.diagnostics.front().message;
}

/// The importer's own words may end with a full stop or a line.
bool is_a_sentence(const std::string& text) {
    return text.starts_with("The model ") && text.ends_with('.') && !text.ends_with("..") && !text.ends_with(". .");
}

/// Weight of each body, whatever the order of the joints.
std::array<float, 7> by_body(const mesh::Mesh& mesh, std::size_t vertex) {
    std::array<float, 7> sums{};
    for (int i = 0; i < 4; ++i) sums.at(mesh.joints[vertex][static_cast<std::size_t>(i)]) += mesh.weights[vertex][i];
    return sums;
}

TEST(Glb, RoundTripGivesTheSameModel) {
    const Folder folder;
    // "femur" is both a bone and, as a joint, a body
    const mesh::Model written{{samples::tetrahedron("femur"), samples::blended("skin")}};
    files::write_glb(written, folder.path() / "leg.glb");
    const auto loaded = files::import_model(folder.path() / "leg.glb");
    ASSERT_TRUE(loaded) << message(loaded);
    EXPECT_TRUE(loaded.diagnostics.empty());
    ASSERT_EQ(loaded.value->meshes.size(), written.meshes.size());
    for (std::size_t m = 0; m < written.meshes.size(); ++m) {
        const mesh::Mesh &was = written.meshes[m], &is = loaded.value->meshes[m];
        EXPECT_EQ(is.id, was.id);
        EXPECT_EQ(is.positions, was.positions);
        EXPECT_EQ(is.normals, was.normals);
        EXPECT_EQ(is.fibre, was.fibre);
        EXPECT_EQ(is.tissue, was.tissue);
        EXPECT_EQ(is.colours, was.colours);
        EXPECT_EQ(is.indices, was.indices);
        ASSERT_EQ(is.joints.size(), was.joints.size());
        for (std::size_t v = 0; v < was.joints.size(); ++v) EXPECT_EQ(by_body(is, v), by_body(was, v));
    }
}

TEST(Glb, CorrectionShapesComeBackAndBringRelief) {
    const Folder folder;
    const mesh::Model written{{samples::tetrahedron("femur"), samples::folding("skin")}};
    files::write_glb(written, folder.path() / "leg.glb");
    const auto loaded = files::import_model(folder.path() / "leg.glb");
    ASSERT_TRUE(loaded) << message(loaded);
    EXPECT_TRUE(loaded.value->meshes[0].morphs.empty());
    const auto &was = written.meshes[1].morphs, &is = loaded.value->meshes[1].morphs;
    ASSERT_EQ(is.size(), was.size());
    for (std::size_t m = 0; m < was.size(); ++m) {
        EXPECT_EQ(is[m].bend, was[m].bend);
        EXPECT_EQ(is[m].degrees, was[m].degrees);
        ASSERT_EQ(is[m].vertices, was[m].vertices);
        for (std::size_t i = 0; i < was[m].offsets.size(); ++i)
            for (int axis = 0; axis < 3; ++axis) EXPECT_NEAR(is[m].offsets[i][axis], was[m].offsets[i][axis], 1e-7f);
    }
    EXPECT_EQ(loaded.value->meshes[1].relief.size(), written.meshes[1].positions.size());
}

TEST(Glb, IsAFileOfFourByteAlignedChunks) {
    const Folder folder;
    files::write_glb({{samples::blended("skin")}}, folder.path() / "leg.glb");
    const auto bytes = files::read_bytes(folder.path() / "leg.glb", 1 << 20);
    ASSERT_TRUE(bytes);
    const auto word = [&](std::size_t at) {
        std::uint32_t value = 0;
        std::memcpy(&value, bytes->data() + at, 4);
        return value;
    };
    EXPECT_EQ(word(0), 0x46546C67u);
    EXPECT_EQ(word(4), 2u);
    EXPECT_EQ(word(8), bytes->size());
    EXPECT_EQ(word(12) % 4, 0u);
    EXPECT_EQ(word(16), 0x4E4F534Au);
    EXPECT_EQ(20 + word(12) + 8 + word(20 + word(12)), bytes->size());
}

TEST(Glb, StructureWithoutTrianglesIsRefused) {
    const Folder folder;
    mesh::Mesh empty;
    empty.id = "femur";
    EXPECT_THROW(files::write_glb({{empty}}, folder.path() / "leg.glb"), base::Failure);
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "leg.glb"));
}

TEST(Import, TakesTheNameUpToTheFirstDotOrSlash) {
    const Folder folder;
    const auto file = folder.path() / "a.glb";
    files::write_glb({{samples::tetrahedron("femur.001"), samples::tetrahedron("tibia/left")}}, file);
    const auto loaded = files::import_model(file);
    ASSERT_TRUE(loaded) << message(loaded);
    EXPECT_EQ(loaded.value->meshes[0].id, "femur");
    EXPECT_EQ(loaded.value->meshes[1].id, "tibia");
}

TEST(Import, OpenSurfaceIsAWarning) {
    const Folder folder;
    const auto file = folder.file("a.obj", "o sheet\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n");
    const auto loaded = files::import_model(file);
    ASSERT_TRUE(loaded) << message(loaded);
    ASSERT_EQ(loaded.diagnostics.size(), 1u);
    EXPECT_EQ(base::to_string(loaded.diagnostics[0]),
              file.string() + ": warning: sheet: It is not closed: 3 edges have no neighbour.");
}

TEST(Import, NumbersThatAreNoneAreAnError) {
    const Folder folder;
    mesh::Mesh broken = samples::tetrahedron("femur");
    broken.normals[1].x = std::numeric_limits<float>::quiet_NaN();
    files::write_glb({{broken}}, folder.path() / "a.glb");
    EXPECT_EQ(message(files::import_model(folder.path() / "a.glb")),
              "Some positions or normals are not finite numbers.");
}

TEST(Import, MissingFileIsOneClearSentence) {
    EXPECT_EQ(message(files::import_model("/nowhere/leg.glb")), "The model cannot be opened.");
}

TEST(Import, EmptyFileIsOneClearSentence) {
    const Folder folder;
    EXPECT_EQ(message(files::import_model(folder.file("a.glb", ""))), "The model is empty.");
}

TEST(Import, TruncatedFileIsRefused) {
    const Folder folder;
    files::write_glb({{samples::blended("skin")}}, folder.path() / "a.glb");
    for (const std::uintmax_t size : {8u, 100u, 1500u}) {
        std::filesystem::resize_file(folder.path() / "a.glb", 2000);
        std::filesystem::resize_file(folder.path() / "a.glb", size);
        EXPECT_PRED1(is_a_sentence, message(files::import_model(folder.path() / "a.glb"))) << size;
    }
}

TEST(Import, GarbageIsRefused) {
    const Folder folder;
    const std::string garbage(4096, '\x9c');
    for (const char* name : {"a.glb", "a.obj", "a.stl", "a.fbx", "a.ply", "a.unknown"})
        EXPECT_PRED1(is_a_sentence, message(files::import_model(folder.file(name, garbage)))) << name;
}

TEST(Import, TooLargeFileIsRefused) {
    const Folder folder;
    files::ImportLimits limits;
    limits.file_bytes = 1 << 20;
    const auto file = folder.file("a.glb", std::string((1 << 20) + 1, 'x'));
    EXPECT_EQ(message(files::import_model(file, limits)), "The model is larger than 1 MiB.");
}

TEST(Import, WhatUnpacksToTooMuchIsRefused) {
    const Folder folder;
    files::write_glb({{samples::tetrahedron("femur")}}, folder.path() / "a.glb");
    files::ImportLimits limits;
    limits.child.output_bytes = 100;
    EXPECT_EQ(message(files::import_model(folder.path() / "a.glb", limits)), "The model is too large when unpacked.");
}

TEST(Import, PointsAndLinesAloneAreNoModel) {
    const Folder folder;
    const auto file = folder.file("a.obj", "o line\nv 0 0 0\nv 1 0 0\nl 1 2\n");
    EXPECT_TRUE(message(files::import_model(file)).starts_with("The model ")) << message(files::import_model(file));
}

TEST(Import, CrashOfTheImporterIsAnErrorMessage) {
    const Folder folder;
    EXPECT_EQ(message(files::import_model(folder.file("a.crash", "x"))), "The model is damaged: reading it failed.");
}

TEST(Import, NonsenseFromTheImporterIsAnErrorMessage) {
    const Folder folder;
    EXPECT_EQ(message(files::import_model(folder.file("a.garble", "x"))), "The model is damaged: reading it failed.");
}

TEST(Import, ImporterThatHangsIsStopped) {
    const Folder folder;
    files::ImportLimits limits;
    limits.child.time = base::Seconds(1.0);
    EXPECT_EQ(message(files::import_model(folder.file("a.hang", "x"), limits)),
              "Reading the model took longer than 1 s and was stopped.");
}

TEST(Cache, RoundTripGivesTheSameModel) {
    const mesh::Model model{{samples::blended("skin"), samples::tetrahedron("femur")}};
    EXPECT_EQ(files::from_cache(files::to_cache(model)), model);
}

TEST(Cache, KeepsCorrectionShapes) {
    mesh::Mesh mesh = samples::folding("skin");
    mesh.relief.assign(mesh.positions.size(), {0.0f, 0.5f, 0.0f});
    const mesh::Model model{{mesh, samples::tetrahedron("femur")}};
    EXPECT_EQ(files::from_cache(files::to_cache(model)), model);
}

TEST(Cache, CorrectionShapeBeyondTheVerticesIsRefused) {
    mesh::Mesh broken = samples::folding("skin");
    broken.morphs[1].vertices[1] = 4;
    EXPECT_EQ(files::from_cache(files::to_cache({{broken}})), std::nullopt);
    broken = samples::folding("skin");
    broken.morphs[1].offsets.pop_back();
    EXPECT_EQ(files::from_cache(files::to_cache({{broken}})), std::nullopt);
}

TEST(Cache, EveryTruncationIsRefused) {
    const std::vector<std::byte> bytes = files::to_cache({{samples::blended("skin")}});
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_EQ(files::from_cache(std::span(bytes).first(size)), std::nullopt) << size;
}

TEST(Cache, EveryFlippedBitIsRefused) {
    std::vector<std::byte> bytes = files::to_cache({{samples::blended("skin")}});
    for (std::byte& byte : bytes) {
        byte ^= std::byte{4};
        EXPECT_EQ(files::from_cache(bytes), std::nullopt);
        byte ^= std::byte{4};
    }
}

TEST(Cache, OtherVersionIsRefused) {
    std::vector<std::byte> bytes = files::to_cache({{samples::tetrahedron("femur")}});
    bytes[8] = std::byte{99};
    EXPECT_EQ(files::from_cache(bytes), std::nullopt);
}

TEST(Cache, IndexBeyondTheVerticesIsRefused) {
    mesh::Mesh broken = samples::tetrahedron("femur");
    broken.indices[3] = 4;
    EXPECT_EQ(files::from_cache(files::to_cache({{broken}})), std::nullopt);
}

TEST(LoadModel, SecondTimeComesFromTheCache) {
    const Folder folder;
    const auto file = folder.path() / "leg.glb", cache = folder.path() / "cache";
    files::write_glb({{samples::tetrahedron("femur")}}, file);
    const auto first = files::load_model(file, cache);
    ASSERT_TRUE(first) << message(first);
    // a model that only the cache can have given
    mesh::Model marked{{samples::tetrahedron("from_cache")}};
    for (const auto& entry : std::filesystem::directory_iterator(cache))
        files::write_atomically(entry.path(), files::to_cache(marked));
    EXPECT_EQ(files::load_model(file, cache).value, marked);
}

TEST(LoadModel, ChangedFileIsReadAgainAndItsOldCacheGoes) {
    const Folder folder;
    const auto file = folder.path() / "leg.glb", cache = folder.path() / "cache";
    files::write_glb({{samples::tetrahedron("femur")}}, file);
    ASSERT_TRUE(files::load_model(file, cache));
    files::write_glb({{samples::tetrahedron("femur"), samples::tetrahedron("tibia")}}, file);
    const auto second = files::load_model(file, cache);
    ASSERT_TRUE(second) << message(second);
    EXPECT_EQ(second.value->meshes.size(), 2u);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(cache), {}), 1);
}

TEST(LoadModel, DamagedCacheIsReadAnew) {
    const Folder folder;
    const auto file = folder.path() / "leg.glb", cache = folder.path() / "cache";
    files::write_glb({{samples::tetrahedron("femur")}}, file);
    const auto first = files::load_model(file, cache);
    for (const auto& entry : std::filesystem::directory_iterator(cache)) std::filesystem::resize_file(entry.path(), 40);
    EXPECT_EQ(files::load_model(file, cache).value, first.value);
}

TEST(LoadModel, CacheThatCannotBeWrittenIsNoError) {
    const Folder folder;
    const auto file = folder.path() / "leg.glb";
    files::write_glb({{samples::tetrahedron("femur")}}, file);
    EXPECT_TRUE(files::load_model(file, "/proc/nowhere"));
}

} // namespace
