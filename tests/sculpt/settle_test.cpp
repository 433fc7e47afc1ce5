// Does the flesh of the built leg stay out of the bones and under the skin while the knee bends? At the flexions it was
// settled for and between them. Prints a table.
#include "built_leg.h"
#include "mesh/distance.h"
#include "motion/pose.h"
#include "sculpt/parallel.h"
#include "tissue/solver.h"
#include "tissue/flesh.h"

#include <fmt/format.h>

namespace {

using anatomy::Kind;
using built::atlas;

constexpr float k_mm = 1000.0f;
constexpr float k_most_in_bone = 1.0f, k_most_out_of_skin = 0.5f; // mm
// The skin is that of the right leg; above this height the pelvis reaches over to the left, metres.
constexpr float k_leg = 0.82f;

struct Soft {
    const mesh::Mesh* mesh;
    std::optional<tissue::StrandBinding> strand;
};

struct Bone {
    anatomy::Body body;
    mesh::Distance solid;
};

std::vector<Soft> soft_parts() {
    std::vector<Soft> parts;
    for (const anatomy::Structure& structure : atlas().structures) {
        if (structure.kind < Kind::muscle || structure.kind > Kind::vessel) continue;
        Soft soft{&built::mesh_of(structure.id), std::nullopt};
        const auto muscle = atlas().find_muscle(structure.muscle);
        if (structure.follow == anatomy::Follow::strand && muscle)
            soft.strand = tissue::bind(atlas(), *muscle, *soft.mesh);
        parts.push_back(std::move(soft));
    }
    return parts;
}

std::vector<Bone> knee_bones() {
    std::vector<Bone> bones;
    for (const char* id : {"femur", "patella", "tibia", "fibula"})
        bones.push_back({atlas().structures[static_cast<std::size_t>(*atlas().find_structure(id))].body,
                         mesh::Distance(built::mesh_of(id))});
    return bones;
}

struct Worst {
    float in_bone = 0.0f, out_of_skin = 0.0f; ///< metres
};

Worst worst_of(const Soft& soft, const std::vector<glm::vec3>& now, const std::vector<Bone>& bones,
               const motion::BoneFrames& from_rest, const mesh::Distance& skin) {
    Worst worst;
    for (std::size_t v = 0; v < now.size(); ++v) {
        for (const Bone& bone : bones) {
            const glm::vec3 there(from_rest[bone.body].inverse().point(glm::dvec3(now[v])));
            if (bone.solid.surface_within(there, 0.02f) && bone.solid.inside(there))
                worst.in_bone = std::max(worst.in_bone, -bone.solid.nearest(there).distance);
        }
        if (soft.mesh->positions[v].y < k_leg && !skin.inside(now[v]))
            worst.out_of_skin = std::max(worst.out_of_skin, skin.nearest(now[v]).distance);
    }
    return worst;
}

TEST(Settle, NothingEntersBoneOrLeavesTheSkinFromStraightToBent) {
    const std::vector<Soft> parts = soft_parts();
    const std::vector<Bone> bones = knee_bones();
    fmt::print("{:>8} {:>14} {:>18}\n", "knee", "in bone [mm]", "out of skin [mm]");
    for (double flexion = 0.0; flexion <= 135.0; flexion += 7.5) {
        motion::Pose pose;
        pose.knee_flexion = base::Angle::degrees(flexion);
        const motion::BoneFrames frames = motion::frames(atlas(), pose), from_rest = motion::from_rest(atlas(), pose);
        const tissue::TissueState state = tissue::evaluate(atlas(), pose, std::nullopt);
        tissue::Deformed skin_now;
        mesh::Mesh skin = built::mesh_of("skin");
        tissue::deform_blend(skin, from_rest, pose.knee_flexion, skin_now);
        skin.positions = skin_now.positions;
        const mesh::Distance cover(skin);
        std::vector<Worst> each(parts.size());
        sculpt::in_parallel(parts.size(), [&](std::size_t i) {
            tissue::Deformed now;
            const auto& strand = parts[i].strand;
            if (strand)
                tissue::deform_strand(*strand, atlas(), frames, pose.knee_flexion,
                                      state.muscles[static_cast<std::size_t>(strand->muscle)], now);
            else
                tissue::deform_blend(*parts[i].mesh, from_rest, pose.knee_flexion, now);
            each[i] = worst_of(parts[i], now.positions, bones, from_rest, cover);
        });
        Worst all;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            all.in_bone = std::max(all.in_bone, each[i].in_bone);
            all.out_of_skin = std::max(all.out_of_skin, each[i].out_of_skin);
            EXPECT_LE(each[i].in_bone * k_mm, k_most_in_bone) << parts[i].mesh->id << " at " << flexion;
            EXPECT_LE(each[i].out_of_skin * k_mm, k_most_out_of_skin) << parts[i].mesh->id << " at " << flexion;
        }
        fmt::print("{:8.1f} {:14.2f} {:18.2f}\n", flexion, all.in_bone * k_mm, all.out_of_skin * k_mm);
    }
}

TEST(Settle, ShapesAreThereForEverythingNearTheKnee) {
    for (const char* id : {"skin", "fascia_lata", "semitendinosus", "gastrocnemius_medial_head", "tibial_nerve",
                           "popliteal_vein", "zone_popliteal_fossa"})
        EXPECT_FALSE(built::mesh_of(id).morphs.empty()) << id;
    EXPECT_TRUE(built::mesh_of("femur").morphs.empty());
}

} // namespace
