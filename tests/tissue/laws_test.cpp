#include "tissue/laws.h"

#include "support.h"

#include <cmath>
#include <gtest/gtest.h>

namespace {

using namespace tissue_test;

const anatomy::MusclePath& path(const char* id) { return atlas().muscles[static_cast<std::size_t>(muscle(id))]; }

constexpr double k_step = 1e-6;

/// Central difference of a law.
template <class Law>
double slope(Law law, double at) {
    return (law(at + k_step) - law(at - k_step)) / (2.0 * k_step);
}

TEST(Laws, TendonStrainsByThePublishedAmountAtTheMaximalForce) {
    EXPECT_DOUBLE_EQ(tissue::tendon_strain(0.0).value, 0.0);
    EXPECT_NEAR(tissue::tendon_strain(1.0).value, 0.049, 0.0005);
}

TEST(Laws, TendonLawIsThatOfThelenForwards) {
    // f(e) = 0.33 (exp(3 e / e_toe) - 1) / (exp(3) - 1), e_toe = 0.609 * 0.049
    for (const double strain : {0.005, 0.01, 0.02, 0.0298}) {
        const double force = 0.33 * (std::exp(3.0 * strain / (0.609 * 0.049)) - 1.0) / (std::exp(3.0) - 1.0);
        EXPECT_NEAR(tissue::tendon_strain(force).value, strain, 1e-9);
        EXPECT_NEAR(tissue::tendon_tension(strain), force, 1e-12);
    }
    EXPECT_NEAR(tissue::tendon_tension(tissue::tendon_strain(0.8).value), 0.8, 1e-12);
    EXPECT_EQ(tissue::tendon_tension(-0.1), 0.0);
}

TEST(Laws, TendonLawHasNoStepWhereItTurnsStraight) {
    EXPECT_NEAR(tissue::tendon_strain(0.33 + 1e-9).value, tissue::tendon_strain(0.33).value, 1e-8);
}

TEST(Laws, DerivativesAreThoseOfTheValues) {
    const tissue::FibreLaw law(path("semimembranosus"));
    for (const double tension : {0.05, 0.2, 0.6, 1.2})
        EXPECT_NEAR(tissue::tendon_strain(tension).derivative,
                    slope([](double t) { return tissue::tendon_strain(t).value; }, tension), 1e-6);
    for (const double stretch : {0.4, 0.6, 0.8, 1.0, 1.2, 1.5}) {
        EXPECT_NEAR(tissue::active_force_length(stretch).derivative,
                    slope([](double x) { return tissue::active_force_length(x).value; }, stretch), 1e-6);
        EXPECT_NEAR(law.tension(stretch, 0.7).derivative,
                    slope([&](double x) { return law.tension(x, 0.7).value; }, stretch), 1e-5);
        EXPECT_NEAR(law.scale_along(stretch).derivative,
                    slope([&](double x) { return law.scale_along(x).value; }, stretch), 1e-6);
    }
}

TEST(Laws, ActiveForceIsGreatestAtOptimalLengthAndGoneInShortFibres) {
    EXPECT_NEAR(tissue::active_force_length(1.0).value, 1.0, 0.02);
    EXPECT_LT(tissue::active_force_length(0.35).value, 0.03);
    EXPECT_LT(tissue::active_force_length(1.8).value, 0.1);
}

TEST(Laws, FibreStartsAndEndsWhereItWasCalibrated) {
    for (const anatomy::MusclePath& m : atlas().muscles) {
        const tissue::FibreLaw law(m);
        EXPECT_EQ(law.passive_force(1.0 + m.passive_strain_zero).value, 0.0) << m.id;
        EXPECT_NEAR(law.passive_force(1.0 + m.passive_strain_one).value, 1.0, 1e-12) << m.id;
    }
}

TEST(Laws, FibreKeepsItsWidthAndCarriesTheTension) {
    for (const anatomy::MusclePath& m : atlas().muscles) {
        const tissue::FibreLaw law(m);
        for (const double stretch : {1.0 + m.passive_strain_zero, 1.3, 1.5}) {
            const double width = m.optimal_fibre_length * std::sin(m.pennation.radians());
            const double along = law.scale_along(stretch).value * law.slack_length_along();
            EXPECT_NEAR(std::hypot(along, width), stretch * m.optimal_fibre_length, 1e-12) << m.id;
            const double cosine = along / (stretch * m.optimal_fibre_length);
            EXPECT_NEAR(law.tension(stretch, 0.0).value, law.passive_force(stretch).value * cosine, 1e-12);
            EXPECT_NEAR(law.stretch_at_scale(law.scale_along(stretch).value), stretch, 1e-12);
        }
    }
}

TEST(Laws, SlackFibresCarryNothingAndTautOnesMoreTheLongerTheyAre) {
    const tissue::FibreLaw law(path("biceps_femoris_long_head"));
    EXPECT_EQ(law.tension(0.8, 0.0).value, 0.0);
    EXPECT_EQ(law.strain(0.8), 0.0);
    double before = 0.0;
    for (double stretch = law.slack_stretch() + 0.01; stretch < law.most_stretch(); stretch += 0.01) {
        EXPECT_GT(law.tension(stretch, 0.0).value, before);
        before = law.tension(stretch, 0.0).value;
    }
    EXPECT_NEAR(law.passive_share(1.0, 0.5), 0.0, 1e-12);
    EXPECT_EQ(law.passive_share(1.4, 0.0), 1.0);
}

} // namespace
