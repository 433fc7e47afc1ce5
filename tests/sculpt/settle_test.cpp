// Does the flesh of the built leg stay out of the bones and under the skin while knee and ankle bend and thigh and
// shank turn, and do the bones of knee and ankle pass each other? At the angles it was settled for and between them.
// Prints tables.
#include "base/parallel.h"
#include "built_leg.h"
#include "mesh/distance.h"
#include "motion/pose.h"
#include "sculpt/settle.h"
#include "tissue/flesh.h"
#include "tissue/solver.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <span>

namespace {

using anatomy::Kind;
using built::atlas;

constexpr float k_mm = 1000.0f;
constexpr float k_most_in_bone = 1.005f,                         // 1 mm, as printed
    k_most_out_of_skin = 0.5f, k_most_muscle_out_of_skin = 0.1f; // mm
// The thigh that turns outward draws its fascia out under the skin of the groin, mm.
constexpr float k_most_turned_out_of_skin = 2.5f;
// The skin is that of the right leg; above this share of the hip's height the pelvis reaches over to the left.
constexpr float k_leg_share = 0.94f;

struct Soft {
    const mesh::Mesh* mesh;
    Kind kind;
    std::optional<tissue::StrandBinding> strand;
};

struct Bone {
    anatomy::Body body;
    mesh::Distance solid;
    const anatomy::Structure* structure;
};

/// Muscles, tendons, fascia, nerves and vessels, and the skin: round hip and sacrum it ends in the client's middle,
/// where it lies in bone from the start.
std::vector<Soft> soft_parts(bool with_skin) {
    std::vector<Soft> parts;
    for (const anatomy::Structure& structure : atlas().structures) {
        const bool inner = structure.kind >= Kind::muscle && structure.kind <= Kind::vessel;
        if (!inner && !(with_skin && structure.kind == Kind::skin)) continue;
        Soft soft{&built::mesh_of(structure.id), structure.kind, std::nullopt};
        const auto muscle = atlas().find_muscle(structure.muscle);
        if (structure.follow == anatomy::Follow::strand && muscle)
            soft.strand = tissue::bind(atlas(), *muscle, *soft.mesh);
        parts.push_back(std::move(soft));
    }
    return parts;
}

std::vector<Bone> bones_of(std::span<const anatomy::Body> bodies) {
    std::vector<Bone> bones;
    for (const anatomy::Structure& structure : atlas().structures)
        if (structure.kind == Kind::bone && std::ranges::find(bodies, structure.body) != bodies.end())
            bones.push_back({structure.body, mesh::Distance(built::mesh_of(structure.id)), &structure});
    return bones;
}

std::vector<Bone> knee_bones() {
    using anatomy::Body;
    return bones_of(std::array{Body::femur, Body::patella, Body::tibia});
}

std::vector<Bone> hip_bones() {
    using anatomy::Body;
    return bones_of(std::array{Body::pelvis, Body::femur});
}

std::vector<Bone> ankle_bones() {
    using anatomy::Body;
    return bones_of(std::array{Body::tibia, Body::talus, Body::calcaneus, Body::toes});
}

float depth(const Bone& bone, const motion::BoneFrames& from_rest, const glm::vec3& p) {
    const glm::vec3 there(from_rest[bone.body].inverse().point(glm::dvec3(p)));
    if (!bone.solid.surface_within(there, 0.02f) || !bone.solid.inside(there)) return 0.0f;
    return -bone.solid.nearest(there).distance;
}

struct Worst {
    float in_bone = 0.0f, out_of_skin = 0.0f; ///< metres
    const char* bone = "";
};

Worst worst_of(const Soft& soft, const std::vector<glm::vec3>& now, const std::vector<Bone>& bones,
               const motion::BoneFrames& from_rest, const mesh::Distance& skin) {
    Worst worst;
    static const float top =
        k_leg_share * static_cast<float>(motion::frames(atlas(), {})[anatomy::Body::femur].translation.y);
    for (std::size_t v = 0; v < now.size(); ++v) {
        for (const Bone& bone : bones) {
            const float in = depth(bone, from_rest, now[v]);
            if (in <= worst.in_bone) continue;
            worst.in_bone = in;
            worst.bone = bone.structure->id.c_str();
        }
        if (soft.kind != Kind::skin && soft.mesh->positions[v].y < top && !skin.inside(now[v]))
            worst.out_of_skin = std::max(worst.out_of_skin, skin.nearest(now[v]).distance);
    }
    return worst;
}

std::string at(const mesh::Bends& bends) {
    std::string text;
    for (std::size_t b = 0; b < bends.size(); ++b) text += fmt::format(", {} {}", mesh::k_bend_names[b], bends[b]);
    return text;
}

/// Checks every soft part and the skin in a pose, and prints the worst.
void expect_settled(const std::vector<Soft>& parts, const std::vector<Bone>& bones, const motion::Pose& pose,
                    float most_out_of_skin = k_most_out_of_skin) {
    const motion::BoneFrames drawn = motion::drawn_frames(atlas(), pose), from_rest = motion::from_rest(atlas(), pose);
    const tissue::TissueState state = tissue::evaluate(atlas(), pose, std::nullopt);
    const mesh::Bends bends = tissue::bends(pose);
    tissue::Deformed skin_now;
    mesh::Mesh skin = built::mesh_of("skin");
    tissue::deform_blend(skin, from_rest, bends, skin_now);
    skin.positions = skin_now.positions;
    const mesh::Distance cover(skin);
    std::vector<Worst> each(parts.size());
    base::in_parallel(parts.size(), [&](std::size_t i) {
        tissue::Deformed now;
        const auto& strand = parts[i].strand;
        if (strand)
            tissue::deform_strand(*strand, *parts[i].mesh, atlas(), drawn, bends,
                                  state.muscles[static_cast<std::size_t>(strand->muscle)], now);
        else
            tissue::deform_blend(*parts[i].mesh, from_rest, bends, now);
        each[i] = worst_of(parts[i], now.positions, bones, from_rest, cover);
    });
    Worst all;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const float most_out = parts[i].kind == Kind::muscle ? k_most_muscle_out_of_skin : most_out_of_skin;
        all.in_bone = std::max(all.in_bone, each[i].in_bone);
        all.out_of_skin = std::max(all.out_of_skin, each[i].out_of_skin);
        EXPECT_LE(each[i].in_bone * k_mm, k_most_in_bone) << parts[i].mesh->id << " in " << each[i].bone << at(bends);
        EXPECT_LE(each[i].out_of_skin * k_mm, most_out) << parts[i].mesh->id << at(bends);
    }
    for (const double degrees : bends) fmt::print("{:16.1f}", degrees);
    fmt::print(" {:14.2f} {:18.2f}\n", all.in_bone * k_mm, all.out_of_skin * k_mm);
}

motion::Pose bent(double knee_deg, double ankle_deg) {
    motion::Pose pose;
    pose.knee_flexion = base::Angle::degrees(knee_deg);
    pose.ankle_dorsiflexion = base::Angle::degrees(ankle_deg);
    return pose;
}

void print_head() {
    for (const std::string_view name : mesh::k_bend_names) fmt::print("{:>16}", name);
    fmt::print(" {:>14} {:>18}\n", "in bone [mm]", "out of skin [mm]");
}

/// Turned at the half bent knee, as in the lesson.
motion::Pose turned(double hip_deg, double tibial_deg) {
    motion::Pose pose = bent(35.0, 0.0);
    pose.hip_rotation = base::Angle::degrees(hip_deg);
    pose.tibial_rotation = base::Angle::degrees(tibial_deg);
    return pose;
}

TEST(Settle, NothingEntersBoneOrLeavesTheSkinFromStraightToBent) {
    const std::vector<Soft> parts = soft_parts(true);
    const std::vector<Bone> bones = knee_bones();
    print_head();
    for (double flexion = 0.0; flexion <= 135.0; flexion += 7.5) expect_settled(parts, bones, bent(flexion, 0.0));
}

TEST(Settle, NothingEntersBoneOrLeavesTheSkinAtTheAnkle) {
    const std::vector<Soft> parts = soft_parts(true);
    const std::vector<Bone> bones = ankle_bones();
    print_head();
    for (double angle = -45.0; angle <= 20.0; angle += 6.5) expect_settled(parts, bones, bent(0.0, angle));
    // as in the lessons
    for (const double flexion : {40.0, 75.0, 110.0}) expect_settled(parts, bones, bent(flexion, -35.0 + flexion / 6.0));
}

TEST(Settle, NothingEntersBoneOrLeavesTheSkinWhenThighOrShankTurn) {
    const std::vector<Soft> parts = soft_parts(false);
    const std::vector<Bone> hip = hip_bones(), knee = knee_bones();
    print_head();
    for (double angle = -18.0; angle <= 18.0; angle += 6.0)
        expect_settled(parts, hip, turned(angle, 0.0), k_most_turned_out_of_skin);
    for (double angle = -20.0; angle <= 20.0; angle += 5.0) expect_settled(parts, knee, turned(0.0, angle));
}

TEST(Settle, TheTurningTibiaPassesThePatella) {
    const std::vector<Bone> tibia = bones_of(std::array{anatomy::Body::tibia});
    const auto& patella = built::mesh_of("patella").positions;
    for (const double flexion : {0.0, 35.0, 90.0})
        for (double angle = -20.0; angle <= 20.0; angle += 5.0) {
            motion::Pose pose = bent(flexion, 0.0);
            pose.tibial_rotation = base::Angle::degrees(angle);
            const motion::BoneFrames from_rest = motion::from_rest(atlas(), pose);
            for (const Bone& bone : tibia)
                for (const glm::vec3& p : patella)
                    EXPECT_LE(
                        depth(bone, from_rest, glm::vec3(from_rest[anatomy::Body::patella].point(glm::dvec3(p)))) *
                            k_mm,
                        k_most_in_bone)
                        << bone.structure->id << " at " << flexion << ", turned " << angle;
        }
}

TEST(Settle, BonesOfTheAnkleKeepOutOfEachOther) {
    const std::vector<Bone> bones = ankle_bones();
    fmt::print("{:>8} {:>14}\n", "ankle", "in bone [mm]");
    for (double angle = -45.0; angle <= 20.0; angle += 6.5) {
        const motion::BoneFrames from_rest = motion::from_rest(atlas(), bent(0.0, angle));
        float worst = 0.0f;
        for (const Bone& a : bones)
            for (const Bone& b : bones) {
                if (a.body == b.body) continue;
                float in = 0.0f;
                for (const glm::vec3& p : built::mesh_of(a.structure->id).positions)
                    in = std::max(in, depth(b, from_rest, glm::vec3(from_rest[a.body].point(glm::dvec3(p)))));
                EXPECT_LE(in * k_mm, k_most_in_bone) << a.structure->id << " in " << b.structure->id << " at " << angle;
                worst = std::max(worst, in);
            }
        fmt::print("{:8.1f} {:14.2f}\n", angle, worst * k_mm);
    }
}

TEST(Settle, ShapesAreThereForEverythingNearTheKnee) {
    for (const char* id : {"skin", "fascia_lata", "semitendinosus", "gastrocnemius_medial_head", "tibial_nerve",
                           "popliteal_vein", "zone_popliteal_fossa"})
        EXPECT_FALSE(built::mesh_of(id).morphs.empty()) << id;
    EXPECT_TRUE(built::mesh_of("femur").morphs.empty());
}

TEST(Settle, ASkinAloneHasNothingToLieOver) {
    mesh::Model model = built::value_or_failures(files::import_model(PINSTRETCH_ASSETS "leg_least.glb"));
    std::erase_if(model.meshes, [](const mesh::Mesh& mesh) { return mesh.id != "skin"; });
    ASSERT_EQ(model.meshes.size(), 1u);
    model.meshes[0].morphs.clear();
    sculpt::Levels levels;
    levels.fill(model);
    EXPECT_NO_THROW(sculpt::settle(levels, atlas()));
}

TEST(Settle, ShapesStayNearTheirJoint) {
    const auto shapes = [](const char* id, mesh::Bend bend) {
        return std::ranges::count(built::mesh_of(id).morphs, bend, &mesh::MorphTarget::bend);
    };
    using mesh::Bend;
    for (const char* id : {"skin", "flexor_hallucis_longus", "fibularis_longus"}) EXPECT_GT(shapes(id, Bend::ankle), 0);
    for (const char* id : {"talus", "semitendinosus", "gluteus_maximus"}) EXPECT_EQ(shapes(id, Bend::ankle), 0) << id;
    for (const char* id : {"skin", "fascia_lata", "gluteus_maximus"})
        EXPECT_GT(shapes(id, Bend::hip_rotation), 0) << id;
    for (const char* id : {"femur", "soleus", "popliteus"}) EXPECT_EQ(shapes(id, Bend::hip_rotation), 0) << id;
    for (const char* id : {"skin", "semimembranosus"}) EXPECT_GT(shapes(id, Bend::tibial_rotation), 0) << id;
    for (const char* id : {"tibia", "piriformis", "gluteus_maximus"})
        EXPECT_EQ(shapes(id, Bend::tibial_rotation), 0) << id;
}

} // namespace
