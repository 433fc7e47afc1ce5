// The built leg, as the program reads it, against the atlas and the shape files.
#include "anatomy/proportion.h"
#include "built_leg.h"
#include "sculpt/leg.h"

#include <algorithm>
#include <cmath>
#include <glm/matrix.hpp>
#include <gtest/gtest.h>
#include <unistd.h>

namespace {

using anatomy::Kind;

using built::atlas;
using built::leg;
using built::shapes;

/// Where a point of this body, under the skin, is in the body that the shapes are drawn as (Newton's method).
glm::vec3 as_drawn(const glm::vec3& point) {
    static const anatomy::Proportion proportion(atlas().drawn, built::physique(built::body()).measures);
    glm::dvec3 drawn(point);
    for (int i = 0; i < 6; ++i)
        drawn -= glm::inverse(proportion.jacobian(drawn)) * (proportion.carry(drawn) - glm::dvec3(point));
    return glm::vec3(drawn);
}

bool is_inner(Kind kind) { return kind == Kind::muscle || kind == Kind::tendon || kind == Kind::fascia; }

TEST(Leg, EveryMeshIsFitForUse) {
    ASSERT_FALSE(leg().meshes.empty());
    for (const mesh::Mesh& mesh : leg().meshes) {
        for (const std::string& defect : mesh::defects(mesh)) ADD_FAILURE() << mesh.id << ": " << defect;
        EXPECT_GT(mesh::volume(mesh), 0.0) << mesh.id;
        EXPECT_EQ(mesh.normals.size(), mesh.positions.size()) << mesh.id;
        EXPECT_EQ(mesh.colours.size(), mesh.positions.size()) << mesh.id;
    }
}

TEST(Leg, HasEveryStructureOfTheAtlasAndNothingElse) {
    ASSERT_FALSE(atlas().structures.empty());
    for (const auto& structure : atlas().structures) EXPECT_TRUE(leg().find(structure.id)) << structure.id;
    for (const mesh::Mesh& mesh : leg().meshes) EXPECT_TRUE(atlas().find_structure(mesh.id)) << mesh.id;
}

TEST(Leg, CarriesWhatItsStructureNeedsToMove) {
    for (const auto& structure : atlas().structures) {
        const auto found = leg().find(structure.id);
        ASSERT_TRUE(found) << structure.id;
        const mesh::Mesh& mesh = leg().meshes[static_cast<std::size_t>(*found)];
        EXPECT_TRUE(structure.follow != anatomy::Follow::blend || !mesh.weights.empty()) << structure.id;
        EXPECT_TRUE(structure.follow != anatomy::Follow::strand || !mesh.fibre.empty()) << structure.id;
    }
}

TEST(Leg, MusclesKeepOutOfTheBones) {
    for (const sculpt::Shape& muscle : shapes()) {
        const auto found = leg().find(muscle.id);
        if (muscle.kind != Kind::muscle || !found) continue;
        const mesh::Mesh& mesh = leg().meshes[static_cast<std::size_t>(*found)];
        std::size_t inside = 0;
        for (const glm::vec3& p : mesh.positions) {
            const glm::vec3 drawn = as_drawn(p) * 1000.0f;
            const auto holds = [&](const sculpt::Shape& s) {
                return s.kind == Kind::bone && !s.program.empty() && s.program.distance(drawn) < -1.5f;
            };
            if (std::any_of(shapes().begin(), shapes().end(), holds)) ++inside;
        }
        EXPECT_LE(static_cast<double>(inside), 0.01 * static_cast<double>(mesh.positions.size())) << muscle.id;
    }
}

TEST(Leg, SkinCoversEveryMuscle) {
    for (const sculpt::Shape& shape : shapes()) {
        const auto found = leg().find(shape.id);
        if (!is_inner(shape.kind) || !found) continue;
        const mesh::Mesh& mesh = leg().meshes[static_cast<std::size_t>(*found)];
        ASSERT_EQ(mesh.tissue.size(), mesh.positions.size()) << shape.id;
        const auto bare =
            std::count_if(mesh.tissue.begin(), mesh.tissue.end(), [](const glm::vec2& t) { return t.y <= 0.0f; });
        EXPECT_LE(static_cast<double>(bare), 0.005 * static_cast<double>(mesh.positions.size())) << shape.id;
    }
}

TEST(Leg, HamstringsRunDownwardsAlongTheirFibres) {
    for (const char* id :
         {"biceps_femoris_long_head", "biceps_femoris_short_head", "semitendinosus", "semimembranosus"}) {
        const auto found = leg().find(id);
        ASSERT_TRUE(found) << id;
        const mesh::Mesh& mesh = leg().meshes[static_cast<std::size_t>(*found)];
        const auto height = [&](float s) { // of the vertex nearest to s
            std::size_t best = 0;
            for (std::size_t v = 0; v < mesh.fibre.size(); ++v)
                if (std::abs(mesh.fibre[v].x - s) < std::abs(mesh.fibre[best].x - s)) best = v;
            return mesh.positions[best].y;
        };
        EXPECT_GT(height(0.1f), height(0.5f) + 0.05f) << id;
        EXPECT_GT(height(0.5f), height(0.9f) + 0.05f) << id;
    }
}

TEST(Leg, HamstringsTellBellyAponeurosisAndTendonApart) {
    for (const char* id :
         {"biceps_femoris_long_head", "biceps_femoris_short_head", "semitendinosus", "semimembranosus"}) {
        const auto found = leg().find(id);
        ASSERT_TRUE(found) << id;
        const auto& tissue = leg().meshes[static_cast<std::size_t>(*found)].tissue;
        const auto share = [&](float low, float high) {
            const auto within = [&](const glm::vec2& t) { return t.x >= low && t.x <= high; };
            return static_cast<double>(std::count_if(tissue.begin(), tissue.end(), within)) /
                   static_cast<double>(tissue.size());
        };
        EXPECT_GT(share(0.0f, 0.05f), 0.25) << id;
        EXPECT_GT(share(0.3f, 0.65f), 0.05) << id;
        EXPECT_GT(share(0.95f, 1.0f), 0.03) << id;
    }
}

TEST(Leg, PennateMusclesTakeTheirAngleFromTheirPath) {
    for (const sculpt::Shape& shape : shapes()) {
        if (shape.fascicles.pennation_deg == 0.0f) continue;
        const auto& paths = atlas().muscles;
        const auto same = [&](const anatomy::MusclePath& path) { return path.id == shape.id; };
        const auto path = std::find_if(paths.begin(), paths.end(), same);
        ASSERT_NE(path, paths.end()) << shape.id;
        EXPECT_NEAR(shape.fascicles.pennation_deg, path->pennation.degrees(), 0.06) << shape.id;
    }
}

TEST(Leg, NothingStandsBelowTheFloorOrThroughTheCouch) {
    for (const char* id : {"skin", "femur", "calcaneus"}) {
        const auto found = leg().find(id);
        ASSERT_TRUE(found) << id;
        const mesh::Bounds box = mesh::bounds(leg().meshes[static_cast<std::size_t>(*found)]);
        EXPECT_GE(box.low.y, -0.003f) << id;
    }
    const mesh::Mesh& skin = leg().meshes[static_cast<std::size_t>(*leg().find("skin"))];
    for (const glm::vec3& p : skin.positions) EXPECT_TRUE(p.y < 0.2f || p.z < 0.118f) << p.y << ' ' << p.z;
}

TEST(MakeLeg, GivesTheSameBytesEachTime) {
    ASSERT_FALSE(shapes().empty());
    const auto made = [] { return sculpt::make_leg(shapes(), {.only = {"patella", "popliteus"}}); };
    EXPECT_EQ(made(), made());
}

TEST(MakeLeg, TakesFromTheCacheWhatIsStillRightAndMakesTheRestAnew) {
    ASSERT_FALSE(shapes().empty());
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("pinstretch_cache_" + std::to_string(::getpid()));
    std::vector<std::string> made;
    const auto make = [&](const std::vector<sculpt::Shape>& from) {
        made.clear();
        return sculpt::make_leg(from,
                                {{"patella", "plantaris"}, folder, 1, [&](const mesh::Mesh& mesh, bool kept, int, int) {
                                     if (!kept) made.push_back(mesh.id);
                                 }});
    };
    const sculpt::Levels fresh = make(shapes());
    EXPECT_EQ(made.size(), 2u);
    EXPECT_EQ(make(shapes()), fresh);
    EXPECT_TRUE(made.empty());
    std::vector<sculpt::Shape> changed = shapes();
    const auto patella = std::ranges::find(changed, "patella", &sculpt::Shape::id);
    ASSERT_NE(patella, changed.end());
    patella->written += " ";
    make(changed);
    EXPECT_NE(std::ranges::find(made, "patella"), made.end());
    std::filesystem::remove_all(folder);
}

TEST(MakeLeg, KeepsEachLevelWithinItsBudget) {
    constexpr std::array<std::size_t, mesh::k_detail_count> k_most = {350'000, 175'000, 78'000, 40'000};
    for (std::size_t i = 0; i < k_most.size(); ++i) {
        const auto loaded = files::import_model(files::level_file(built::leg_file(), static_cast<mesh::Detail>(i)));
        ASSERT_TRUE(loaded);
        std::size_t triangles = 0;
        for (const mesh::Mesh& mesh : loaded.value->meshes) {
            triangles += mesh.indices.size() / 3;
            for (const std::string& defect : mesh::defects(mesh)) ADD_FAILURE() << mesh.id << ": " << defect;
        }
        EXPECT_LE(triangles, k_most[i]) << mesh::k_detail_names[i];
        EXPECT_EQ(loaded.value->meshes.size(), leg().meshes.size());
    }
}

TEST(MakeLeg, RefusesAnUnknownIdWithTheNearestOne) {
    try {
        sculpt::make_leg(shapes(), {.only = {"patela"}});
        FAIL();
    } catch (const std::exception& failure) {
        EXPECT_NE(std::string(failure.what()).find("patella"), std::string::npos);
    }
}

} // namespace
