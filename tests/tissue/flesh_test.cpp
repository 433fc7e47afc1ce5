#include "tissue/flesh.h"

#include "support.h"
#include "tissue/path.h"

#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <gtest/gtest.h>
#include <numbers>

namespace {

using namespace tissue_test;

constexpr int k_rings = 120, k_sides = 24;
/// Part of the path of the long head of biceps at either end whose flesh turns with the bone: there is no belly.
constexpr double k_held = 0.07;

/// A closed tube of 18 mm radius along the standing path of a muscle, with the ends closed by fans; it leaves out this
/// part of the path at either end.
mesh::Mesh tube(int m, double left_out = 0.02) {
    const std::vector<glm::dvec3> path = tissue::path_points(atlas(), m, motion::frames(atlas(), {}));
    mesh::Mesh mesh;
    for (int ring = 0; ring < k_rings; ++ring) {
        const double s = std::lerp(left_out, 1.0 - left_out, static_cast<double>(ring) / (k_rings - 1));
        const tissue::OnPath on = tissue::at_fraction(path, s);
        const glm::dvec3 side = glm::normalize(glm::cross(on.tangent, glm::dvec3(0.0, 0.0, 1.0)));
        const glm::dvec3 front = glm::cross(on.tangent, side);
        for (int k = 0; k < k_sides; ++k) {
            const double angle = 2.0 * std::numbers::pi * k / k_sides;
            const glm::dvec3 out = side * std::cos(angle) + front * std::sin(angle);
            mesh.positions.emplace_back(on.point + out * 0.018);
            mesh.normals.emplace_back(out);
        }
    }
    const auto index = [](int ring, int k) { return static_cast<std::uint32_t>(ring * k_sides + k % k_sides); };
    for (int ring = 0; ring + 1 < k_rings; ++ring)
        for (int k = 0; k < k_sides; ++k)
            for (const std::uint32_t i : {index(ring, k), index(ring, k + 1), index(ring + 1, k), index(ring + 1, k),
                                          index(ring, k + 1), index(ring + 1, k + 1)})
                mesh.indices.push_back(i);
    for (int k = 1; k + 1 < k_sides; ++k) {
        for (const std::uint32_t i : {index(0, 0), index(0, k + 1), index(0, k)}) mesh.indices.push_back(i);
        for (const std::uint32_t i : {index(k_rings - 1, 0), index(k_rings - 1, k), index(k_rings - 1, k + 1)})
            mesh.indices.push_back(i);
    }
    return mesh;
}

tissue::Deformed deformed(const tissue::StrandBinding& binding, const mesh::Mesh& mesh, const motion::Pose& pose,
                          const std::optional<tissue::Lock>& lock = std::nullopt) {
    tissue::Deformed out;
    tissue::deform_strand(binding, mesh, atlas(), motion::drawn_frames(atlas(), pose), tissue::bends(pose),
                          tissue::evaluate_muscle(atlas(), binding.muscle, pose, lock), out);
    return out;
}

double volume_of(mesh::Mesh mesh, const tissue::Deformed& shape) {
    mesh.positions = shape.positions;
    return mesh::volume(mesh);
}

constexpr const char* k_riders[] = {"biceps_femoris_long_head",
                                    "biceps_femoris_short_head",
                                    "semitendinosus",
                                    "semimembranosus",
                                    "gracilis",
                                    "sartorius",
                                    "rectus_femoris",
                                    "gastrocnemius_medial_head",
                                    "gastrocnemius_lateral_head"};

TEST(Flesh, StandsStillInTheStandingPose) {
    for (const char* id : k_riders) {
        const mesh::Mesh mesh = tube(muscle(id));
        const tissue::Deformed now = deformed(tissue::bind(atlas(), muscle(id), mesh), mesh, motion::Pose{});
        for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
            ASSERT_LT(glm::distance(now.positions[i], mesh.positions[i]), 1e-5f) << id;
            ASSERT_LT(glm::distance(now.normals[i], mesh.normals[i]), 1e-4f) << id;
        }
    }
}

TEST(Flesh, TubeIsClosedAndPointsOutward) {
    const mesh::Mesh mesh = tube(muscle("biceps_femoris_long_head"));
    EXPECT_TRUE(mesh::defects(mesh).empty());
    EXPECT_NEAR(mesh::volume(mesh), std::numbers::pi * 0.018 * 0.018 * 0.96 * 0.4215, 1.5e-5);
}

TEST(Flesh, KeepsItsVolumeAsTheKneeBends) {
    const mesh::Mesh mesh = tube(muscle("biceps_femoris_long_head"), k_held);
    const tissue::StrandBinding binding = tissue::bind(atlas(), muscle("biceps_femoris_long_head"), mesh);
    const double rest = mesh::volume(mesh);
    for (double deg = 0.0; deg <= 120.0; deg += 10.0)
        EXPECT_NEAR(volume_of(mesh, deformed(binding, mesh, knee(deg))) / rest, 1.0, 0.03) << deg;
}

TEST(Flesh, KeepsItsVolumeUnderALock) {
    const mesh::Mesh mesh = tube(muscle("biceps_femoris_long_head"), k_held);
    const tissue::StrandBinding binding = tissue::bind(atlas(), muscle("biceps_femoris_long_head"), mesh);
    tissue::Lock lock;
    lock.muscle = binding.muscle;
    lock.set_in = knee(120.0);
    for (double deg = 0.0; deg <= 120.0; deg += 20.0)
        EXPECT_NEAR(volume_of(mesh, deformed(binding, mesh, knee(deg), lock)) / mesh::volume(mesh), 1.0, 0.03) << deg;
}

TEST(Flesh, FramesDoNotFlipBetweenStraightAndFullyBent) {
    for (const char* id : k_riders) {
        const mesh::Mesh mesh = tube(muscle(id));
        const tissue::StrandBinding binding = tissue::bind(atlas(), muscle(id), mesh);
        tissue::Deformed before = deformed(binding, mesh, knee(0.0));
        for (double deg = 1.0; deg <= 135.0; deg += 1.0) {
            const tissue::Deformed now = deformed(binding, mesh, knee(deg));
            float most = 0.0f, turn = 1.0f;
            for (std::size_t i = 0; i < now.positions.size(); ++i) {
                most = std::max(most, glm::distance(now.positions[i], before.positions[i]));
                turn = std::min(turn, glm::dot(now.normals[i], before.normals[i]));
            }
            // a degree moves a point 20 cm from the knee by 3.5 mm and turns it by a degree; the rest is bending
            ASSERT_LT(most, 0.010f) << id << " at " << deg;
            ASSERT_GT(turn, std::cos(8.0f * std::numbers::pi_v<float> / 180.0f)) << id << " at " << deg;
            before = now;
        }
    }
}

TEST(Flesh, WhatIsAttachedLiesOnItsBone) {
    // as semimembranosus goes on along the tibia, 4 cm in front of the end of its path; turned hip and bent knee
    for (const char* id : {"semimembranosus", "biceps_femoris_short_head"}) {
        const int m = muscle(id);
        const anatomy::MusclePath& path = atlas().muscles[static_cast<std::size_t>(m)];
        const std::vector<glm::dvec3> points = tissue::path_points(atlas(), m, motion::frames(atlas(), {}));
        const glm::dvec3 aside(-0.02, 0.0, 0.04), beyond(0.0, 0.02, 0.0);
        mesh::Mesh mesh;
        mesh.positions = {glm::vec3(points.front() + beyond + aside), glm::vec3(points.back() - beyond + aside)};
        mesh.normals.assign(2, {1.0f, 0.0f, 0.0f});
        const tissue::StrandBinding binding = tissue::bind(atlas(), m, mesh);
        ASSERT_EQ(binding.s, (std::vector<float>{0.0f, 1.0f})) << id;
        for (double deg = 0.0; deg <= 135.0; deg += 15.0) {
            motion::Pose pose = knee(deg);
            pose.hip_rotation = base::Angle::degrees(0.2 * deg);
            const tissue::Deformed now = deformed(binding, mesh, pose);
            const motion::BoneFrames from_rest = motion::from_rest(atlas(), pose);
            const std::array bodies = {path.points.front().body, path.points.back().body};
            for (std::size_t v = 0; v < 2; ++v) {
                const glm::vec3 on_bone(from_rest[bodies[v]].point(glm::dvec3(mesh.positions[v])));
                EXPECT_LT(glm::distance(now.positions[v], on_bone), 2e-4f) << id << " at " << deg << ", end " << v;
            }
        }
    }
}

TEST(Flesh, CorrectionShapesMoveWithTheStrand) {
    mesh::Mesh mesh = tube(muscle("semitendinosus"));
    constexpr std::uint32_t k_vertex = 40 * k_sides;
    mesh.morphs = {{mesh::Bend::knee, 90.0f, {k_vertex}, {mesh.normals[k_vertex] * 0.005f}}};
    const tissue::StrandBinding shaped = tissue::bind(atlas(), muscle("semitendinosus"), mesh);
    mesh.morphs.clear();
    const tissue::StrandBinding plain = tissue::bind(atlas(), muscle("semitendinosus"), mesh);
    const tissue::Deformed with = deformed(shaped, mesh, knee(90.0)), without = deformed(plain, mesh, knee(90.0));
    // across the strand it grows as the strand does
    EXPECT_NEAR(glm::dot(with.positions[k_vertex] - without.positions[k_vertex], without.normals[k_vertex]), 0.005f,
                0.001f);
    EXPECT_EQ(with.positions[k_vertex + 1], without.positions[k_vertex + 1]);
    EXPECT_EQ(deformed(shaped, mesh, knee(0.0)).positions, deformed(plain, mesh, knee(0.0)).positions);
}

TEST(Flesh, RingsStayRingsInTheBelly) {
    // neighbours on the tube keep together: no vertex is torn from its ring
    const mesh::Mesh mesh = tube(muscle("semitendinosus"));
    const tissue::StrandBinding binding = tissue::bind(atlas(), muscle("semitendinosus"), mesh);
    const tissue::Deformed now = deformed(binding, mesh, knee(120.0));
    for (int ring = 20; ring < 90; ++ring)
        for (int k = 0; k + 1 < k_sides; ++k) {
            const std::size_t i = static_cast<std::size_t>(ring * k_sides + k);
            const float rest = glm::distance(mesh.positions[i], mesh.positions[i + 1]);
            EXPECT_NEAR(glm::distance(now.positions[i], now.positions[i + 1]) / rest, 1.0f, 0.3f) << ring;
        }
}

TEST(Flesh, StrainIsPositiveWhereStretchedAndNegativeWhereSlack) {
    const mesh::Mesh mesh = tube(muscle("biceps_femoris_long_head"));
    const tissue::StrandBinding binding = tissue::bind(atlas(), muscle("biceps_femoris_long_head"), mesh);
    tissue::Lock lock;
    lock.muscle = binding.muscle;
    lock.set_in = knee(120.0);
    const tissue::NodeValues strain =
        tissue::shown_strain(tissue::evaluate_muscle(atlas(), binding.muscle, knee(0.0), lock));
    EXPECT_LT(tissue::at_material(strain, binding.material[20 * k_sides]), 0.0f);
    EXPECT_GT(tissue::at_material(strain, binding.material[80 * k_sides]), 0.1f);
}

} // namespace
