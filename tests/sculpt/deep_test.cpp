// What lies in and round the built leg: nerves and vessels, fascia, attachments, zones.
#include "built_leg.h"
#include "mesh/distance.h"
#include "motion/pose.h"
#include "sculpt/footprint.h"
#include "tissue/flesh.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <iostream>
#include <set>

namespace {

using anatomy::Kind;
using built::atlas;
using built::leg;
using built::mesh_of;
using built::shapes;

const anatomy::Structure& structure(const std::string& id) {
    return atlas().structures[static_cast<std::size_t>(atlas().find_structure(id).value())];
}

std::vector<std::string> ids_of(std::initializer_list<Kind> kinds) {
    std::vector<std::string> ids;
    for (const anatomy::Structure& s : atlas().structures)
        if (std::ranges::find(kinds, s.kind) != kinds.end()) ids.push_back(s.id);
    return ids;
}

/// Area in square metres.
double area(const mesh::Mesh& mesh) {
    double sum = 0.0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3& a = mesh.positions[mesh.indices[i]];
        sum += 0.5 * static_cast<double>(glm::length(
                         glm::cross(mesh.positions[mesh.indices[i + 1]] - a, mesh.positions[mesh.indices[i + 2]] - a)));
    }
    return sum;
}

/// Distance from p to the surface, metres.
float distance_to(const mesh::Mesh& mesh, const glm::vec3& p) {
    float nearest = 1e9f;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3 &a = mesh.positions[mesh.indices[i]], &b = mesh.positions[mesh.indices[i + 1]],
                        &c = mesh.positions[mesh.indices[i + 2]];
        const glm::vec3 n = glm::cross(b - a, c - a);
        const auto inside = [&](const glm::vec3& from, const glm::vec3& to) {
            return glm::dot(glm::cross(to - from, p - from), n) >= 0.0f;
        };
        if (glm::length(n) > 1e-12f && inside(a, b) && inside(b, c) && inside(c, a)) {
            nearest = std::min(nearest, std::abs(glm::dot(p - a, glm::normalize(n))));
            continue;
        }
        for (const auto& [from, to] : {std::pair(a, b), std::pair(b, c), std::pair(c, a)}) {
            const glm::vec3 along = to - from;
            const float t = std::clamp(glm::dot(p - from, along) / glm::dot(along, along), 0.0f, 1.0f);
            nearest = std::min(nearest, glm::distance(p, from + along * t));
        }
    }
    return nearest;
}

float nearest_vertex(const mesh::Mesh& mesh, const glm::vec3& p) {
    float nearest = 1e9f;
    for (const glm::vec3& q : mesh.positions) nearest = std::min(nearest, glm::distance(p, q));
    return nearest;
}

// ---------------------------------------------------------------- nerves and vessels

TEST(NervesAndVessels, AreOnesFoundInTheAtlas) {
    for (const char* id : {"sciatic_nerve", "tibial_nerve", "common_fibular_nerve", "femoral_artery", "femoral_vein",
                           "popliteal_artery", "popliteal_vein", "small_saphenous_vein", "great_saphenous_vein"}) {
        EXPECT_TRUE(atlas().find_structure(id)) << id;
        EXPECT_FALSE(structure(id).facts.note.empty()) << id;
        EXPECT_EQ(structure(id).layer, "nerves_vessels") << id;
    }
}

TEST(NervesAndVessels, EnterNothingAndNothingEntersThem) {
    constexpr float k_entry = 0.5f; // mm
    const std::vector<std::string> ids = ids_of({Kind::nerve, Kind::vessel});
    for (const sculpt::Shape& own : shapes()) {
        if (own.kind != Kind::nerve && own.kind != Kind::vessel) continue;
        for (const sculpt::Shape& other : shapes()) {
            const bool soft = other.kind == Kind::muscle || other.kind == Kind::tendon || other.kind == Kind::fascia;
            if (other.program.empty() || other.id == own.id || !other.hull.over.empty()) continue;
            if (!soft && other.kind != Kind::bone && other.kind != own.kind) continue;
            const mesh::Mesh& in = mesh_of(soft ? other.id : own.id);
            const sculpt::Program& field = soft ? own.program : other.program;
            float deepest = 0.0f;
            for (const glm::vec3& p : in.positions)
                if (field.box().distance(p * 1000.0f) == 0.0f) deepest = std::min(deepest, field.distance(p * 1000.0f));
            EXPECT_GT(deepest, -k_entry) << own.id << " and " << other.id;
        }
    }
}

TEST(NervesAndVessels, SciaticNerveLiesHalfWayBetweenTuberosityAndTrochanter) {
    const motion::BoneFrames rest = motion::frames(atlas(), {});
    const auto place = [&](const char* id) {
        const auto found = std::ranges::find(atlas().regions, id, &anatomy::Region::id);
        return glm::vec3(rest[found->body].point(found->centre));
    };
    const glm::vec3 tuberosity = place("ischial_tuberosity"), trochanter = place("greater_trochanter");
    double sum = 0.0;
    int count = 0;
    for (const glm::vec3& p : mesh_of("sciatic_nerve").positions)
        if (std::abs(p.y - 0.5f * (tuberosity.y + trochanter.y)) < 0.003f) sum += static_cast<double>(p.x), ++count;
    ASSERT_GT(count, 0);
    // 5.8 +- 0.8 cm lateral of the tuberosity and 6.2 +- 1.0 cm from the trochanter (Clin Anat 2015 28:144)
    const double share =
        (static_cast<double>(tuberosity.x) - sum / count) / static_cast<double>(tuberosity.x - trochanter.x);
    EXPECT_NEAR(share, 5.8 / 12.0, 0.08);
}

TEST(NervesAndVessels, InTheFossaTheNerveIsSuperficialToTheVeinAndTheVeinToTheArtery) {
    const auto back = [](const char* id, float height) { // rearmost z at this height
        float z = 1.0f;
        for (const glm::vec3& p : mesh_of(id).positions)
            if (std::abs(p.y - height) < 0.004f) z = std::min(z, p.z);
        return z;
    };
    for (const float height : {0.505f, 0.485f, 0.465f, 0.445f}) {
        EXPECT_LT(back("tibial_nerve", height), back("popliteal_vein", height) - 0.002f) << height;
        EXPECT_LT(back("popliteal_vein", height), back("popliteal_artery", height) - 0.002f) << height;
    }
}

TEST(NervesAndVessels, TheFemoralVeinWindsRoundTheArtery) {
    const auto vein_from_artery = [](float height) {
        const auto middle = [&](const char* id) {
            glm::vec3 sum(0.0f);
            float count = 0.0f;
            for (const glm::vec3& p : mesh_of(id).positions)
                if (std::abs(p.y - height) < 0.006f) sum += p, count += 1.0f;
            return sum / count;
        };
        return middle("femoral_vein") - middle("femoral_artery");
    };
    EXPECT_GT(vein_from_artery(0.86f).x, 0.005f);  // medial at the groin
    EXPECT_LT(vein_from_artery(0.69f).z, -0.005f); // behind in the adductor canal
    EXPECT_LT(vein_from_artery(0.60f).x, -0.004f); // lateral at the hiatus
}

TEST(NervesAndVessels, DoNotLeaveTheSkinWhenTheKneeBends) {
    const mesh::Mesh& skin = mesh_of("skin");
    for (const std::string& id : ids_of({Kind::nerve, Kind::vessel})) {
        for (const double knee : {0.0, 60.0, 120.0}) {
            motion::Pose pose;
            pose.knee_flexion = base::Angle::degrees(knee);
            const motion::BoneFrames moved = motion::from_rest(atlas(), pose);
            tissue::Deformed skin_now, now;
            tissue::deform_blend(skin, moved, tissue::bends(pose), skin_now);
            tissue::deform_blend(mesh_of(id), moved, tissue::bends(pose), now);
            mesh::Mesh cover = skin;
            cover.positions = skin_now.positions;
            const mesh::Distance distance(cover);
            float out = 0.0f; // metres outside the skin
            for (const glm::vec3& p : now.positions) out = std::max(out, distance.nearest(p).distance);
            EXPECT_LT(out, 0.0005f) << id << " at " << knee << " degrees";
        }
    }
}

// ---------------------------------------------------------------- fascia lata

TEST(FasciaLata, LiesUnderTheSkinAndOverTheMusclesAndTheTract) {
    const mesh::Mesh& fascia = mesh_of("fascia_lata");
    ASSERT_FALSE(fascia.tissue.empty());
    const auto nearest = std::ranges::min_element(fascia.tissue, {}, [](const glm::vec2& t) { return t.y; });
    EXPECT_GT(nearest->y, 0.005f) << "0.5 mm under the skin";
    float deepest = 1.0f;
    for (const sculpt::Shape& shape : shapes()) {
        if (shape.kind != Kind::muscle && shape.id != "iliotibial_tract") continue;
        for (const glm::vec3& p : fascia.positions)
            if (shape.program.box().distance(p * 1000.0f) == 0.0f)
                deepest = std::min(deepest, shape.program.distance(p * 1000.0f));
    }
    EXPECT_GT(deepest, -0.5f);
}

// ---------------------------------------------------------------- attachments and zones

TEST(Footprints, LieOnTheirBonesAndHaveAnArea) {
    std::size_t triangles = 0;
    for (const anatomy::Patch& patch : atlas().patches) {
        const mesh::Mesh &print = mesh_of(patch.structure), &bone = mesh_of(patch.on);
        triangles += print.indices.size() / 3;
        EXPECT_GT(area(print), 2.0 * 10e-6) << patch.structure; // 10 mm2 on either side
        float farthest = 0.0f;
        for (std::size_t v = 0; v < print.positions.size(); v += 5)
            farthest = std::max(farthest, distance_to(bone, print.positions[v]));
        EXPECT_LT(farthest, 0.001f) << patch.structure;
    }
    std::cout << atlas().patches.size() << " footprints, " << triangles << " triangles\n";
    EXPECT_LE(triangles, 15'000u);
}

TEST(Footprints, LieWhereThePublishedPathsBeginAndEnd) {
    const motion::BoneFrames rest = motion::frames(atlas(), {});
    for (const anatomy::MusclePath& path : atlas().muscles) {
        if (path.structure.empty()) continue; // not in the model, so nor are its attachments
        for (const anatomy::End end : {anatomy::End::origin, anatomy::End::insertion}) {
            float nearest = 1e9f;
            bool toes = false;
            for (const anatomy::Patch& patch : atlas().patches) {
                if (patch.muscle != path.structure || patch.end != end) continue;
                const anatomy::Body body = structure(patch.on).body;
                toes = toes || body == anatomy::Body::toes || body == anatomy::Body::calcaneus;
                // the end of the path, or (quadriceps) its last point on the patella
                for (const anatomy::PathPoint& point : path.points) {
                    const bool last =
                        &point == (end == anatomy::End::origin ? &path.points.front() : &path.points.back());
                    if (!last && (body != anatomy::Body::patella || point.body != body)) continue;
                    const glm::vec3 place(rest[point.body].point(point.position));
                    nearest = std::min(nearest, nearest_vertex(mesh_of(patch.structure), place));
                }
            }
            // the published foot points straight on and is longer than that of this body
            EXPECT_LT(nearest, toes ? 0.080f : 0.025f)
                << path.id << (end == anatomy::End::origin ? " origin" : " insertion");
        }
    }
}

TEST(Footprints, OriginsAreRedAndInsertionsBlueAndBelongToTheMuscle) {
    for (const anatomy::Patch& patch : atlas().patches) {
        const anatomy::Structure& s = structure(patch.structure);
        EXPECT_EQ(s.owner, patch.muscle);
        EXPECT_EQ(s.colour.x > s.colour.z, patch.end == anatomy::End::origin) << s.id;
    }
}

TEST(Zones, LieOnTheSkinOverTheRegionsTheyMark) {
    const motion::BoneFrames rest = motion::frames(atlas(), {});
    for (const std::string& id : ids_of({Kind::zone})) {
        const mesh::Mesh& zone = mesh_of(id);
        EXPECT_EQ(zone.weights.size(), zone.positions.size()) << id;
        for (std::size_t v = 0; v < zone.positions.size(); v += 11)
            EXPECT_LT(distance_to(mesh_of("skin"), zone.positions[v]), 0.001f) << id;
        for (const std::string& name : structure(id).regions) {
            const auto region = std::ranges::find(atlas().regions, name, &anatomy::Region::id);
            ASSERT_NE(region, atlas().regions.end());
            EXPECT_TRUE(region->no_lock) << name;
            const glm::vec3 centre(rest[region->body].point(region->centre));
            EXPECT_LT(nearest_vertex(zone, centre), 0.03f) << id;
        }
    }
}

} // namespace
