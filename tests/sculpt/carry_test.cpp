#include "sculpt/carry.h"

#include <gtest/gtest.h>

namespace {

using namespace sculpt;
using anatomy::Body;

mesh::Mesh at_heights(const std::vector<float>& metres) {
    mesh::Mesh mesh;
    for (const float y : metres) mesh.positions.emplace_back(0.0f, y, 0.0f);
    return mesh;
}

/// Weight of a body at a vertex.
float weight(const mesh::Mesh& mesh, std::size_t v, Body body) {
    float sum = 0.0f;
    for (int i = 0; i < 4; ++i)
        if (mesh.joints[v][static_cast<std::size_t>(i)] == anatomy::index(body)) sum += mesh.weights[v][i];
    return sum;
}

TEST(PaintWeights, PassFromBodyToBodyDownTheLimb) {
    mesh::Mesh mesh = at_heights({1.0f, 0.865f, 0.6f, 0.465f, 0.2f});
    paint_weights(mesh, {CarryBy::height, {Body::pelvis, Body::femur, Body::tibia}, {{930, 800}, {530, 400}}});
    EXPECT_EQ(weight(mesh, 0, Body::pelvis), 1.0f);
    EXPECT_NEAR(weight(mesh, 1, Body::pelvis), 0.5f, 1e-4f);
    EXPECT_NEAR(weight(mesh, 1, Body::femur), 0.5f, 1e-4f);
    EXPECT_EQ(weight(mesh, 2, Body::femur), 1.0f);
    EXPECT_NEAR(weight(mesh, 3, Body::tibia), 0.5f, 1e-4f);
    EXPECT_EQ(weight(mesh, 4, Body::tibia), 1.0f);
}

TEST(PaintWeights, SumToOneEverywhere) {
    std::vector<float> heights;
    for (int i = 0; i < 100; ++i) heights.push_back(static_cast<float>(i) * 0.01f);
    mesh::Mesh mesh = at_heights(heights);
    paint_weights(mesh, {CarryBy::height, {Body::pelvis, Body::femur, Body::tibia}, {{930, 800}, {530, 400}}});
    for (const glm::vec4& w : mesh.weights) EXPECT_FLOAT_EQ(w.x + w.y + w.z + w.w, 1.0f);
}

TEST(PaintWeights, FollowTheFibreWhenAsked) {
    mesh::Mesh mesh = at_heights({0.9f, 0.9f});
    mesh.fibre = {{0.0f, 0.0f}, {1.0f, 0.0f}};
    paint_weights(mesh, {CarryBy::fibre, {Body::pelvis, Body::femur}, {{0.2f, 0.8f}}});
    EXPECT_EQ(weight(mesh, 0, Body::pelvis), 1.0f);
    EXPECT_EQ(weight(mesh, 1, Body::femur), 1.0f);
}

} // namespace
