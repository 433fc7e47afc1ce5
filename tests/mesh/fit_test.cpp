#include "mesh/fit.h"

#include "box.h"

#include <gtest/gtest.h>

namespace {

/// The box with its lowest corner at `low`, in millimetres instead of metres: 2 x 3 x 4 mm.
mesh::Mesh small_box(const glm::vec3& low_mm) {
    mesh::Mesh made = box();
    for (glm::vec3& p : made.positions) p = (p + low_mm) * 0.001f;
    return made;
}

TEST(DeepestEntry, IsOfTheVertexOrMiddleThatIsDeepest) {
    const mesh::Distance other(small_box({0, 0, 0}));
    EXPECT_NEAR(mesh::deepest_entry(small_box({0.5f, 0.5f, 3.4f}), other).depth, 0.0006f, 1e-6f);
    EXPECT_EQ(mesh::deepest_entry(small_box({5, 5, 5}), other).depth, 0.0f);
}

TEST(FarthestOutside, IsZeroForWhatLiesWithin) {
    mesh::Mesh inside = small_box({0, 0, 0});
    for (glm::vec3& p : inside.positions) p = p * 0.5f + 0.0005f;
    const mesh::Distance skin(small_box({0, 0, 0}));
    EXPECT_EQ(mesh::farthest_outside(inside, skin).depth, 0.0f);
    EXPECT_NEAR(mesh::farthest_outside(small_box({0, 0, 1.5f}), skin).depth, 0.0015f, 1e-6f);
}

TEST(Gap, BetweenTwoFacesIsTheirDistance) {
    const mesh::Mesh a = small_box({0, 0, 0}), b = small_box({0, 0, 5.5f});
    const auto gap = mesh::gap(a, mesh::Distance(a), b, mesh::Distance(b), std::nullopt);
    ASSERT_TRUE(gap);
    EXPECT_NEAR(gap->smallest, 0.0015f, 1e-6f);
    EXPECT_NEAR(gap->median, 0.0015f, 1e-6f);
    EXPECT_NEAR(gap->area, 6e-6f, 1e-9f);
}

TEST(Gap, OfWhatOverlapsIsNegative) {
    const mesh::Mesh a = small_box({0, 0, 0}), b = small_box({0.5f, 0.5f, 3.7f});
    const auto gap = mesh::gap(a, mesh::Distance(a), b, mesh::Distance(b), std::nullopt);
    ASSERT_TRUE(gap);
    EXPECT_NEAR(gap->smallest, -0.0003f, 1e-6f);
}

TEST(Gap, IsNotThereFarAwayOrOutsideTheBall) {
    const mesh::Mesh a = small_box({0, 0, 0}), near = small_box({0, 0, 5}), far = small_box({0, 0, 50});
    const mesh::Distance to_a(a);
    EXPECT_FALSE(mesh::gap(a, to_a, far, mesh::Distance(far), std::nullopt));
    EXPECT_FALSE(mesh::gap(a, to_a, near, mesh::Distance(near), mesh::Ball{{0.1f, 0, 0}, 0.01f}));
}

} // namespace
