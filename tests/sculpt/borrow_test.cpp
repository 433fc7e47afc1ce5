#include "sculpt/borrow.h"

#include "sculpt/needs.h"

#include <gtest/gtest.h>

namespace {

using namespace sculpt;

Solid ball(const glm::vec3& centre, float radius) { return make_ellipsoid(centre, glm::vec3(radius), glm::vec3(0.0f)); }

Loan loan_of(const char* id, bool mirror) {
    Loan loan;
    loan.of = id;
    loan.mirror = mirror;
    return loan;
}

TEST(Borrow, TakesTheFormMirroredAndThickened) {
    const Program form({{Op::add, 0, ball({-30, 0, 0}, 10)}});
    Loan loan = loan_of("form", true);
    loan.offset = 2.0f;
    const Solid solid = make_borrowed(form, loan);
    EXPECT_NEAR(solid->distance({42, 0, 0}), 0.0f, 1e-3f);
    EXPECT_GT(solid->distance({-30, 0, 0}), 0.0f);
    EXPECT_LE(solid->box().low.x, 18.0f);
    EXPECT_GE(solid->box().high.x, 42.0f);
}

TEST(Borrow, LeavesOutTheSeamsOfTheForm) {
    std::vector<Step> steps = {{Op::add, 0, ball({0, 0, 0}, 10)}, {Op::cut, 0, ball({10, 0, 0}, 5)}};
    steps.back().seam = true;
    const Program form(steps);
    EXPECT_GT(form.distance({8, 0, 0}), 0.0f);
    EXPECT_LT(make_borrowed(form, Loan{})->distance({8, 0, 0}), 0.0f);
}

TEST(Borrow, BendsWhatLiesBeyondTheJointAndNothingElse) {
    const Program leg({{Op::add, 0, make_cone({0, 100, 0}, {0, -100, 0}, 10, 10)}});
    Loan loan;
    loan.bend = Bend{.centre = {0, 0, 0}, .axis = {1, 0, 0}, .angle_deg = 90, .beyond = {0, -1, 0}, .over = 20};
    const Solid bent = make_borrowed(leg, loan);
    EXPECT_NEAR(bent->distance({10, 80, 0}), 0.0f, 0.01f) << "above the joint nothing moves";
    EXPECT_LT(bent->distance({0, 0, -80}), -9.0f) << "a quarter turn about +x takes -y to -z";
    EXPECT_GT(bent->distance({0, -80, 0}), 0.0f);
    EXPECT_LE(bent->box().low.z, -100.0f) << "the box holds what was turned";
}

TEST(Needs, FinishesWhatAStructureNeedsFirst) {
    std::vector<Shape> shapes(3);
    shapes[0].id = "towel";
    shapes[0].loans = {loan_of("body", false)};
    shapes[1].id = "body";
    shapes[1].loans = {loan_of("leg", true)};
    shapes[2].id = "leg";
    shapes[2].program = Program({{Op::add, 0, ball({-30, 0, 0}, 10)}});
    EXPECT_EQ(all_needs(shapes, 0), (std::vector<std::string>{"body", "leg"}));
    finish(shapes, 0);
    ASSERT_FALSE(shapes[0].program.empty());
    EXPECT_NEAR(shapes[0].program.distance({20, 0, 0}), 0.0f, 1e-3f);
    EXPECT_FALSE(shapes[1].program.empty());
}

} // namespace
