// Does the built leg fit together? Landmarks and footprints on their bones, gaps of the joints, who enters whom,
// volumes. Prints its tables.
#include "base/parallel.h"
#include "mesh/fit.h"

#include "built_leg.h"
#include "motion/pose.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <set>

namespace {

using anatomy::Kind;
using built::atlas;
using built::leg;

constexpr float k_mm = 1000.0f;
constexpr float k_most_overlap = 0.5f, k_most_gap = 4.0f; // mm

bool inner(Kind kind) {
    return kind == Kind::bone || kind == Kind::muscle || kind == Kind::tendon || kind == Kind::fascia ||
           kind == Kind::nerve || kind == Kind::vessel;
}

/// A structure of the built leg with what is asked of its surface.
struct Part {
    const anatomy::Structure* structure;
    const mesh::Mesh* mesh;
    std::unique_ptr<const mesh::Distance> distance;
};

/// Everything under the skin, and the skin.
const std::vector<Part>& parts() {
    static const std::vector<Part> all = [] {
        std::vector<Part> made;
        for (const auto& structure : atlas().structures) {
            const auto found = leg().find(structure.id);
            if (found && (inner(structure.kind) || structure.kind == Kind::skin))
                made.push_back({&structure, &leg().meshes[static_cast<std::size_t>(*found)], nullptr});
        }
        base::in_parallel(made.size(), [&](std::size_t i) {
            made[i].distance = std::make_unique<const mesh::Distance>(*made[i].mesh);
        });
        return made;
    }();
    return all;
}

const Part* part(int structure) {
    const auto* wanted = &atlas().structures[static_cast<std::size_t>(structure)];
    const auto found =
        std::find_if(parts().begin(), parts().end(), [&](const Part& p) { return p.structure == wanted; });
    return found == parts().end() ? nullptr : &*found;
}

/// Where a region lies in the standing model.
glm::vec3 place(const anatomy::Region& region) {
    static const motion::BoneFrames frames = motion::frames(atlas(), motion::Pose{});
    return glm::vec3(frames[region.body].point(region.centre));
}

TEST(Landmarks, LieOnTheirBones) {
    fmt::print("{:32} {:16} {:>12}\n", "landmark", "bone", "off it [mm]");
    for (const anatomy::Region& region : atlas().regions) {
        if (!region.structure) continue;
        const Part* bone = part(*region.structure);
        ASSERT_NE(bone, nullptr) << region.id;
        const float off = bone->distance->nearest(place(region)).distance;
        fmt::print("{:32} {:16} {:12.1f}\n", region.id, bone->structure->id, off * k_mm);
        EXPECT_LE(std::abs(off), region.radius) << region.id << " is not on " << bone->structure->id;
    }
}

TEST(Landmarks, HolesAndHollowsAreOpen) {
    for (const char* id :
         {"acetabulum", "obturator_foramen", "greater_sciatic_notch", "sacral_foramina", "intercondylar_fossa"}) {
        const auto found = atlas().find_region(id);
        ASSERT_TRUE(found) << id;
        const anatomy::Region& region = atlas().regions[static_cast<std::size_t>(*found)];
        ASSERT_TRUE(region.structure) << id;
        EXPECT_GT(part(*region.structure)->distance->nearest(place(region)).distance, 0.001f) << id;
    }
}

TEST(Joints, HaveNarrowGapsAndNoOverlap) {
    fmt::print("{:28} {:>14} {:>12} {:>15}\n", "joint", "smallest [mm]", "median [mm]", "facing [cm2]");
    for (const anatomy::Articulation& joint : atlas().articulations) {
        const Part *a = part(joint.bones[0]), *b = part(joint.bones[1]);
        ASSERT_TRUE(a != nullptr && b != nullptr) << joint.id;
        std::optional<mesh::Ball> within;
        if (joint.region)
            within = mesh::Ball{place(atlas().regions[static_cast<std::size_t>(*joint.region)]),
                                static_cast<float>(joint.reach)};
        const auto gap = mesh::gap(*a->mesh, *a->distance, *b->mesh, *b->distance, within);
        ASSERT_TRUE(gap) << joint.id << ": the bones do not face each other";
        fmt::print("{:28} {:14.2f} {:12.2f} {:15.1f}\n", joint.id, gap->smallest * k_mm, gap->median * k_mm,
                   gap->area * 1e4f);
        EXPECT_LE(gap->smallest * k_mm, k_most_gap) << joint.id;
        EXPECT_LE(gap->median * k_mm, k_most_gap) << joint.id;
        EXPECT_GE(gap->smallest * k_mm, -k_most_overlap) << joint.id;
    }
}

/// One structure in another, or out of the skin.
struct Overlap {
    const Part *entering, *entered;
    mesh::Entry entry;
};

/// Where `entering` goes into others, deeper than 0.05 mm.
std::vector<Overlap> overlaps_of(const Part& entering) {
    std::vector<Overlap> found;
    if (entering.structure->kind == Kind::skin) return found;
    // the skin is that of the right leg; the pelvis reaches over to the left
    const bool across = entering.structure->kind == Kind::bone && entering.structure->body == anatomy::Body::pelvis;
    const mesh::Bounds own = mesh::bounds(*entering.mesh);
    for (const Part& other : parts()) {
        if (&other == &entering) continue;
        const mesh::Bounds box = other.distance->box();
        if (glm::any(glm::greaterThan(own.low, box.high)) || glm::any(glm::lessThan(own.high, box.low))) continue;
        const bool skin = other.structure->kind == Kind::skin;
        if (skin && across) continue;
        const mesh::Entry entry = skin ? mesh::farthest_outside(*entering.mesh, *other.distance)
                                       : mesh::deepest_entry(*entering.mesh, *other.distance);
        if (entry.depth * k_mm > 0.05f) found.push_back({&entering, &other, entry});
    }
    return found;
}

TEST(Fit, NoStructureEntersAnotherOrLeavesTheSkin) {
    std::vector<std::vector<Overlap>> each(parts().size());
    base::in_parallel(parts().size(), [&](std::size_t i) { each[i] = overlaps_of(parts()[i]); });
    std::vector<Overlap> all;
    for (const auto& some : each) all.insert(all.end(), some.begin(), some.end());
    std::stable_sort(all.begin(), all.end(),
                     [](const Overlap& a, const Overlap& b) { return a.entry.depth > b.entry.depth; });
    fmt::print("{:28} {:28} {:>12}   {}\n", "structure", "in (or out of the skin)", "depth [mm]", "at [mm]");
    for (const auto& [entering, entered, entry] : all) {
        const glm::vec3 at = entry.at * k_mm;
        fmt::print("{:28} {:28} {:12.2f}   {:.0f} {:.0f} {:.0f}\n", entering->structure->id, entered->structure->id,
                   entry.depth * k_mm, at.x, at.y, at.z);
        EXPECT_LE(entry.depth * k_mm, k_most_overlap) << entering->structure->id << " in " << entered->structure->id;
    }
    fmt::print("{} structures, {} pairs overlap by more than 0.05 mm\n", parts().size(), all.size());
}

/// Square metres of the bone that a footprint, a thin shell, covers.
float covered(const mesh::Mesh& shell) {
    float both_sides = 0.0f;
    for (std::size_t i = 0; i + 2 < shell.indices.size(); i += 3) {
        const glm::vec3& a = shell.positions[shell.indices[i]];
        const glm::vec3 ab = shell.positions[shell.indices[i + 1]] - a, ac = shell.positions[shell.indices[i + 2]] - a;
        both_sides += 0.5f * glm::length(glm::cross(ab, ac));
    }
    return 0.5f * both_sides;
}

TEST(Footprints, LieOnTheirBones) {
    fmt::print("{:52} {:14} {:>10} {:>14}\n", "footprint", "bone", "area [cm2]", "off it [mm]");
    for (const anatomy::Patch& patch : atlas().patches) {
        const mesh::Mesh& print = built::mesh_of(patch.structure);
        const auto on = atlas().find_structure(patch.on);
        const Part* bone = on ? part(*on) : nullptr;
        ASSERT_NE(bone, nullptr) << patch.structure;
        float farthest = 0.0f;
        for (const glm::vec3& p : print.positions)
            farthest = std::max(farthest, std::abs(bone->distance->nearest(p).distance));
        fmt::print("{:52} {:14} {:10.2f} {:14.2f}\n", patch.structure, patch.on, covered(print) * 1e4f,
                   farthest * k_mm);
        EXPECT_GE(covered(print), 10e-6f) << patch.structure;
        EXPECT_LE(farthest * k_mm, k_most_overlap) << patch.structure;
    }
}

/// Of all the paths of a muscle: maximal isometric force / specific tension * optimal fibre length. The model's forces
/// were made from volumes of living men and women (Handsfield et al. 2014) with 60 N/cm2 (Rajagopal et al. 2016), so
/// that this gives them back. 0 for a muscle without a path.
double volume_in_life(const std::string& structure) {
    constexpr double k_specific_tension = 60e4; // N/m2
    double sum = 0.0;
    for (const anatomy::MusclePath& path : atlas().muscles)
        if (path.structure == structure)
            sum += path.max_isometric_force / k_specific_tension * path.optimal_fibre_length;
    return sum;
}

TEST(Volumes, AreThePublishedOnes) {
    fmt::print(
        "Measured: BodyParts3D 4.0 at this size, a slight man; the shapes follow it. In life: from forces and fibre "
        "lengths of the\npublished model, for a man of 1.70 m and 75 kg: muscles of the hip and thigh are "
        "larger there.\n");
    fmt::print("{:28} {:>12} {:>15} {:>8} {:>14} {:>8}\n", "muscle", "model [cm3]", "measured [cm3]", "share",
               "in life [cm3]", "share");
    std::vector<double> shares;
    for (const anatomy::PublishedVolume& published : atlas().volumes) {
        const Part* muscle = part(published.structure);
        ASSERT_NE(muscle, nullptr);
        const std::string& id = muscle->structure->id;
        const double own = mesh::volume(*muscle->mesh), life = volume_in_life(id);
        shares.push_back(own / published.volume);
        fmt::print("{:28} {:12.1f} {:15.1f} {:8.2f}", id, own * 1e6, published.volume * 1e6, shares.back());
        if (life > 0.0)
            fmt::print(" {:14.1f} {:8.2f}\n", life * 1e6, own / life);
        else
            fmt::print(" {:>14}\n", "-");
        EXPECT_GE(shares.back(), 0.8) << id;
        EXPECT_LE(shares.back(), 1.25) << id;
    }
    ASSERT_FALSE(shares.empty());
    std::sort(shares.begin(), shares.end());
    const double median = shares[shares.size() / 2];
    fmt::print("median share of the measured volume {:.2f}\n", median);
    EXPECT_GE(median, 0.9);
    EXPECT_LE(median, 1.15);
}

} // namespace
