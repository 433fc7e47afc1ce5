#include "tissue/flesh.h"

#include "support.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace {

using namespace tissue_test;
using anatomy::Body;

/// Points round the knee whose weights pass from thigh to shank over 12 cm.
mesh::Mesh sleeve() {
    mesh::Mesh mesh;
    for (int i = 0; i <= 40; ++i) {
        const float y = 0.30f + 0.33f * static_cast<float>(i) / 40.0f;
        const float thigh = glm::clamp((y - 0.40f) / 0.12f, 0.0f, 1.0f);
        mesh.positions.emplace_back(-0.077f, y, -0.06f);
        mesh.normals.emplace_back(0.0f, 0.0f, -1.0f);
        mesh.joints.push_back({static_cast<std::uint8_t>(Body::femur), static_cast<std::uint8_t>(Body::tibia), 0, 0});
        mesh.weights.emplace_back(thigh, 1.0f - thigh, 0.0f, 0.0f);
    }
    return mesh;
}

TEST(Blend, StandsStillInTheStandingPose) {
    const mesh::Mesh mesh = sleeve();
    tissue::Deformed now;
    tissue::deform_blend(mesh, motion::from_rest(atlas(), {}), {}, now);
    for (std::size_t i = 0; i < mesh.positions.size(); ++i)
        EXPECT_LT(glm::distance(now.positions[i], mesh.positions[i]), 1e-6f);
}

TEST(Blend, WhollyOwnedPointsMoveWithTheirBody) {
    const mesh::Mesh mesh = sleeve();
    const motion::BoneFrames moved = motion::from_rest(atlas(), knee(110.0));
    tissue::Deformed now;
    tissue::deform_blend(mesh, moved, tissue::bends(knee(110.0)), now);
    const glm::vec3 shank(moved[Body::tibia].point(glm::dvec3(mesh.positions.front())));
    EXPECT_LT(glm::distance(now.positions.front(), shank), 1e-5f);
    EXPECT_LT(glm::distance(now.positions.back(), mesh.positions.back()), 1e-5f) << "the thigh rests";
}

TEST(Blend, SkinBehindTheKneeDoesNotCollapseIntoTheJoint) {
    const mesh::Mesh mesh = sleeve();
    tissue::Deformed now;
    tissue::deform_blend(mesh, motion::from_rest(atlas(), knee(100.0)), tissue::bends(knee(100.0)), now);
    const glm::vec3 knee_centre(-0.0755f, 0.4629f, -0.0045f);
    for (const glm::vec3& p : now.positions) EXPECT_GT(glm::distance(p, knee_centre), 0.03f);
    for (std::size_t i = 0; i + 1 < now.positions.size(); ++i) EXPECT_NEAR(glm::length(now.normals[i]), 1.0f, 1e-5f);
}

TEST(Blend, MeshWithoutWeightsStaysAsItIs) {
    mesh::Mesh mesh = sleeve();
    mesh.joints.clear();
    mesh.weights.clear();
    tissue::Deformed now;
    tissue::deform_blend(mesh, motion::from_rest(atlas(), knee(100.0)), tissue::bends(knee(100.0)), now);
    EXPECT_EQ(now.positions, mesh.positions);
}

TEST(Blend, EveryMovementWithShapesHasItsOwnAngle) {
    motion::Pose pose;
    for (std::size_t b = 0; b < mesh::k_bend_count; ++b)
        motion::angle_of(pose, tissue::coordinate_of(static_cast<mesh::Bend>(b))) =
            base::Angle::degrees(10.0 + static_cast<double>(b));
    EXPECT_NEAR(pose.hip_rotation.degrees(), 12.0, 1e-9);
    EXPECT_NEAR(pose.tibial_rotation.degrees(), 13.0, 1e-9);
    const mesh::Bends bends = tissue::bends(pose);
    for (std::size_t b = 0; b < mesh::k_bend_count; ++b)
        EXPECT_NEAR(bends[b], 10.0 + static_cast<double>(b), 1e-9) << mesh::k_bend_names[b];
}

TEST(Blend, CorrectionShapesMoveWithTheirBody) {
    mesh::Mesh mesh = sleeve();
    mesh.morphs = {{mesh::Bend::knee, 60.0f, {0}, {{0.0f, 0.0f, -0.01f}}}};
    tissue::Deformed plain, now;
    const motion::BoneFrames moved = motion::from_rest(atlas(), knee(60.0));
    tissue::deform_blend(mesh, moved, {}, plain);
    tissue::deform_blend(mesh, moved, tissue::bends(knee(60.0)), now);
    const glm::vec3 back(moved[Body::tibia].direction({0.0, 0.0, -1.0}));
    EXPECT_LT(glm::distance(now.positions[0], plain.positions[0] + back * 0.01f), 1e-5f);
    EXPECT_EQ(now.positions[1], plain.positions[1]);
}

} // namespace
